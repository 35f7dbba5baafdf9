using Pipeline.Domain.Common;

namespace Pipeline.Domain.Resources;

/// <summary>What resources refuse.</summary>
public static class ResourceRefusals
{
    public static readonly Refusal ToolMismatch = Refusal.Invalid(
        "tool_mismatch",
        new(
            "Say the kind of tool of what is in the toolbox, and of nothing else.",
            "Précisez le type d'outil de ce qui est dans la boîte à outils, et de rien d'autre."
        ),
        "Only what is in the toolbox has a kind of tool."
    );

    public static readonly Refusal YearOutOfRange = CommonRefusals.TooEarly.Saying(
        new("A year is between 1900 and 2100.", "Une année est entre 1900 et 2100.")
    );
}
