using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Domain.Alliances;

/// <summary>
/// Actors of different kinds who act together, each with a gain of its own and all for the common good: a double impact (KIT l.12, l.279-295; RC l.5399-5442,
/// l.5818-5822).
/// </summary>
/// <param name="Kinds">Codes of the reference list of kinds.</param>
/// <param name="EndsOn">The planned end, inclusive; null where none is planned.</param>
/// <param name="EndedOn">The last day, once it is over.</param>
/// <param name="SharedTerms">What the partners mean by the words they use (RC l.5041).</param>
/// <param name="Asymmetries">In what the partners differ, and how they deal with it.</param>
public sealed record Alliance(
    [property: StringLength(Limits.Name, MinimumLength = 1)] string Name,
    AllianceForm Form,
    [property: MinLength(1)] IReadOnlyList<AllianceCategory> Categories,
    DateOnly StartedOn,
    [property: MaxLength(Limits.List)] IReadOnlyList<string>? Kinds = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<AlliancePartner>? Partners = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<CommonGoodEffect>? CommonGood = null,
    DateOnly? EndsOn = null,
    DateOnly? EndedOn = null,
    DateOnly? AgreementSignedOn = null,
    [property: StringLength(Limits.Pages)] string? SharedTerms = null,
    [property: StringLength(Limits.Pages)] string? SharedVision = null,
    [property: StringLength(Limits.Pages)] string? Asymmetries = null,
    [property: StringLength(Limits.Pages)] string? Governance = null,
    Guid? TrustedThirdPartyOrganisationId = null,
    [property: StringLength(Limits.Pages)] string? ExitPlan = null
)
{
    /// <summary>What an alliance is planned for at least; a default of this product, after the three years of a support (RC l.3062-3103).</summary>
    public const int LeastMonths = 36;

    /// <summary>Held against its rules, texts trimmed.</summary>
    /// <param name="knownKinds">Codes of the reference list.</param>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>too_many</c>, <c>duplicate</c>, <c>unknown_code</c>, <c>out_of_range</c>, <c>date_in_future</c>, <c>dates_reversed</c>, <c>result_lever_not_organisational</c>.</exception>
    public Alliance Checked(IReadOnlyCollection<string> knownKinds, DateTimeOffset now)
    {
        if (Categories.Count == 0)
            throw CommonRefusals.Required.With("categories").At("categories");
        Distinct(Categories, "categories");
        var kinds = Kinds ?? [];
        Distinct(kinds, "kinds");
        for (var i = 0; i < kinds.Count; i++)
            Guard.KnownCode(kinds[i], $"kinds[{i}]", knownKinds);
        Guard.Day(Guard.NotInFuture(StartedOn, now, "startedOn"), "startedOn");
        if (EndsOn is { } ends)
            DocumentRefusals.InOrder(ends, StartedOn, "endsOn", "startedOn");
        if (EndedOn is { } ended)
            DocumentRefusals.InOrder(Guard.NotInFuture(ended, now, "endedOn"), StartedOn, "endedOn", "startedOn");
        if (AgreementSignedOn is { } signed)
            Guard.Day(Guard.NotInFuture(signed, now, "agreementSignedOn"), "agreementSignedOn");
        return this with
        {
            Name = Guard.Required(Name, "name", Limits.Name),
            Kinds = kinds,
            Partners = [.. Guard.List(Taking, "partners").Select((p, i) => Checked(p, $"partners[{i}]", now))],
            CommonGood =
            [
                .. Guard.List(CommonGood ?? [], "commonGood").Select((e, i) => Checked(e, $"commonGood[{i}]")),
            ],
            SharedTerms = Guard.Optional(SharedTerms, "sharedTerms", Limits.Pages),
            SharedVision = Guard.Optional(SharedVision, "sharedVision", Limits.Pages),
            Asymmetries = Guard.Optional(Asymmetries, "asymmetries", Limits.Pages),
            Governance = Guard.Optional(Governance, "governance", Limits.Pages),
            ExitPlan = Guard.Optional(ExitPlan, "exitPlan", Limits.Pages),
        };
    }

    /// <summary>Whether it had begun by a day.</summary>
    public bool HasBegun(DateOnly day) => StartedOn <= day;

    /// <summary>Whether it is under way on a day: begun, and not ended.</summary>
    public bool RunsOn(DateOnly day) => HasBegun(day) && (EndedOn is null || EndedOn >= day);

    /// <summary>Whole months it has lasted by a day, or lasted until it ended.</summary>
    public int Months(DateOnly day)
    {
        var end = EndedOn is { } ended && ended < day ? ended : day;
        return Math.Max(0, Common.Months.Between(StartedOn, end));
    }

    /// <summary>Whether it was planned for less than an alliance needs.</summary>
    public bool IsShort() => EndsOn is { } end && Common.Months.Through(StartedOn, end) < LeastMonths;

    /// <summary>Partners who have left while it goes on, and nobody has come since.</summary>
    public IEnumerable<AlliancePartner> Gone(DateOnly day) =>
        RunsOn(day)
            ? Taking.Where(p => p.Until is { } until && until < day && !Taking.Any(q => q.Since >= until && q != p))
            : [];

    /// <summary>Partners without an objective of their own.</summary>
    public IEnumerable<AlliancePartner> WithoutObjective() => Taking.Where(p => p.Objectives is not { Count: > 0 });

    /// <summary>Partners without a gain of their own.</summary>
    public IEnumerable<AlliancePartner> WithoutGain() => Taking.Where(p => p.Gains is not { Count: > 0 });

    /// <summary>Whether every partner has an objective and a gain, and there is an effect for the common good.</summary>
    public bool HasDoubleImpact() =>
        Taking.Count > 0
        && CommonGood is { Count: > 0 }
        && Taking.All(p => p is { Objectives.Count: > 0, Gains.Count: > 0 });

    /// <summary>The conditions of being jointly responsible that are not written down yet, by the field that holds them (RC l.5818-5822).</summary>
    public IEnumerable<string> UnmetConditions()
    {
        if (SharedVision is null)
            yield return "sharedVision";
        if (Asymmetries is null)
            yield return "asymmetries";
        if (Governance is null)
            yield return "governance";
    }

    private IReadOnlyList<AlliancePartner> Taking => Partners ?? [];

    private AlliancePartner Checked(AlliancePartner partner, string at, DateTimeOffset now)
    {
        if (Taking.Count(p => p.OrganisationId == partner.OrganisationId && p.Since == partner.Since) > 1)
            throw CommonRefusals.Duplicate.With(partner.OrganisationId).At($"{at}.organisationId");
        Guard.Day(Guard.NotInFuture(partner.Since, now, $"{at}.since"), $"{at}.since");
        if (partner.Until is { } until)
            DocumentRefusals.InOrder(until, partner.Since, $"{at}.until", "since");
        return partner with
        {
            Sponsor = Guard.Optional(partner.Sponsor, $"{at}.sponsor", Limits.Name),
            Objectives =
            [
                .. Guard
                    .List(partner.Objectives ?? [], $"{at}.objectives")
                    .Select(
                        (o, i) =>
                            o with
                            {
                                Text = Guard.Required(o.Text, $"{at}.objectives[{i}].text", Limits.Paragraph),
                            }
                    ),
            ],
            Gains =
            [
                .. Guard
                    .List(partner.Gains ?? [], $"{at}.gains")
                    .Select(
                        (g, i) => g with { Text = Guard.Optional(g.Text, $"{at}.gains[{i}].text", Limits.Paragraph) }
                    ),
            ],
        };
    }

    private static CommonGoodEffect Checked(CommonGoodEffect effect, string at)
    {
        if (effect is { ResultLever: not null, Dimension: not CommonGoodDimension.Organisational })
            throw AllianceRefusals.ResultLeverNotOrganisational.At($"{at}.resultLever");
        return effect with { Text = Guard.Required(effect.Text, $"{at}.text", Limits.Paragraph) };
    }

    private static void Distinct<T>(IReadOnlyList<T> items, string field)
    {
        Guard.List(items, field);
        Guard.Once(items, field);
    }
}
