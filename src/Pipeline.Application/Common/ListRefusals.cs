using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>What a list refuses.</summary>
public static class ListRefusals
{
    public static readonly Refusal UnknownSort = Refusal.Invalid(
        "unknown_sort",
        new(
            "'{0}' is no order of this list; known are {1}, each with a minus in front to turn it round.",
            "« {0} » n'est pas un tri de cette liste ; sont connus {1}, précédés d'un moins pour l'inverser."
        ),
        "This list has no such order."
    );
}
