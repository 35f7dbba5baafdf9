using Pipeline.Domain.Support;

namespace Pipeline.Application.Exports;

/// <summary>How a commitment reads as a subsidy agreement; an import compares by the same words (docs/subsidies.md).</summary>
public static class Subsidy
{
    /// <summary>The most characters of a purpose (<c>objet</c>).</summary>
    public const int PurposeLength = 256;

    /// <summary>The project's name, cut where the format would cut it.</summary>
    public static string PurposeOf(string name) =>
        name.Length <= PurposeLength ? name : name[..PurposeLength].TrimEnd();

    /// <summary><c>aide en nature</c>: goods and work alike; else <c>aide en numéraire</c>.</summary>
    public static bool IsInKind(Nature nature) => nature != Nature.Cash;

    /// <summary>When it is paid, which the format demands: where no dates were agreed, the day of the agreement.</summary>
    public static (DateOnly Starts, DateOnly Ends) PeriodOf(DateOnly agreedOn, DateOnly? startsOn, DateOnly? endsOn)
    {
        var starts = startsOn ?? agreedOn;
        return (starts, endsOn ?? starts);
    }
}
