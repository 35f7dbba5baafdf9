namespace Pipeline.Domain.Documents;

/// <summary>A type of file that is kept.</summary>
/// <param name="Extension">Of its name, without a dot.</param>
/// <param name="MediaType">As it is sent.</param>
public sealed record DocumentType(string Extension, string MediaType);
