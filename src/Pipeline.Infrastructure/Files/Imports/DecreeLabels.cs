using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// The labels of the decree in the many wordings in which départements and state bodies publish them as headings, for example <c>Identification SIRET du
/// bénéficiaire</c>: told by the words that they all have.
/// </summary>
internal static class DecreeLabels
{
    private static readonly (string Field, string[] All, string[] Any, string[] None)[] Rules =
    [
        (Headings.RecipientRna, ["beneficiaire"], ["rna"], []),
        (Headings.RecipientId, ["beneficiaire"], ["siret", "siren", "identification", "identifiant", "id"], []),
        (
            Headings.RecipientName,
            ["beneficiaire"],
            ["nom", "denomination", "raison", "libelle"],
            ["prenom", "commune", "adresse"]
        ),
        (Headings.FunderId, ["attribuant"], ["siret", "siren", "identification", "identifiant", "id"], []),
        (Headings.FunderName, ["attribuant"], ["nom", "denomination", "libelle"], []),
        (Headings.Share, ["pourcentage"], [], []),
        (Headings.Period, ["versement"], ["date", "dates", "periode"], []),
        (Headings.AwardDate, ["date"], ["convention", "signature", "decision", "deliberation"], []),
        (Headings.Identifier, [], ["reference", "numero", "n"], ["beneficiaire", "attribuant", "minimis", "rae"]),
        (Headings.Title, ["objet"], [], []),
        (Headings.Amount, ["montant"], [], ["demande", "verse", "paye", "mandate", "prevu", "budget"]),
        (Headings.Nature, ["nature"], [], ["juridique", "comptable", "beneficiaire"]),
    ];

    private static readonly string[] Decisions = ["decision", "convention", "deliberation", "acte", "dossier"];

    /// <summary>The field that a label means; null for one that means none of them.</summary>
    public static string? FieldOf(string heading)
    {
        var words = string.Concat(Folded.Of(heading).Select(c => char.IsLetterOrDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        return Rules
            .FirstOrDefault(r =>
                r.All.All(words.Contains)
                && (r.Any.Length == 0 || r.Any.Any(words.Contains))
                && !r.None.Any(words.Contains)
                // A reference is one of a decision or an agreement, whatever else is numbered.
                && (r.Field != Headings.Identifier || Decisions.Any(words.Contains))
            )
            .Field;
    }
}
