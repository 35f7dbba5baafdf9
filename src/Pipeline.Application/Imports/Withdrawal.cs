using Pipeline.Application.Common;

namespace Pipeline.Application.Imports;

/// <summary>Takes back agreements that a file had otherwise than they are.</summary>
internal static class Withdrawal
{
    /// <summary>
    /// Cancels a commitment as of the day of its agreement, so that on no day it counts beside the one that stands in its place; what was known before still has it.
    /// Saves nothing yet.
    /// </summary>
    /// <returns>The commitment, with its terms.</returns>
    public static async Task<Domain.Support.Commitment> WithdrawAsync(
        this IPipelineDb db,
        Guid projectId,
        Guid commitmentId,
        string reason,
        Guid recordedBy,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var commitment = await db.LoadCommitmentAsync(projectId, commitmentId, cancellationToken);
        commitment.Cancel(reason, commitment.AgreedOn, recordedBy, now);
        return commitment;
    }
}
