using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Progress;

/// <summary>What a report says of one thing.</summary>
/// <param name="Section">One of the schedule's.</param>
/// <param name="Text">What there is to say; may be empty in a draft.</param>
public sealed record ReportSection(
    [property: StringLength(Limits.Code)] string Section,
    [property: StringLength(Limits.Pages)] string Text
);
