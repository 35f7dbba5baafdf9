using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>How much an unmet criterion weighs; a portfolio's policy can set it for each criterion.</summary>
public enum Severity
{
    /// <summary>Bars the way unless a manager waives it with a reason.</summary>
    [Label("Blocking", "Bloquant")]
    Block = 1,

    /// <summary>Never bars the way, but is shown and recorded.</summary>
    [Label("Warning", "Alerte")]
    Warn,

    /// <summary>Shown for the record, asks for nothing.</summary>
    [Label("Ignored", "Ignoré")]
    Ignore,
}
