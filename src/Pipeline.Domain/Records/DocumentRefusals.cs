using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Records;

/// <summary>What documents refuse alike.</summary>
public static class DocumentRefusals
{
    public static readonly Refusal UnknownEntry = Refusal.Invalid(
        "unknown_entry",
        new(
            "No entry has the id {0}: leave id out of a new one.",
            "Aucune entrée n'a l'identifiant {0} : n'en donnez pas à une nouvelle."
        ),
        "The list has no entry with this id."
    );

    public static readonly Refusal DatesReversed = CommitmentRefusals.EndsBeforeAgreed.Saying(
        new("{0} is {1}, before {3} ({2}).", "{0} vaut {1}, avant {3} ({2}).")
    );

    /// <summary>A day that is not before another one of the same document.</summary>
    /// <exception cref="InvalidValueException"><c>dates_reversed</c>.</exception>
    internal static DateOnly InOrder(DateOnly day, DateOnly floor, string field, string floorField) =>
        day >= floor ? Guard.Day(day, field) : throw DatesReversed.With(field, day, floor, floorField).At(field);
}
