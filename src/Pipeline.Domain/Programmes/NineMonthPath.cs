namespace Pipeline.Domain.Programmes;

/// <summary>
/// The path that a programme has where nothing else is said: four sessions and a webinar within nine months, and a coaching before each session but the first one
/// (CT l.374-402). The source says that the first session is in the first month and the last one in the ninth; the months between are this product's own.
/// </summary>
public static class NineMonthPath
{
    /// <summary>How long it is.</summary>
    public const int Months = 9;

    /// <summary>Its common times.</summary>
    public static readonly IReadOnlyList<ProgrammeSession> Sessions =
    [
        new("S1", new("Understand", "Comprendre"), 1),
        new("S2", new("Put into practice", "Mettre en œuvre"), 3),
        new("webinar", new("Webinar", "Webinaire"), 5),
        new("S3", new("Go deeper", "Approfondir"), 6),
        new("S4", new("Put into perspective", "Mettre en perspective"), Months),
    ];

    /// <summary>The sessions that a coaching comes before.</summary>
    public static readonly IReadOnlyList<string> Coachings = ["S2", "S3", "S4"];
}
