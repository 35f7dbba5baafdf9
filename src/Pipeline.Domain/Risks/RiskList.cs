using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Domain.Risks;

/// <summary>All risks of a project.</summary>
public sealed record RiskList([property: MaxLength(Limits.List)] IReadOnlyList<Risk> Risks)
{
    /// <summary>Held against its rules, texts trimmed, each risk with its id.</summary>
    /// <param name="before">The version before; null for the first one.</param>
    /// <param name="knownCodes">Of the reference list.</param>
    /// <exception cref="InvalidValueException"><c>risk_unnamed</c>, <c>unknown_code</c>, <c>unknown_entry</c>, <c>duplicate</c>, <c>date_in_future</c>, <c>out_of_range</c>, <c>too_long</c>, <c>too_many</c>.</exception>
    public RiskList Checked(RiskList? before, IReadOnlyCollection<string> knownCodes, DateTimeOffset now) =>
        new(
            Entries.Keep(
                before?.Risks,
                Risks,
                "risks",
                r => r.Id,
                (risk, id, at) => Checked(risk, id, at, knownCodes, now),
                now
            )
        );

    /// <summary>Open risks of a passage, or of any, that nobody has an answer to.</summary>
    public IEnumerable<Risk> Unanswered(Passage passage, DateOnly day) =>
        Risks.Where(r => (r.Passage == passage || r.Passage == Passage.Any) && r.IsOpen(day) && r.Answer is null);

    private static Risk Checked(
        Risk risk,
        Guid id,
        string at,
        IReadOnlyCollection<string> knownCodes,
        DateTimeOffset now
    )
    {
        var label = Guard.Optional(risk.Label, $"{at}.label", Limits.Name);
        if ((risk.Code is null) == (label is null))
            throw RiskRefusals.Unnamed.At($"{at}.code");
        if (risk.Code is { } code)
            Guard.KnownCode(code, $"{at}.code", knownCodes);
        InRange(risk.Likelihood, $"{at}.likelihood");
        InRange(risk.Severity, $"{at}.severity");
        if (risk.ClosedOn is { } closed)
            Guard.Day(Guard.NotInFuture(closed, now, $"{at}.closedOn"), $"{at}.closedOn");
        return risk with
        {
            Id = id,
            Label = label,
            Answer = Guard.Optional(risk.Answer, $"{at}.answer", Limits.Pages),
            OwnerFunction = Guard.Optional(risk.OwnerFunction, $"{at}.ownerFunction", Limits.Name),
        };
    }

    private static void InRange(int value, string field)
    {
        if (value is < Risk.Least or > Risk.Most)
            throw RiskRefusals.OutOfScale.With(value).At(field);
    }
}
