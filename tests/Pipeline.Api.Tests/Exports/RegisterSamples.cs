using Pipeline.Application.Exports;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Tests.Exports;

/// <summary>Rows for the writer alone, with one text wherever somebody's text can stand.</summary>
internal static class RegisterSamples
{
    private static readonly DateOnly Day = new(2024, 2, 29);
    private static readonly DateTimeOffset Instant = new(2024, 2, 29, 12, 30, 15, TimeSpan.Zero);
    private static readonly Guid Id = new("01234567-89ab-7def-8123-456789abcdef");

    public static ProjectRow Project(string text, string currency = "EUR", long cents = 123_456) =>
        new(
            Id,
            text,
            text,
            text,
            text,
            text,
            Phase.Modelling,
            Standing.OnHold,
            Day,
            Day,
            12,
            text,
            text,
            text,
            cents,
            cents,
            -cents,
            0.2205m,
            null,
            currency,
            7
        );

    public static TransitionRow Transition(string text) =>
        new(
            Id,
            Id,
            text,
            text,
            3,
            Trigger.Advance,
            Phase.Conception,
            Standing.Active,
            Phase.Experimentation,
            Standing.Active,
            TransitionStatus.Effective,
            Day,
            text,
            Instant,
            text,
            Instant,
            text,
            text,
            null,
            text
        );

    public static CommitmentRow Commitment(string text) =>
        new(
            Id,
            Id,
            text,
            text,
            text,
            text,
            Phase.Modelling,
            Lever.Funding,
            Nature.Skills,
            100,
            50,
            50,
            "EUR",
            Day,
            null,
            Day,
            12.5m,
            text,
            Instrument.Grant,
            text,
            ProviderKind.External,
            Day,
            text,
            7,
            text,
            50,
            Day,
            text,
            text,
            Id,
            Id,
            Id
        );

    public static DeliveryRow Delivery(string text) =>
        new(
            Id,
            Id,
            text,
            Id,
            text,
            text,
            text,
            Phase.Modelling,
            Lever.Funding,
            Nature.Cash,
            -3_333,
            "EUR",
            Day,
            -1.25m,
            text,
            Id,
            text,
            text,
            ProviderKind.Peer
        );

    /// <summary>Rows that are there already, as they come from a database.</summary>
    public static async IAsyncEnumerable<T> Come<T>(params T[] rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }
}
