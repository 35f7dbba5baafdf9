using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>What happens in a random life, in its order: all that a plain second computation of modules reads.</summary>
internal sealed class WorldBook(PipelineApi api)
{
    /// <summary>Those that somebody may do something to.</summary>
    public List<TestProject> Projects { get; } = [];

    /// <summary>Instants between the deeds, the first before all of them.</summary>
    public List<DateTimeOffset> Instants { get; } = [];

    /// <summary>What was recorded.</summary>
    public List<Done> Log { get; } = [];

    public DateOnly Today => api.Clock.Today;

    /// <summary>Ends a deed: what comes now was not known yet.</summary>
    public void Mark() => Instants.Add(api.Clock.GetUtcNow());

    public void Record(string kind, Guid project, Guid id, object says) =>
        Log.Add(new(Instants.Count, Today, kind, project, id, Fields.Merge(says, null)));

    public TestProject Any(Random random) => Any(Projects, random);

    /// <summary>Whether it was done: what the product refuses is part of life, as long as it is no failure.</summary>
    public static bool Accepted(Reply reply)
    {
        reply.Status.Should().BeOneOf([200, 201, 204, 404, 409, 422], "the answer was {0}", reply.Json?.ToJsonString());
        return reply.Status < 300;
    }

    public static T Any<T>(IReadOnlyList<T> all, Random random) => all[random.Next(all.Count)];

    public static T[] Some<T>(IReadOnlyList<T> all, Random random) => [.. all.Where(_ => random.Next(2) == 0)];

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    /// <summary>A day that was sent; null where none was.</summary>
    public static DateOnly? Day(JsonNode? text) =>
        text is null
            ? null
            : DateOnly.Parse(text.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
}
