using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>What has become of somebody who was chosen.</summary>
public enum ParticipationStatus
{
    /// <summary>Chosen.</summary>
    [Label("Selected", "Sélectionné")]
    Selected = 1,

    /// <summary>On the path.</summary>
    [Label("Taking part", "Participant")]
    TakingPart,

    /// <summary>Gone, for a reason.</summary>
    [Label("Left", "Parti")]
    Left,

    /// <summary>Has come to the end, with all milestone files.</summary>
    [Label("Finished", "Parcours achevé")]
    Finished,
}
