using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>Who calls, and in which language they want to be answered.</summary>
public interface ICaller
{
    /// <summary>The signed-in person; <see cref="Nobody"/> where nobody is.</summary>
    Guid UserId { get; }

    /// <summary>What the audit calls the request: the trace id that its problems show too, or the run of the command line.</summary>
    string RequestId { get; }

    /// <summary>Sees and does everything.</summary>
    bool IsAdministrator { get; }

    /// <summary>For messages and labels, never for codes.</summary>
    Language Language { get; }
}
