using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>Dashboards of a fund that has had a random life, at random days and instants; the first is of now.</summary>
internal static class RandomViews
{
    /// <summary>Asks for them one by one.</summary>
    /// <param name="instants">Between the deeds of its life, in order.</param>
    /// <param name="seed">Gives the same days and instants again.</param>
    /// <param name="daysBack">How far the days go back.</param>
    public static async IAsyncEnumerable<(Reply Dashboard, int Known, DateOnly Day)> OfAsync(
        Fund fund,
        IReadOnlyList<DateTimeOffset> instants,
        int seed,
        int views,
        int daysBack
    )
    {
        var random = new Random(seed);
        for (var i = 0; i < views; i++)
        {
            var known = i == 0 ? instants.Count - 1 : random.Next(instants.Count);
            var day = fund.Api.Clock.Today.AddDays(i == 0 ? 0 : -random.Next(daysBack));
            var at = instants[known].UtcDateTime;
            var dashboard = await fund.DashboardAsync(
                $"?asOf={day:yyyy-MM-dd}&knownAt={at:yyyy-MM-ddTHH:mm:ss.fffffff}Z"
            );
            yield return (dashboard.ShouldBe(200), known, day);
        }
    }
}
