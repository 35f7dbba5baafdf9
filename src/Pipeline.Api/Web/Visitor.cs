using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Notifications;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web;

/// <summary>Who looks at the page, read once before it is drawn: parts of one page never ask at the same time, since a request has one database context.</summary>
public sealed class Visitor
{
    /// <summary>Null where nobody is signed in.</summary>
    public MeReply? Me { get; private set; }

    /// <summary>Notifications that are new, as the bell shows them.</summary>
    public int Unread { get; private set; }

    /// <summary>Reports that wait for a decision where the visitor manages.</summary>
    public int Waiting { get; private set; }

    /// <summary>Sees and does everything.</summary>
    public bool IsAdministrator => Me?.Administrator == true;

    /// <summary>Has the role of a manager somewhere: what waits there waits for the visitor.</summary>
    public bool IsManager => HasRole("manager");

    /// <summary>Manages a portfolio, or all.</summary>
    public bool Manages => IsAdministrator || IsManager;

    /// <summary>Records commitments and deliveries somewhere.</summary>
    public bool KeepsLedgers => Manages || HasRole("finance");

    /// <summary>Owns a project.</summary>
    public bool Owns => Me?.Projects.Count > 0;

    /// <summary>Whether the visitor sees this portfolio as a whole.</summary>
    public bool SeesPortfolio(Guid id) => IsAdministrator || Me?.Portfolios.Any(p => p.Id == id) == true;

    /// <summary>Whether the visitor manages this portfolio.</summary>
    public bool ManagesPortfolio(Guid id) =>
        IsAdministrator || Me?.Portfolios.Any(p => p.Id == id && p.Role == "manager") == true;

    /// <summary>Whether the visitor keeps the ledgers of this portfolio.</summary>
    public bool KeepsLedgersOf(Guid id) =>
        ManagesPortfolio(id) || Me?.Portfolios.Any(p => p.Id == id && p.Role == "finance") == true;

    /// <summary>For pages that only administrators open.</summary>
    /// <exception cref="ForbiddenException"><c>administrators_only</c>.</exception>
    internal void RequireAdministrator()
    {
        if (!IsAdministrator)
            throw AccessRefusals.AdministratorsOnly.Exception();
    }

    /// <summary>For pages that only managers of a portfolio open, and administrators.</summary>
    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    internal void RequireManager()
    {
        if (!Manages)
            throw AccessRefusals.ManagersOnly.Exception();
    }

    internal async Task ReadAsync(ICaller caller, IMediator mediator, CancellationToken cancellationToken)
    {
        if (caller.UserId == Anonymous.Id)
            return;
        Me = await mediator.Send(new GetMe(), cancellationToken);
        Unread = (await mediator.Send(new CountUnreadNotifications(), cancellationToken)).Unread;
        if (IsManager)
            Waiting = (await mediator.Send(new CountWaitingReviews(), cancellationToken)).Waiting;
    }

    private bool HasRole(string role) => Me?.Portfolios.Any(p => p.Role == role) == true;
}
