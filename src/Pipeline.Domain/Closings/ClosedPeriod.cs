using Pipeline.Domain.Common;

namespace Pipeline.Domain.Closings;

/// <summary>The last period that a portfolio has closed.</summary>
/// <param name="Number">Of its closing.</param>
/// <param name="AsOf">Its last day.</param>
public sealed record ClosedPeriod(int Number, DateOnly AsOf)
{
    /// <summary>Closed days are strictly ascending.</summary>
    /// <exception cref="RefusedException"><c>closing_not_after_last</c>.</exception>
    public void RequireBefore(DateOnly asOf)
    {
        if (asOf <= AsOf)
            throw ClosingRefusals.NotAfterLast.With(asOf, AsOf).Exception();
    }
}
