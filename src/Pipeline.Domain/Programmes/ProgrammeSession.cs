using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>A common time of a programme.</summary>
/// <param name="Code">Unique within the programme, for example <c>S1</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Month">In which month of the path, from 1.</param>
public sealed record ProgrammeSession(string Code, Text Name, int Month);
