using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>What the pages of several modules say alike.</summary>
internal static class ModuleWords
{
    public static readonly Text Versions = new("Versions", "Versions"),
        Version = new("Version {0}", "Version {0}"),
        Changed = new("Changed:", "Modifié :"),
        RecordedBy = new("Recorded by {0},", "Enregistré par {0},"),
        Met = new("Yes", "Oui"),
        Missing = new("Missing: {0}", "Manque : {0}"),
        NotMet = new("Not yet", "Pas encore"),
        Edit = new("Edit", "Modifier"),
        None = new("–", "–");
}
