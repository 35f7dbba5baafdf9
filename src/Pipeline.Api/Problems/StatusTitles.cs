using Microsoft.AspNetCore.WebUtilities;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Problems;

/// <summary>Statuses in words: the registered ones in English, but of one that says nothing to people.</summary>
internal static class StatusTitles
{
    private static readonly Dictionary<int, string> French = new()
    {
        [400] = "Requête incorrecte",
        [401] = "Non authentifié",
        [403] = "Interdit",
        [404] = "Introuvable",
        [405] = "Méthode non autorisée",
        [408] = "Requête trop lente",
        [409] = "Conflit",
        [412] = "Version dépassée",
        [413] = "Requête trop volumineuse",
        [415] = "Type de contenu non pris en charge",
        [416] = "Intervalle impossible",
        [422] = "Valeurs non valables",
        [428] = "Version requise",
        [429] = "Trop de requêtes",
        [500] = "Erreur interne",
        [503] = "Service indisponible",
    };

    /// <summary>A status in words.</summary>
    public static Text Of(int status)
    {
        var english =
            status == StatusCodes.Status422UnprocessableEntity
                ? "Values Not Valid"
                : ReasonPhrases.GetReasonPhrase(status);
        return new(english, French.GetValueOrDefault(status, english));
    }
}
