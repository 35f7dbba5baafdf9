using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Economics;

/// <summary>Which of a project's two pictures.</summary>
public enum WhichPicture
{
    /// <summary>How it lives.</summary>
    [Label("Current", "Actuel")]
    Current = 1,

    /// <summary>How it is to live.</summary>
    [Label("Target", "Cible")]
    Target,
}

/// <summary>Where pictures are kept.</summary>
internal static class Pictures
{
    /// <summary>The kind of document that a picture is.</summary>
    public static DocumentKind Kind(this WhichPicture which) =>
        which == WhichPicture.Target ? DocumentKind.TargetEconomics : DocumentKind.CurrentEconomics;
}
