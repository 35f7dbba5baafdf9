namespace Pipeline.Web.Tests.Common;

/// <inheritdoc cref="BrowserFactAttribute" />
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Executable is null ? BrowserFactAttribute.Missing : null;
}
