using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>
/// A path that a portfolio offers to those who animate territories: common times, individual times, coaching, and a road map at its end (CT l.343-509).
/// Cohorts take their sessions from it.
/// </summary>
/// <param name="Code">Unique within the portfolio.</param>
/// <param name="Months">How long a cohort is under way.</param>
/// <param name="Themes">What it speaks about.</param>
/// <param name="PartnerOrganisationIds">Who carries it together, of the directory.</param>
/// <param name="Sessions">The common times, in their order; at least one.</param>
/// <param name="Coachings">Codes of the sessions that a coaching comes before.</param>
public sealed record Programme(
    string Code,
    string Name,
    int Months,
    IReadOnlyList<string> Themes,
    IReadOnlyList<Guid> PartnerOrganisationIds,
    IReadOnlyList<ProgrammeSession> Sessions,
    IReadOnlyList<string> Coachings
)
{
    /// <summary>How long a path may be, in months.</summary>
    public const int MostMonths = 60;

    /// <summary>Held against its rules, texts trimmed.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>too_many</c>, <c>duplicate</c>, <c>out_of_range</c>, <c>unknown_code</c>.</exception>
    public Programme Checked()
    {
        if (Months is < 1 or > MostMonths)
            throw ProgrammeRefusals.MonthsOutOfRange.With(MostMonths).At("months");
        if (Sessions.Count == 0)
            throw CommonRefusals.Required.With("sessions").At("sessions");
        var sessions = Guard.List(Sessions, "sessions").Select((s, i) => Checked(s, $"sessions[{i}]")).ToList();
        Guard.Once(sessions, s => s.Code, i => $"sessions[{i}].code", StringComparer.OrdinalIgnoreCase);
        var themes = Guard
            .List(Themes, "themes")
            .Select((t, i) => Guard.Required(t, $"themes[{i}]", Limits.Name))
            .ToList();
        Guard.Once(themes, "themes");
        Guard.Once(Guard.List(PartnerOrganisationIds, "partnerOrganisationIds"), "partnerOrganisationIds");
        var codes = sessions.Select(s => s.Code).ToList();
        for (var i = 0; i < Coachings.Count; i++)
            Guard.KnownCode(Coachings[i], $"coachings[{i}]", codes);
        Guard.Once(Coachings, "coachings");
        return this with
        {
            Code = Guard.Required(Code, "code", Limits.Code),
            Name = Guard.Required(Name, "name", Limits.Name),
            Themes = themes,
            Sessions = sessions,
        };
    }

    // It stands in an address.
    private static string SessionCode(string code, string at) =>
        Guard.Required(code, at, Limits.Code) is var known
        && known.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? known
            : throw ProgrammeRefusals.InvalidSessionCode.With(known).At(at);

    private ProgrammeSession Checked(ProgrammeSession session, string at) =>
        session.Month >= 1 && session.Month <= Months
            ? session with
            {
                Code = SessionCode(session.Code, $"{at}.code"),
                Name = new(
                    Guard.Required(session.Name.En, $"{at}.name.en", Limits.Name),
                    Guard.Required(session.Name.Fr, $"{at}.name.fr", Limits.Name)
                ),
            }
            : throw ProgrammeRefusals.MonthBeyondPath.With(Months).At($"{at}.month");
}
