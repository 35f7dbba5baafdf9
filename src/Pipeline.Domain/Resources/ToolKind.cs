using Pipeline.Domain.Common;

namespace Pipeline.Domain.Resources;

/// <summary>The drawers of the toolbox (KIT l.97-118).</summary>
public enum ToolKind
{
    /// <summary>What the situation is.</summary>
    [Label("Context", "Contexte")]
    Context = 1,

    /// <summary>What goes deeper.</summary>
    [Label("Knowledge", "Connaissance")]
    Knowledge,

    /// <summary>A practical guide.</summary>
    [Label("Guide", "Guide pratique")]
    Guide,

    /// <summary>A sheet to fill in or to follow.</summary>
    [Label("Tool sheet", "Fiche outil")]
    ToolSheet,
}
