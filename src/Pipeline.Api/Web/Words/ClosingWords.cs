using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Periods that were closed.</summary>
internal static class ClosingWords
{
    public static readonly Text Title = new("Closed periods", "Périodes arrêtées"),
        Lead =
            new(
                "What was reported stays as it was: figures and workbooks are kept as of a day, and signed. What is recorded later is told line by line.",
                "Ce qui a été rapporté reste tel quel : chiffres et classeurs sont conservés à une date, et signés. Ce qui est enregistré ensuite est montré ligne par ligne."
            ),
        None = new("No period is closed yet.", "Aucune période n'est encore arrêtée."),
        Close = new("Close a period", "Arrêter une période"),
        CloseHelp =
            new(
                "The last day of the period, later than any that is closed. It cannot be undone.",
                "Le dernier jour de la période, après toute période arrêtée. L'opération est définitive."
            ),
        LastDay = new("Last day of the period", "Dernier jour de la période"),
        Note = new("Note", "Note"),
        Closed = new("The period is closed.", "La période est arrêtée."),
        Period = new("Period up to", "Période jusqu'au"),
        ClosedAt = new("Closed on", "Arrêtée le"),
        ClosedBy = new("By", "Par"),
        Of = new("Period up to {0}", "Période jusqu'au {0}"),
        AsKnown = new("as known on {0}, closed by {1}", "telle que connue le {0}, arrêtée par {1}"),
        Figures = new("What was reported", "Ce qui a été rapporté"),
        Files = new("Files", "Fichiers"),
        FilesHelp =
            new(
                "Byte for byte as they were made. A file is the right one where its SHA-256 is the one below.",
                "Octet pour octet tels qu'ils ont été produits. Un fichier est le bon si son SHA-256 est celui ci-dessous."
            ),
        File = new("File", "Fichier"),
        Hash = new("SHA-256", "SHA-256"),
        Signature = new("Signature", "Signature"),
        SignatureHelp =
            new(
                "It covers the list of the files' hashes. The public key is at {0}.",
                "Elle porte sur la liste des empreintes des fichiers. La clé publique est à l'adresse {0}."
            ),
        Key = new("Key", "Clé"),
        Changes = new("Recorded since", "Enregistré depuis"),
        ChangesHelp =
            new(
                "Everything recorded after the closing that concerns its period. The effects add up to the difference.",
                "Tout ce qui a été enregistré après l'arrêté et concerne sa période. La somme des effets est la différence."
            ),
        NoChanges =
            new(
                "Nothing that concerns this period has been recorded since.",
                "Rien de ce qui concerne cette période n'a été enregistré depuis."
            ),
        Against = new("Held against", "Comparée à"),
        Now = new("The same period as known today", "La même période telle que connue aujourd'hui"),
        Before = new("Reported", "Rapporté"),
        After = new("Held against it", "En comparaison"),
        Difference = new("Difference", "Différence"),
        Ledger = new("Figure", "Chiffre"),
        Projects = new("Projects", "Projets"),
        Record = new("Record", "Enregistrement"),
        Day = new("Counts from", "Compte à partir du"),
        Recorded = new("Recorded", "Enregistré"),
        Effect = new("Effect", "Effet"),
        NoEffect = new("None on these figures", "Aucun sur ces chiffres"),
        OfProjects = new("Projects: {0}", "Projets : {0}"),
        MovedProject = new("A project is in another phase or standing", "Un projet change de phase ou de situation");
}
