namespace Pipeline.Application.Exports;

/// <summary>An organisation as it is stored now.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scheme">The list that its identifier is of; null where it has none.</param>
/// <param name="Number">Its identifier there.</param>
/// <param name="Country">Where it is.</param>
internal sealed record NamedBody(Guid Id, string Name, string? Scheme, string? Number, string? Country);
