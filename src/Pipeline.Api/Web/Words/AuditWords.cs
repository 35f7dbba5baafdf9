using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>The audit of the whole instance.</summary>
internal static class AuditWords
{
    public static readonly Text Chain = new("Has anybody rewritten it?", "Quelqu'un l'a-t-il réécrit ?"),
        ChainHelp =
            new(
                "Each entry carries the fingerprint of the one before. The check computes all of them again, from the first entry on.",
                "Chaque entrée porte l'empreinte de la précédente. La vérification les recalcule toutes, depuis la première entrée."
            ),
        Verify = new("Check the audit", "Vérifier l'audit"),
        Sound =
            new("All {0} entries are as they were written.", "Les {0} entrées sont telles qu'elles ont été écrites."),
        Broken = new("The audit does not hold after {0} entries.", "L'audit ne tient plus après {0} entrées."),
        LastHash =
            new(
                "Fingerprint of the last sound entry; noted down elsewhere, it proves later that nothing before it was replaced:",
                "Empreinte de la dernière entrée intacte ; notée ailleurs, elle prouve plus tard que rien d'antérieur n'a été remplacé :"
            ),
        Changes = new("Changes", "Modifications"),
        ChangesHelp =
            new(
                "Newest first. Names, e-mail addresses and passwords are never kept: only that they changed.",
                "Les plus récentes d'abord. Noms, adresses e-mail et mots de passe ne sont jamais conservés : seulement leur changement."
            ),
        Number = new("No. {0}", "Nº {0}"),
        Project = new("To the project", "Vers le projet"),
        Newest = new("To the newest", "Vers les plus récentes");
}
