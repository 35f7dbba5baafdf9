using Microsoft.AspNetCore.Identity;
using Microsoft.OpenApi;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Economics;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Reminders;
using Pipeline.Domain.Resources;
using Pipeline.Domain.Support;

namespace Pipeline.Api.OpenApi;

/// <summary>
/// What values may be where neither a type nor an attribute says it, because the aggregates hold them against the domain's own tables and
/// constants. Named by property, or by schema and property where a name means several things.
/// </summary>
internal static class PropertyLimits
{
    private const decimal Cent = 0.01m,
        FourDecimals = 0.0001m;

    private const string CurrencyForm = "^[A-Z]{3}$",
        MonthForm = "^[0-9]{4}-[0-9]{2}$",
        HashForm = "^[0-9a-f]{64}$",
        WebForm = "^[Hh][Tt][Tt][Pp][Ss]?://";

    /// <summary>What the dashboard points at; no refusals, though written alike.</summary>
    internal static readonly string[] AttentionCodes =
    [
        "capacity_building_missed",
        "evaluation_missed",
        "phase_overdue",
        "review_overdue",
        "commitment_undelivered",
        "warnings_open",
        "agreement_short",
        "agreement_exit_missing",
        "agreement_ending",
        "alliance_partner_gone",
        "alliance_short",
        "impact_due",
        "indicator_unread",
        "evaluation_due",
        "evaluation_late",
        "trajectory_late",
        "report_late",
        "catalyst_is_operator",
    ];

    /// <summary>The rules by name; internal so that a test can find one that has outlived its property.</summary>
    internal static readonly IReadOnlyDictionary<string, Action<OpenApiSchema>> Rules = new Dictionary<
        string,
        Action<OpenApiSchema>
    >
    {
        ["currency"] = s => s.Pattern = CurrencyForm,
        ["Money.amount"] = s => s.MultipleOf = Cent,
        ["MoneyInput.amount"] = Amount,
        ["StatedMoney.amount"] = s => s.MultipleOf = Cent,
        ["StatedMoneyInput.amount"] = s =>
            (s.Minimum, s.Maximum, s.MultipleOf) = ("0", SchemaText.Of(Money.MaxCents / 100), Cent),
        ["EconomicPeople.fullTimeEquivalents"] = s => s.MultipleOf = Cent,
        ["EconomicPeopleInput.fullTimeEquivalents"] = s =>
            (s.Minimum, s.Maximum, s.MultipleOf) = ("0", SchemaText.Of(EconomicPeople.Most), Cent),
        ["hours"] = s => s.MultipleOf = Cent,
        ["CommitmentBody.hours"] = Hours,
        ["DeliveryBody.hours"] = Hours,

        ["RatioReply.value"] = AnyShare,
        ["RatioReferenceReply.value"] = Share,
        ["RatioReferenceBody.value"] = Share,
        ["target"] = Share,
        ["Indicator.target"] = AnyNumber,
        ["IndicatorInput.target"] = AnyNumber,
        ["IndicatorReadingBody.value"] = IndicatorNumber,
        ["IndicatorReadingReply.value"] = IndicatorNumber,
        ["IndicatorTarget.baseline"] = IndicatorNumber,
        ["IndicatorTarget.target"] = IndicatorNumber,
        ["IndicatorTargetReply.baseline"] = IndicatorNumber,
        ["IndicatorTargetReply.target"] = IndicatorNumber,
        ["IndicatorTargetReply.value"] = IndicatorNumber,
        ["IndicatorProjectValue.target"] = AnyNumber,
        ["IndicatorEntry.target"] = AnyNumber,
        ["ceiling"] = Share,
        ["capacityBuildingTarget"] = Share,
        ["evaluationCeiling"] = Share,
        ["nearBand"] = Share,
        ["spreadTerritories"] = s => Between(s, 1, LifecyclePolicy.MostTerritories),
        ["daysBefore"] = s => Between(s, 0, ReminderRules.MostDays),
        ["MailPreference.kind"] = s => s.Enum = SchemaText.Codes(EventTypes.Codes),
        ["reviewDays"] = s => Between(s, 1, LifecyclePolicy.MostReviewDays),
        ["share"] = Share,
        ["MixShare.share"] = AnyShare,

        ["sdg"] = s => Between(s, Sdgs.First, Sdgs.Last),
        ["WebhookBody.events"] = s => Items(s, item => item.Enum = SchemaText.Codes(EventTypes.Codes)),
        ["sdgs"] = s => Distinct(s, Sdgs.All.Count, item => Between(item, Sdgs.First, Sdgs.Last)),
        ["domains"] = s =>
            Distinct(s, Domains.All.Count, item => item.Enum = SchemaText.Codes(Domains.All.Select(d => d.Code))),
        ["region"] = s => OneOf(s, Regions.All.Select(r => r.Code)),
        ["participants"] = s => Distinct(s, Enum.GetValues<Participant>().Length),
        ["ParticipationBody.participants"] = s => Items(s, item => (item.MinLength, item.MaxLength) = (1, Limits.Name)),
        ["ParticipationReply.participants"] = s =>
            Items(s, item => (item.MinLength, item.MaxLength) = (1, Limits.Name)),
        ["themes"] = s => Items(s, item => (item.MinLength, item.MaxLength) = (1, Limits.Name)),
        ["ProgrammeBody.coachings"] = s => Items(s, item => (item.MinLength, item.MaxLength) = (1, Limits.Code)),
        ["CatalystBody.territories"] = s => Items(s, item => (item.MinLength, item.MaxLength) = (1, Limits.Name)),
        ["resultIndicators"] = s => Items(s, item => (item.MinLength, item.MaxLength) = (1, Limits.Paragraph)),
        ["kinds"] = s => Items(s, item => item.MaxLength = Limits.Code),
        ["PlannedEvaluation.questions"] = s =>
            Items(s, item => (item.MinLength, item.MaxLength) = (1, Limits.Paragraph)),
        ["paths"] = s => Items(s, item => item.Enum = SchemaText.Codes(ReadingPaths.Codes)),
        ["ResourceBody.criteria"] = OfGates,
        ["ResourceReply.criteria"] = OfGates,
        ["QuestionReply.criteria"] = OfGates,
        ["ResourceBody.year"] = s => Between(s, Resource.FirstYear, Resource.LastYear),
        ["Impact.indicators"] = s => Items(s, item => (item.MinLength, item.MaxLength) = (1, Limits.Code)),
        ["ReportSchedule.sections"] = s => Items(s, item => (item.MinLength, item.MaxLength) = (1, Limits.Code)),
        ["ReportScheduleInput.sections"] = s => Items(s, item => (item.MinLength, item.MaxLength) = (1, Limits.Code)),
        ["solutionHypotheses"] = s => Items(s, item => (item.MinLength, item.MaxLength) = (1, Limits.Paragraph)),
        ["level"] = s => Between(s, StakeholderTable.MinLevel, StakeholderTable.MaxLevel),
        ["expected"] = s => Between(s, StakeholderTable.MinLevel, StakeholderTable.MaxLevel),
        ["StakeholderGap.gap"] = s => Between(s, -StakeholderTable.MaxLevel, StakeholderTable.MaxLevel),
        ["need"] = s => Between(s, NeedProfile.MinNeed, NeedProfile.MaxNeed),
        ["NeedProfileBody.items"] = s => s.MinItems = s.MaxItems = PhaseOrder.All.Count * Levers.All.Count,
        ["WaiverInput.criterion"] = s => OneOf(s, Gates.Criteria.Select(c => c.Code)),

        ["role"] = s => OneOf(s, [.. Codes.All<PortfolioRole>(), "owner"]),
        ["TerritoryBody.role"] = s => OneOf(s, Codes.All<TerritoryRole>()),
        ["TerritoryReply.role"] = s => OneOf(s, Codes.All<TerritoryRole>()),
        ["PortfolioTerritoryReply.role"] = s => OneOf(s, Codes.All<TerritoryRole>()),
        ["OwnerReply.role"] = s => OneOf(s, ["owner"]),
        ["DecisionReply.decision"] = s => OneOf(s, [.. Codes.All<DecisionKind>(), "withdraw"]),
        ["countsAs"] = s => OneOf(s, ["directSupport", "capacityBuilding", "evaluation"]),
        ["AttentionEntry.code"] = s => OneOf(s, AttentionCodes),

        ["severities"] = s => Keys(s, Gates.Criteria.Select(c => c.Code)),
        ["byPhase"] = s => AllKeys(s, Codes.All<Phase>()),
        ["byStanding"] = s => AllKeys(s, Codes.All<Standing>()),
        ["byTrigger"] = s => Keys(s, Codes.All<Trigger>()),
        ["attentionTotals"] = s => Keys(s, AttentionCodes),

        ["MappingBody.columns"] = s => Values(s, Limits.Code),
        ["MappingBody.constants"] = s => Values(s, Limits.Pages),
        ["headingRow"] = s => s.Minimum = "1",

        ["sha256"] = s => s.Pattern = HashForm,
        ["DocumentReply.size"] = s => s.Minimum = "1",
        ["ClosingFileReply.size"] = s => s.Minimum = "1",

        ["url"] = s => s.Format = "uri",
        ["LinkInput.url"] = s => (s.Format, s.Pattern) = ("uri", WebForm),
        ["email"] = s => s.Format = "email",
        ["ProviderReply.url"] = s => s.Format = "uri-reference",
        ["LoginBody.email"] = AnyText,
        ["month"] = s => s.Pattern = MonthForm,

        ["page"] = s => s.Minimum = "1",
        ["pageSize"] = s => Between(s, 1, PageOf.MaxSize),
        ["totalItems"] = s => s.Minimum = "0",
        ["totalPages"] = s => s.Minimum = "0",
        ["version"] = s => s.Minimum = "0",
        ["sequence"] = s => s.Minimum = "1",
        ["AuditBreakReply.sequence"] = AnyNumber,
        ["AuditVerificationReply.entries"] = s => s.Minimum = "0",
        ["AuditStateReply.entries"] = s => s.Minimum = "0",
        ["AuditVerifiedReply.entries"] = s => s.Minimum = "0",
        ["hash"] = Hash,
        ["previousHash"] = Hash,
        ["lastHash"] = Hash,
        ["daysInPhase"] = s => s.Minimum = "0",
    };

    private static void OfGates(OpenApiSchema s) =>
        Items(s, item => item.Enum = SchemaText.Codes(Gates.Criteria.Select(c => c.Code)));

    public static void Apply(OpenApiDocument document, PasswordOptions password)
    {
        foreach (var (name, schema) in document.Schemas())
        {
            if (schema is not OpenApiSchema named)
                continue;
            if (named.Enum is { Count: > 0 } codes)
            {
                // The first place that an enum is met at may permit null; the enum itself never does.
                named.Type = JsonSchemaType.String;
                named.Enum = [.. codes.Where(code => code is not null && !JsonNullSentinel.IsJsonNullSentinel(code))];
            }
            foreach (var (property, part) in named.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                Tidy(part);
                if (
                    part is OpenApiSchema value
                    && (Rules.GetValueOrDefault($"{name}.{property}") ?? Rules.GetValueOrDefault(property)) is { } rule
                )
                    rule(value);
            }
        }
        if (Property(document, "CreateUser", "password") is { } chosen)
            (chosen.MinLength, chosen.Format) = (password.RequiredLength, "password");
        foreach (var schema in new[] { "AcceptInvitation", "ResetPassword" })
            if (Property(document, schema, "password") is { } first)
                (first.MinLength, first.Format) = (password.RequiredLength, "password");
        if (Property(document, "ChangePassword", "new") is { } next)
            (next.MinLength, next.Format) = (password.RequiredLength, "password");
        foreach (var (schema, property) in new[] { ("LoginBody", "password"), ("ChangePassword", "current") })
            if (Property(document, schema, property) is { } given)
                given.Format = "password";
        // Either way of writing an amount: read by a converter, which no exporter can look into.
        if (document.Schemas().TryGetValue("PlanAmount", out var amount) && amount is OpenApiSchema either)
        {
            var number = new OpenApiSchema
            {
                Type = JsonSchemaType.Number,
                Description = "In the currency of the lead portfolio.",
            };
            Amount(number);
            either.OneOf = [number, new OpenApiSchemaReference("MoneyInput", document)];
        }
    }

    private static OpenApiSchema? Property(OpenApiDocument document, string schema, string property) =>
        document.Schemas().TryGetValue(schema, out var found)
        && found.Properties?.TryGetValue(property, out var part) == true
            ? part as OpenApiSchema
            : null;

    // Numbers with a fraction are decimals here, and no text is shorter than nothing.
    private static void Tidy(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema value)
            return;
        if (value.Format == "double")
            value.Format = null;
        if (value.MinLength == 0)
            value.MinLength = null;
    }

    private static void Values(OpenApiSchema s, int longest)
    {
        if (s.AdditionalProperties is OpenApiSchema value)
            value.MaxLength = longest;
    }

    private static void Amount(OpenApiSchema s) =>
        (s.ExclusiveMinimum, s.Maximum, s.MultipleOf) = ("0", SchemaText.Of(Money.MaxCents / 100), Cent);

    private static void Hours(OpenApiSchema s) =>
        (s.ExclusiveMinimum, s.Maximum, s.MultipleOf) = ("0", SchemaText.Of(Limits.Hours), Cent);

    private static void IndicatorNumber(OpenApiSchema s) =>
        (s.Minimum, s.Maximum) = (SchemaText.Of(-IndicatorValue.Most), SchemaText.Of(IndicatorValue.Most));

    private static void Share(OpenApiSchema s) => (s.Minimum, s.Maximum, s.MultipleOf) = ("0", "1", FourDecimals);

    // Four decimals, and as many more as it takes to stand on its side of a threshold.
    private static void AnyShare(OpenApiSchema s) => (s.Minimum, s.Maximum) = ("0", "1");

    private static void AnyNumber(OpenApiSchema s) { }

    private static void Hash(OpenApiSchema s) => s.Pattern = HashForm;

    private static void AnyText(OpenApiSchema s) { }

    private static void Between(OpenApiSchema s, int least, int most)
    {
        if (s.Is(JsonSchemaType.Integer))
            (s.Minimum, s.Maximum) = (SchemaText.Of(least), SchemaText.Of(most));
    }

    private static void Distinct(OpenApiSchema s, int most, Action<OpenApiSchema>? item = null)
    {
        if (!s.Is(JsonSchemaType.Array))
            return;
        (s.MaxItems, s.UniqueItems) = (most, true);
        if (item is not null)
            Items(s, item);
    }

    private static void Items(OpenApiSchema s, Action<OpenApiSchema> rule)
    {
        if (s.Items is OpenApiSchema item && item.Type is not null)
            rule(item);
    }

    // A list of the permitted values has to name null as well where that is one of them.
    private static void OneOf(OpenApiSchema s, IEnumerable<string> codes)
    {
        if (!s.Is(JsonSchemaType.String))
            return;
        s.Enum = SchemaText.Codes(codes);
        if (s.Is(JsonSchemaType.Null))
            s.Enum.Add(JsonNullSentinel.JsonNull);
    }

    private static void Keys(OpenApiSchema s, IEnumerable<string> codes) =>
        s.PropertyNames = new OpenApiSchema { Enum = SchemaText.Codes(codes) };

    private static void AllKeys(OpenApiSchema s, IReadOnlyList<string> codes)
    {
        if (!s.Is(JsonSchemaType.Object))
            return;
        Keys(s, codes);
        s.Required = codes.ToHashSet();
    }
}
