using Pipeline.Domain.Common;

namespace Pipeline.Application.Reference;

/// <summary>A list that is sent whole, under either of its names: as <c>items</c>, as every list of reference data, or by what it is a list of, as the lists of modules.</summary>
/// <param name="Name">What it is a list of, for example <c>risks</c>.</param>
/// <param name="Items">What was sent as <c>items</c>; null where nothing was.</param>
/// <param name="Named">What was sent under its name; null where nothing was.</param>
public sealed record SentList<T>(string Name, IReadOnlyList<T>? Items, IReadOnlyList<T>? Named = null)
{
    private static readonly Refusal Missing = CommonRefusals.Required.Saying(
        new("The list is required, as items or as {0}.", "La liste est obligatoire, sous items ou sous {0}.")
    );

    private static readonly Refusal Twice = CommonRefusals.Duplicate.Saying(
        new(
            "The list is sent twice: send it as items or as {0}.",
            "La liste est envoyée deux fois : l'envoyer sous items ou sous {0}."
        )
    );

    /// <summary>The list, and the name that it was sent under.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>duplicate</c>.</exception>
    internal (string Field, IReadOnlyList<T> Items) Read() =>
        (Items, Named) switch
        {
            ({ } items, null) => ("items", items),
            (null, { } named) => (Name, named),
            (null, null) => throw Missing.With(Name).At("items"),
            _ => throw Twice.With(Name).At(Name),
        };
}
