namespace Pipeline.Domain.Documents;

/// <summary>A type of file that is kept.</summary>
/// <param name="Extension">Of its name, without a dot.</param>
/// <param name="MediaType">As it is sent.</param>
/// <param name="OtherExtension">Another one that is used for the same content.</param>
public sealed record DocumentType(string Extension, string MediaType, string? OtherExtension = null)
{
    /// <summary>Whether a file's name says that it is of this type.</summary>
    public bool IsNamedBy(string fileName) =>
        Path.GetExtension(fileName).TrimStart('.') is var extension
        && (
            extension.Equals(Extension, StringComparison.OrdinalIgnoreCase)
            || extension.Equals(OtherExtension, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>A file's name under which a program takes it for what it is: with the extension behind it where it has none, or another type's.</summary>
    public string Naming(string fileName) => IsNamedBy(fileName) ? fileName : $"{fileName}.{Extension}";
}
