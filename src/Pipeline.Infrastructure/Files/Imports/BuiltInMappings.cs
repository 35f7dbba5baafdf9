using Pipeline.Domain.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// Mappings that every portfolio has: those of French public bodies that publish the labels of the decree instead of its short headings, each in wordings of its
/// own. Their columns are known by the words that all wordings have (<see cref="DecreeLabels"/>), also without a mapping.
/// </summary>
internal static class BuiltInMappings
{
    private static readonly TableMapping Labels = new(
        new Dictionary<string, string>
        {
            ["Nom de l'attribuant"] = Headings.FunderName,
            ["Identification de l'attribuant"] = Headings.FunderId,
            ["Date de la convention de subvention"] = Headings.AwardDate,
            ["Référence de la décision"] = Headings.Identifier,
            ["Nom du bénéficiaire"] = Headings.RecipientName,
            ["Identification du bénéficiaire"] = Headings.RecipientId,
            ["Objet de la subvention"] = Headings.Title,
            ["Montant total de la subvention"] = Headings.Amount,
            ["Nature de la subvention"] = Headings.Nature,
            ["Dates de versement de la subvention"] = Headings.Period,
            ["Pourcentage de la subvention"] = Headings.Share,
        }
    );

    /// <summary>By name.</summary>
    public static readonly IReadOnlyDictionary<string, TableMapping> All = new[]
    {
        "loire-atlantique",
        "dilcrah",
        "vendee",
        "maine-et-loire",
        "mayenne",
        "aude",
    }.ToDictionary(name => name, _ => Labels, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a mapping is one of these, whose headings are known by their words.</summary>
    public static bool Has(TableMapping mapping) => ReferenceEquals(mapping, Labels);
}
