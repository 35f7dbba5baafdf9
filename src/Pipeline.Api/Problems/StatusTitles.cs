using Microsoft.AspNetCore.WebUtilities;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Problems;

/// <summary>Statuses in words.</summary>
internal static class StatusTitles
{
    private static readonly Dictionary<int, Text> Titles = new()
    {
        [400] = new("Bad request", "Requête incorrecte"),
        [401] = new("Unauthorized", "Non authentifié"),
        [403] = new("Forbidden", "Interdit"),
        [404] = new("Not found", "Introuvable"),
        [405] = new("Method not allowed", "Méthode non autorisée"),
        [408] = new("Request timeout", "Requête trop lente"),
        [409] = new("Conflict", "Conflit"),
        [412] = new("Precondition failed", "Version dépassée"),
        [413] = new("Payload too large", "Requête trop volumineuse"),
        [415] = new("Unsupported media type", "Type de contenu non pris en charge"),
        [416] = new("Range not satisfiable", "Intervalle impossible"),
        [422] = new("Unprocessable entity", "Valeurs non valables"),
        [428] = new("Precondition required", "Version requise"),
        [429] = new("Too many requests", "Trop de requêtes"),
        [500] = new("Internal server error", "Erreur interne"),
        [503] = new("Service unavailable", "Service indisponible"),
    };

    /// <summary>A status in words.</summary>
    public static Text Of(int status) =>
        Titles.TryGetValue(status, out var title) ? title : Text.Same(ReasonPhrases.GetReasonPhrase(status));
}
