using System.Text.Json.Nodes;
using Pipeline.Application.Common;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Application.Webhooks;

/// <summary>What receivers are sent: <c>{ type, timestamp, data }</c>, where data has ids and states, never amounts or texts.</summary>
internal static class WebhookMessage
{
    /// <summary>An event for one webhook. The portfolio is the webhook's own: who else holds the project is none of the receiver's business.</summary>
    public static WebhookDelivery For(Webhook webhook, PublishedEvent published, DateTimeOffset now)
    {
        var data = new JsonObject { ["portfolioId"] = webhook.PortfolioId };
        if (published.ProjectId is { } projectId)
            data["projectId"] = projectId;
        foreach (var (name, value) in JsonNode.Parse(published.Payload)!.AsObject())
            data[name] = value?.DeepClone();
        var body = new JsonObject
        {
            ["type"] = published.Type,
            ["timestamp"] = published.OccurredAt.UtcDateTime,
            ["data"] = data,
        };
        return new(
            webhook.Id,
            published.Id,
            published.Type,
            published.ProjectId,
            published.OccurredAt,
            body.ToJsonString(),
            now
        );
    }
}
