namespace Pipeline.Domain.Diagnoses;

/// <summary>Where the answers of a section are: how many on each degree of the scale. Nothing is summed up.</summary>
/// <param name="None">Answers that nothing of it is there yet.</param>
/// <param name="Begun">Answers that it is begun.</param>
/// <param name="Practised">Answers that it is done.</param>
/// <param name="Mastered">Answers that it is done well.</param>
public sealed record SectionPosition(int None, int Begun, int Practised, int Mastered)
{
    /// <summary>The position of some answers; null where there are none.</summary>
    internal static SectionPosition? Of(IReadOnlyCollection<Mastery> levels)
    {
        int On(Mastery degree) => levels.Count(l => l == degree);
        return levels.Count == 0
            ? null
            : new(On(Mastery.None), On(Mastery.Begun), On(Mastery.Practised), On(Mastery.Mastered));
    }

    /// <summary>The degree of the middle answer, the lower one of two: never a mean, so that it is a degree that somebody gave.</summary>
    public Mastery Middle()
    {
        var reached = 0;
        var half = (None + Begun + Practised + Mastered + 1) / 2;
        return Enum.GetValues<Mastery>().First(degree => (reached += On(degree)) >= half);
    }

    /// <summary>How many answers are on a degree.</summary>
    public int On(Mastery degree) =>
        degree switch
        {
            Mastery.None => None,
            Mastery.Begun => Begun,
            Mastery.Practised => Practised,
            _ => Mastered,
        };
}
