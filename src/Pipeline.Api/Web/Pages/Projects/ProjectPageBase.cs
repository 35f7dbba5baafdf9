using Microsoft.AspNetCore.Components;
using Pipeline.Api.Web.Parts;
using Pipeline.Api.Web.Words;
using Pipeline.Application.Access;
using Pipeline.Application.Evaluations;
using Pipeline.Application.Portfolios;
using Pipeline.Application.Projects;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.Web.Pages.Projects;

/// <summary>What the pages of one project have in common: the project, and what the visitor may do with it.</summary>
public abstract class ProjectPageBase : Page
{
    /// <summary>The project's id.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The project as it is now.</summary>
    public ProjectReply Project { get; private set; } = null!;

    /// <summary>Who leads it.</summary>
    public Guid LeadPortfolio => Lead.PortfolioId;

    /// <summary>The name of who leads it.</summary>
    public string LeadName => Lead.PortfolioName;

    /// <summary>What the page is a part of: who leads it, and all projects for whoever does not see that portfolio.</summary>
    public (string Address, string Name) Above =>
        Visitor.SeesPortfolio(LeadPortfolio)
            ? ($"/portfolios/{LeadPortfolio}", LeadName)
            : ("/projects", T(FrameWords.Projects));

    /// <summary>The visitor manages it.</summary>
    public bool Manages => Visitor.ManagesPortfolio(LeadPortfolio);

    /// <summary>The visitor describes it and reports its moves.</summary>
    public bool Describes => Manages || Project.Owners.Any(o => o.Id == Visitor.Me!.Id);

    /// <summary>The visitor keeps the ledgers of a portfolio that holds it.</summary>
    public bool KeepsLedgers => Project.Holdings.Any(h => Visitor.KeepsLedgersOf(h.PortfolioId));

    /// <summary>Whether the visitor sees what the project has agreed on with a portfolio: as its ledger lines are seen.</summary>
    public bool SeesAgreement(Guid portfolioId) =>
        Describes || Visitor.SeesPortfolio(portfolioId) || Visitor.KeepsLedgersOf(LeadPortfolio);

    /// <summary>Whether the visitor writes it.</summary>
    public bool Agrees(Guid portfolioId) => Describes || Visitor.ManagesPortfolio(portfolioId);

    /// <inheritdoc />
    protected override async Task LoadAsync() => Project = await AskAsync(new GetProject(Id));

    /// <summary>The same for a page that has something to show of a project that is out of sight.</summary>
    /// <returns>Whether the visitor sees the project.</returns>
    protected async Task<bool> FindProjectAsync()
    {
        if (await FindAsync(new GetProject(Id)) is not { } project)
            return false;
        Project = project;
        return true;
    }

    /// <summary>Where the visitor can mend what a criterion misses; null where others have to.</summary>
    protected string? MendingOf(string criterion) =>
        Mending.AddressOf(Id, criterion) is { } place
        && (Describes || (KeepsLedgers && place.Contains("/ledger#", StringComparison.Ordinal)))
            ? place
            : null;

    /// <summary>The project's evaluations, to choose from.</summary>
    protected async Task<IReadOnlyList<Option>> EvaluationsAsync() =>
        [
            .. (await AskAsync(new ListEvaluations(Id))).Items.Select(e => new Option(
                e.Id.ToString(),
                $"{Numbers.Day(e.CarriedOutOn, Language)}, {T(e.Form).ToLowerInvariant()}"
            )),
        ];

    /// <summary>For pages that do nothing but write: they are refused as the write would be.</summary>
    /// <exception cref="ForbiddenException">The visitor does not describe the project.</exception>
    protected async Task LoadToDescribeAsync()
    {
        Project = await AskAsync(new GetProject(Id));
        if (!Describes)
            throw AccessRefusals.DescribingNotPermitted.Exception();
    }

    /// <inheritdoc />
    public override string PlaceOf(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Mending.AddressOf(Id, fault.Code) ?? base.PlaceOf(fault);
    }

    private HoldingReply Lead => Project.Holdings.First(h => h.Kind == HoldingKind.Lead);
}
