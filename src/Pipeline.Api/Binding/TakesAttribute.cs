namespace Pipeline.Api.Binding;

/// <summary>Which query parameters a page takes; what its base takes, it takes too. Any other is refused, as the API refuses it.</summary>
/// <param name="names">As addresses write them.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class TakesAttribute(params string[] names) : Attribute
{
    /// <summary>As addresses write them.</summary>
    public IReadOnlyList<string> Names => names;
}
