using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>What an organisational effect is made of.</summary>
public enum ResultLever
{
    /// <summary>Of the economy.</summary>
    [Label("Economic", "Économique")]
    Economic = 1,

    /// <summary>Of people's situation.</summary>
    [Label("Social")]
    Social,

    /// <summary>Of the environment.</summary>
    [Label("Environmental", "Environnemental")]
    Environmental,

    /// <summary>Of society.</summary>
    [Label("Societal", "Sociétal")]
    Societal,
}
