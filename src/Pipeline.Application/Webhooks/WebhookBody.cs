using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Webhooks;

/// <summary>A webhook that is asked for.</summary>
/// <param name="Url">An https address that the public internet reaches.</param>
/// <param name="Events">Types of events, at least one.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Enabled">Whether messages are sent; what was switched off is switched on again.</param>
public sealed record WebhookBody(
    [property: StringLength(Limits.Url)] string Url,
    [property: MaxLength(Limits.List)] IReadOnlyList<string> Events,
    [property: StringLength(Limits.Short)] string? Description = null,
    bool Enabled = true
);
