using Pipeline.Domain.Common;

namespace Pipeline.Domain.Organisations;

/// <summary>An organisation's public identifier, in the form of the org-id register: a list and a number in it.</summary>
/// <param name="Scheme">The list, for example <c>GB-CHC</c>, <c>FR-SIRET</c>, <c>360G</c>.</param>
/// <param name="Id">The number there.</param>
public sealed record OrganisationIdentifier(string Scheme, string Id)
{
    /// <summary>As files write it, for example <c>GB-CHC-1070468</c>.</summary>
    public string Full => $"{Scheme}-{Id}";

    /// <summary>
    /// The same as registers write it, so that one body is found however its identifier was written: a list in capitals, France's with its country in front,
    /// numbers of companies with their leading zeros.
    /// </summary>
    public OrganisationIdentifier Canonical() =>
        Scheme.ToUpperInvariant() switch
        {
            "SIRET" or "FR-SIRET" => new("FR-SIRET", FrenchNumbers.Digits(Id)),
            "SIREN" or "FR-SIREN" => new("FR-SIREN", FrenchNumbers.Digits(Id)),
            "GB-COH" when Id.All(char.IsAsciiDigit) => new("GB-COH", Id.PadLeft(8, '0')),
            var list => new(list, Id),
        };

    /// <summary>Takes a full identifier apart: two letters of a country belong to the list's name, as in <c>GB-CHC</c>.</summary>
    /// <returns>Null when it has no list in front.</returns>
    public static OrganisationIdentifier? Parse(string full)
    {
        var first = full.IndexOf('-', StringComparison.Ordinal);
        if (first < 1)
            return null;
        var second = first == 2 ? full.IndexOf('-', first + 1) : -1;
        var cut = second > 0 && second < full.Length - 1 ? second : first;
        return cut < full.Length - 1 ? new(full[..cut], full[(cut + 1)..]) : null;
    }

    /// <summary>Trimmed and within the limits; a SIRET or SIREN whose check digits agree without the blanks that people part it with.</summary>
    public OrganisationIdentifier Checked()
    {
        var written = new OrganisationIdentifier(
            Guard.Required(Scheme, "identifier.scheme", Limits.Code),
            Guard.Required(Id, "identifier.id", Limits.Code)
        );
        return written.IsFrench ? written with { Id = FrenchNumbers.Digits(written.Id) } : written;
    }

    /// <summary>Whether this is a SIRET or SIREN whose check digits agree.</summary>
    public bool IsFrench =>
        Canonical() switch
        {
            { Scheme: "FR-SIRET", Id: var number } => FrenchNumbers.IsSiret(number),
            { Scheme: "FR-SIREN", Id: var number } => FrenchNumbers.IsSiren(number),
            _ => false,
        };
}
