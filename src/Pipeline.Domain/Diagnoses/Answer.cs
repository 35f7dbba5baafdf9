using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Diagnoses;

/// <summary>An answer to a question.</summary>
/// <param name="Question">Its code.</param>
public sealed record Answer([property: StringLength(Limits.Code)] string Question, Mastery Level);
