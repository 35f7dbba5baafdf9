using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>Who calls, and in which language they want to be answered.</summary>
public interface ICaller
{
    /// <summary>The signed-in person.</summary>
    Guid UserId { get; }

    /// <summary>Sees and does everything.</summary>
    bool IsAdministrator { get; }

    /// <summary>The sign-in that calls; null where nobody signed in.</summary>
    Guid? SessionId { get; }

    /// <summary>For messages and labels, never for codes.</summary>
    Language Language { get; }
}
