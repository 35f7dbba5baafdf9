using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>What a catalyst does on its territory (CT l.245-283).</summary>
public enum CatalystMission
{
    /// <summary>Dialogue territorial.</summary>
    [Label("Territorial dialogue", "Dialogue territorial")]
    Dialogue = 1,

    /// <summary>Accompagnement du partenariat.</summary>
    [Label("Support of partnerships", "Accompagnement du partenariat")]
    Partnerships,

    /// <summary>Conception d'expérimentations.</summary>
    [Label("Design of experiments", "Conception d'expérimentations")]
    Experiments,
}
