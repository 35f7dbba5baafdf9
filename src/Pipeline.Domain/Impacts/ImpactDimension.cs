using Pipeline.Domain.Common;

namespace Pipeline.Domain.Impacts;

/// <summary>The six dimensions of impacts (RC l.275).</summary>
public enum ImpactDimension
{
    /// <summary>How things are decided.</summary>
    [Label("Political", "Politique")]
    Political = 1,

    /// <summary>What is earned and spent.</summary>
    [Label("Economic", "Économique")]
    Economic,

    /// <summary>How people are doing.</summary>
    [Label("Social")]
    Social,

    /// <summary>What becomes of nature.</summary>
    [Label("Environmental", "Environnemental")]
    Environmental,

    /// <summary>How people live together.</summary>
    [Label("Societal", "Sociétal")]
    Societal,

    /// <summary>What becomes of each person.</summary>
    [Label("Personal fulfilment", "Épanouissement individuel")]
    PersonalFulfilment,
}
