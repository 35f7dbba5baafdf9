using Pipeline.Domain.Common;

namespace Pipeline.Api.Problems;

/// <summary>A refusal that only HTTP knows: an unreadable body, a missing header.</summary>
internal sealed class HttpProblemException(int status, string code, Text sentence) : Exception(sentence.En)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public Text Sentence { get; } = sentence;
}
