namespace Pipeline.Web.Tests.Common;

/// <summary>A test that needs a browser; without one it is reported as not run, never as passed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    internal const string Missing = "Chromium is not installed (apt-get install chromium): this did NOT run.";

    public BrowserFactAttribute() => Skip = Chromium.Executable is null ? Missing : null;
}
