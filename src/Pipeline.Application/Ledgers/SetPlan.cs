using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>Writes a new version of a project's plan; managers.</summary>
public sealed record SetPlan(Guid ProjectId, long? Version, PlanBody Body) : ICommand<PlanReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            PlanRefusals.DuplicateLine,
            CommonRefusals.DateInFuture,
            CommonRefusals.BeforeStart,
            MoneyRefusals.InvalidAmount,
            .. MoneyRefusals.All,
        ];
}

/// <summary>The whole plan: what is left out is planned no more.</summary>
/// <param name="EffectiveOn">The day it counts from: today where left out, not in the future, not before the project began.</param>
public sealed record PlanBody(
    [property: MaxLength(Limits.List)] IReadOnlyList<PlanLineBody> Lines,
    DateOnly? EffectiveOn = null
);

/// <summary>One amount, for a phase and lever that the plan has once.</summary>
/// <param name="Amount">Money, or a plain number in the portfolio's currency.</param>
public sealed record PlanLineBody(Phase Phase, Lever Lever, PlanAmount Amount);

/// <summary>An amount of a plan: its currency may be left out, since a project has one.</summary>
[JsonConverter(typeof(PlanAmountConverter))]
public sealed record PlanAmount(decimal Amount, string? Currency = null);

/// <summary>Takes a plain number or money.</summary>
public sealed class PlanAmountConverter : JsonConverter<PlanAmount>
{
    /// <inheritdoc />
    public override PlanAmount? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? new(reader.GetDecimal())
        : JsonSerializer.Deserialize<MoneyDto>(ref reader, options) is { } money ? new(money.Amount, money.Currency)
        : null;

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PlanAmount value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A plan answers with money.");
}

internal sealed class SetPlanHandler(IPipelineDb db, Scope scope, PlanReader reader, TimeProvider time)
    : IRequestHandler<SetPlan, PlanReply>
{
    public async Task<PlanReply> Handle(SetPlan request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireManager();
        var project = await db.LoadProjectAsync(request.ProjectId, request.Version, cancellationToken);
        var currency = await db.CurrencyOfAsync(project.LeadPortfolioId, cancellationToken);
        var lines = request
            .Body.Lines.Select(
                (line, i) =>
                    new PlannedAmount(line.Phase, line.Lever, Cents(line.Amount, currency, $"lines[{i}].amount"))
            )
            .ToList();
        var number = await db.NextPlanNumberAsync(project.Id, cancellationToken);
        var now = time.GetUtcNow();
        db.PlanVersions.Add(
            new PlanVersion(
                project.Id,
                number,
                project.StartedOn,
                request.Body.EffectiveOn ?? now.Today(),
                lines,
                rights.UserId,
                now
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(project.Id, number, cancellationToken);
    }

    private static long Cents(PlanAmount amount, string currency, string field) =>
        MoneyIn.Cents(new MoneyDto(amount.Amount, amount.Currency ?? currency), currency, field);
}
