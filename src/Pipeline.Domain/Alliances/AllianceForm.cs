using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>How actors of several kinds act together (KIT l.279-295).</summary>
public enum AllianceForm
{
    /// <summary>They talk about their territory.</summary>
    [Label("Territorial dialogue", "Dialogue territorial")]
    TerritorialDialogue = 1,

    /// <summary>Organisations with a common project.</summary>
    [Label("Partnership of organisations", "Partenariat entre organisations")]
    InterOrganisation,

    /// <summary>Many try out an answer together.</summary>
    [Label("Collective experiment", "Expérimentation collective")]
    CollectiveExperiment,
}
