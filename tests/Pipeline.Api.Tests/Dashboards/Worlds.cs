using System.Globalization;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>Which random lives a test looks at: the same each time, or as many others as are asked for (CONTRIBUTING).</summary>
internal static class Worlds
{
    public static IReadOnlyList<int> Or(params int[] usual) =>
        Environment.GetEnvironmentVariable("PIPELINE_TEST_WORLDS") is { Length: > 0 } worlds
            ? [.. Enumerable.Range(Environment.TickCount & 0xFFFFFF, int.Parse(worlds, CultureInfo.InvariantCulture))]
            : usual;
}
