using System.ComponentModel.DataAnnotations;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>A programme.</summary>
/// <param name="Code">Unique within the portfolio.</param>
/// <param name="PortfolioId">The portfolio that offers it; it stays with it.</param>
/// <param name="Months">How long a cohort is under way; 9 where nothing is said.</param>
/// <param name="PartnerOrganisationIds">Who carries it together, of the directory.</param>
/// <param name="Sessions">The common times; the path of nine months where nothing is said.</param>
/// <param name="Coachings">Codes of the sessions that a coaching comes before; those of the path of nine months where neither they nor sessions are given.</param>
public sealed record ProgrammeBody(
    [property: StringLength(Limits.Code, MinimumLength = 1)] string Code,
    [property: StringLength(Limits.Name, MinimumLength = 1)] string Name,
    Guid? PortfolioId = null,
    [property: Range(1, Programme.MostMonths)] int Months = NineMonthPath.Months,
    [property: MaxLength(Limits.List)] IReadOnlyList<string>? Themes = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<Guid>? PartnerOrganisationIds = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<ProgrammeSessionBody>? Sessions = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<string>? Coachings = null
)
{
    internal Programme ToProgramme() =>
        new(
            Code,
            Name,
            Months,
            Themes ?? [],
            PartnerOrganisationIds ?? [],
            Sessions is null ? NineMonthPath.Sessions : [.. Sessions.Select(s => s.ToSession())],
            Coachings ?? (Sessions is null ? NineMonthPath.Coachings : [])
        );
}

/// <summary>A common time of a programme.</summary>
/// <param name="Code">Unique within the programme.</param>
/// <param name="Month">In which month of the path, from 1.</param>
public sealed record ProgrammeSessionBody(
    [property: StringLength(Limits.Code, MinimumLength = 1)] string Code,
    BilingualBody Name,
    [property: Range(1, Programme.MostMonths)] int Month
)
{
    /// <summary>As it is sent.</summary>
    public static ProgrammeSessionBody Of(ProgrammeSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new(session.Code, new(session.Name.En, session.Name.Fr), session.Month);
    }

    internal ProgrammeSession ToSession() => new(Code, new(Name.En, Name.Fr), Month);
}
