using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Pipeline.Api.Web.Parts;

/// <summary>A word in a drawing: Razor keeps <c>text</c> for itself.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Its middle.</summary>
    [Parameter, EditorRequired]
    public required string X { get; set; }

    /// <summary>Its foot.</summary>
    [Parameter, EditorRequired]
    public required string Y { get; set; }

    /// <summary>The word.</summary>
    [Parameter, EditorRequired]
    public required string Says { get; set; }

    /// <summary>How it is drawn; null as all are.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddAttribute(3, "text-anchor", "middle");
        builder.AddAttribute(4, "class", Class);
        builder.AddContent(5, Says);
        builder.CloseElement();
    }
}
