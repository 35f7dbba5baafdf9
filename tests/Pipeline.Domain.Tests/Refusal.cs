using Pipeline.Domain.Common;

namespace Pipeline.Domain.Tests;

/// <summary>What the domain says when it says no.</summary>
internal static class Refusal
{
    /// <summary>The refusal of an attempt: of exactly this kind, with its sentence and faults in two languages.</summary>
    public static T Of<T>(Action attempt)
        where T : DomainException
    {
        var refusal = FluentActions.Invoking(attempt).Should().ThrowExactly<T>().Which;
        foreach (var sentence in refusal.Faults.Select(f => f.Message).Append(refusal.Sentence))
            sentence.Fr.Should().NotBeNullOrWhiteSpace().And.NotBe(sentence.En);
        return refusal;
    }

    /// <inheritdoc cref="Of{T}(Action)"/>
    public static T Of<T>(Func<object?> attempt)
        where T : DomainException =>
        Of<T>(() =>
        {
            _ = attempt();
        });
}
