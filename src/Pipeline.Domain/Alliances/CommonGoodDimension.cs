using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>On which level an alliance serves the common good (RC l.5399-5442).</summary>
public enum CommonGoodDimension
{
    /// <summary>Of the city and its rules.</summary>
    [Label("Political", "Politique")]
    Political = 1,

    /// <summary>Of organisations, by a lever of results.</summary>
    [Label("Organisational", "Organisationnelle")]
    Organisational,

    /// <summary>Of people.</summary>
    [Label("Personal", "Personnelle")]
    Personal,
}
