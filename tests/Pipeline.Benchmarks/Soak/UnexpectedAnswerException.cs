namespace Pipeline.Benchmarks.Soak;

/// <summary>A step cannot go on; why is noted.</summary>
internal sealed class UnexpectedAnswerException(string message) : Exception(message);
