using System.Globalization;
using Pipeline.Application.Exports;
using Pipeline.Domain.Phases;

namespace Pipeline.Benchmarks;

/// <summary>Project rows like those of a large funder, the same ones every time, made while they are read.</summary>
internal static class SampleProjects
{
    private static readonly string[] Words =
    [
        "mobility",
        "housing",
        "école",
        "energy",
        "care",
        "territory",
        "inclusion",
        "platform",
        "association",
        "sharing",
        "food",
        "advice",
        "garden",
        "workshop",
        "ageing",
        "digital",
    ];

    public static async IAsyncEnumerable<ProjectRow> Come(int count)
    {
        for (var i = 0; i < count; i++)
        {
            // As from a database: rows are there by the hundred, now and then one has to wait.
            if (i % 500 == 0)
                await Task.Yield();
            yield return Row(i);
        }
    }

    private static ProjectRow Row(int i)
    {
        string Text(int words, int seed) =>
            string.Join(
                ' ',
                Enumerable.Range(0, words).Select(w => Words[(int)((uint)HashCode(i, seed, w) % Words.Length)])
            );
        var cents = (uint)HashCode(i, 1, 1) % 100_000_000;
        var day = new DateOnly(2010, 1, 1).AddDays((int)((uint)HashCode(i, 2, 2) % 5_000));
        return new(
            new Guid(i, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8),
            string.Create(CultureInfo.InvariantCulture, $"PRJ-{i:000000}"),
            Text(5, 3),
            i % 4 == 0 ? null : Text(25, 4),
            Text(3, 5),
            "FUND-1",
            (Phase)(1 + i % 5),
            i % 9 == 0 ? Standing.OnHold : Standing.Active,
            day,
            day.AddDays(i % 900),
            i % 900,
            "8, 11",
            Text(2, 6),
            "Île-de-France, Bretagne",
            cents,
            cents / 2,
            cents / 3,
            i % 6 == 0 ? null : i % 10_000 / 10_000m,
            i % 6 == 0 ? null : i % 3_000 / 10_000m,
            "EUR",
            1 + i % 40
        );
    }

    private static int HashCode(int i, int seed, int place) =>
        unchecked((i * 397 ^ seed * 7919 ^ place * 104_729) * (int)2654435761);
}
