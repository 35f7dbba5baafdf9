using Pipeline.Domain.Common;

namespace Pipeline.Domain.Resources;

/// <summary>What a resource is for: the four natures of documents of the kit (KIT l.52-57).</summary>
public enum ResourceNature
{
    /// <summary>Says what is at stake and how to think about it.</summary>
    [Label("Framework", "Cadre de référence")]
    Framework = 1,

    /// <summary>Shows a case.</summary>
    [Label("Illustration", "Illustrations")]
    Illustration,

    /// <summary>Says how something is done.</summary>
    [Label("Method", "Méthode")]
    Method,

    /// <summary>Is worked with; <see cref="ToolKind"/> says how.</summary>
    [Label("Toolbox", "Boîte à outils")]
    Toolbox,
}
