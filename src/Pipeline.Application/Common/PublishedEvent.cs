using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>An event on its way out of the outbox.</summary>
/// <param name="Id">The same at every attempt: whoever gets it twice can tell.</param>
/// <param name="Type">What it is called outside, for example <c>transition.reported</c>.</param>
/// <param name="OccurredAt">When it happened (UTC).</param>
/// <param name="ProjectId">The project it happened in; null where it is none's.</param>
/// <param name="PortfolioId">The portfolio it happened in; null where it is none's.</param>
/// <param name="Payload">What the event adds, as a JSON object.</param>
public sealed record PublishedEvent(
    Guid Id,
    string Type,
    DateTimeOffset OccurredAt,
    Guid? ProjectId,
    Guid? PortfolioId,
    string Payload
)
{
    /// <summary>When it was written, with its cause (UTC).</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>In whose name its cause was done; null where that is not known.</summary>
    public Guid? CausedBy { get; init; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly string[] Columns = ["type", "occurredAt", "projectId", "portfolioId", "isPersonal"];

    /// <summary>What an event adds to those fields that every event has.</summary>
    public static string PayloadOf(DomainEvent happened)
    {
        var payload = JsonSerializer.SerializeToNode(happened, happened.GetType(), Options)!.AsObject();
        foreach (var column in Columns)
            payload.Remove(column);
        return payload.ToJsonString();
    }

    /// <summary>The payload as what was raised; the fields that every event has are here, and not in it.</summary>
    public T Read<T>()
        where T : DomainEvent => Read<T>(Payload);

    /// <summary>A payload that was kept, as what was raised.</summary>
    public static T Read<T>(string payload)
        where T : DomainEvent => JsonSerializer.Deserialize<T>(payload, Options)!;
}
