namespace Pipeline.Domain.Common;

/// <summary>A kind of event as others see it.</summary>
/// <param name="Code">Stable and public, for example <c>transition.reported</c>.</param>
/// <param name="Label">What happened, in few words.</param>
/// <param name="Audience">Who is told.</param>
public sealed record EventType(string Code, Text Label, EventAudience Audience = EventAudience.Members);
