using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Application.Common;

/// <summary>Who calls, and in which language they want to be answered.</summary>
public interface ICaller
{
    /// <summary>The signed-in person, or the machine's key; <see cref="Anonymous"/> where nobody is.</summary>
    Guid UserId { get; }

    /// <summary>What the audit calls the request: the trace id that its problems show too, or the run of the command line.</summary>
    string RequestId { get; }

    /// <summary>Sees and does everything.</summary>
    bool IsAdministrator { get; }

    /// <summary>The sign-in that calls; null where nobody signed in.</summary>
    Guid? SessionId { get; }

    /// <summary>What a machine's key opens; null for people.</summary>
    ApiKeyRights? Key { get; }

    /// <summary>For messages and labels, never for codes.</summary>
    Language Language { get; }
}

/// <summary>What a machine's key opens: one portfolio, in one role.</summary>
public sealed record ApiKeyRights(Guid PortfolioId, PortfolioRole Role);
