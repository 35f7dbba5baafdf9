using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>A cohort's own dates; its sessions have theirs.</summary>
/// <param name="StartsOn">The first day of the path; a session that nobody has moved follows it.</param>
/// <param name="Capacity">How many have a place at once; 12 where nothing is said.</param>
/// <param name="ClosedOn">From when on it is over; not in the future, not before its last session.</param>
public sealed record CohortBody(
    DateOnly StartsOn,
    [property: Range(1, Limits.List)] int Capacity = Cohort.DefaultCapacity,
    DateOnly? ClosedOn = null
);
