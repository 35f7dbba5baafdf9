using System.Text.RegularExpressions;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>
/// What fields are called, by their names in the API: labels of forms, and the words that take the place of those names in the product's sentences about them.
/// </summary>
internal static partial class FieldWords
{
    private static readonly Dictionary<string, Text> Known = new()
    {
        ["email"] = new("Email", "Adresse e-mail"),
        ["password"] = new("Password", "Mot de passe"),
        ["currentPassword"] = new("Current password", "Mot de passe actuel"),
        ["newPassword"] = new("New password", "Nouveau mot de passe"),
        ["token"] = new("Code of the link", "Code du lien"),
        ["name"] = new("Name", "Nom"),
        ["code"] = new("Short code", "Code court"),
        ["asOf"] = new("As of", "Au"),
        ["knownAt"] = new("Known at", "Connu au"),
        ["currency"] = new("Currency", "Devise"),
        ["amount"] = new("Amount", "Montant"),
        ["reason"] = new("Reason", "Motif"),
        ["file"] = new("File", "Fichier"),
        ["organisationId"] = new("Organisation", "Organisation"),
        ["portfolioId"] = new("Portfolio", "Portefeuille"),
        ["projectId"] = new("Project", "Projet"),
        ["userId"] = new("Person", "Personne"),
        ["role"] = new("Role", "Rôle"),
    };

    /// <summary>What a field is called; its last part's words, else its own name with blanks.</summary>
    public static Text Of(string field) =>
        Known.GetValueOrDefault(field)
        ?? Known.GetValueOrDefault(Index().Replace(field, "").Split('.')[^1])
        ?? Text.Same(Words().Replace(field.Split('.')[^1], " $1").ToLowerInvariant());

    /// <summary>A sentence of the product with the names of fields in words.</summary>
    public static string Mend(string sentence, IReadOnlyList<Fault> faults, Language language)
    {
        foreach (var field in faults.Select(f => f.Field).Where(f => f.Length > 0).Distinct())
            sentence = Regex.Replace(
                sentence,
                $@"(?<![\w.]){Regex.Escape(field)}(?![\w.\[])",
                Of(field).In(language).Replace("$", "$$"),
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            );
        return sentence;
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Words();
}
