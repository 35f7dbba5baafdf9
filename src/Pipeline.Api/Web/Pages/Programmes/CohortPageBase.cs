using Microsoft.AspNetCore.Components;
using Pipeline.Api.Binding;
using Pipeline.Application.Common;
using Pipeline.Application.Projects;

namespace Pipeline.Api.Web.Pages.Programmes;

/// <summary>What the pages of a cohort and of somebody's way with it have in common: they show a day, and what is past is read alone.</summary>
[Takes("asOf", "knownAt")]
public abstract class CohortPageBase : Page
{
    /// <summary>The portfolio.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The day that is shown.</summary>
    internal DateOnly Day => AsOf ?? Today;

    /// <summary>Whether it is another day than today, or what was known before now.</summary>
    internal bool Past => Day != Today || KnownAt is not null;

    /// <summary>The address of the view.</summary>
    internal Address View => Address.Of(Http.Request);

    /// <summary>The day that is asked for.</summary>
    protected DateOnly? AsOf => Asked<DateOnly>("asOf");

    /// <summary>The instant that is asked for.</summary>
    protected DateTimeOffset? KnownAt => Asked<DateTimeOffset>("knownAt");

    /// <summary>Whether the visitor may write here.</summary>
    protected bool Manages => !Past && Visitor.ManagesPortfolio(Id);

    /// <summary>The projects of the portfolio, to choose from.</summary>
    protected async Task<IEnumerable<NamedRef>> HeldAsync() =>
        (await AskAllAsync(page => new ListProjects(new() { PortfolioId = Id }, page))).Select(p => new NamedRef(
            p.Id,
            p.Name
        ));
}
