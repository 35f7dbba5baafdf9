using Pipeline.Api.Tests.Common;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Makes pictures of pages, where somebody asks for them: <c>PIPELINE_PICTURES=folder</c>, <c>PIPELINE_PICTURES_OF=path …</c> for some pages alone,
/// <c>PIPELINE_PICTURES_AS=manager</c> as somebody else sees them; <c>PIPELINE_PICTURES=readme</c> makes those of the README anew.</summary>
[Collection(OneProgram.Name)]
public sealed class PictureTests(WebApp app)
{
    [BrowserFact]
    public async Task Pictures_are_made_where_they_are_asked_for()
    {
        if (Asked is not { Length: > 0 } folder || folder == Readme)
            return;
        var paths = await SitesAsync();
        foreach (var look in new Look[] { new(), new("fr", Dark: true), new("fr", Width: 320) })
        {
            await using var tab = await app.OpenAsAsync(
                Environment.GetEnvironmentVariable("PIPELINE_PICTURES_AS") ?? "administrator",
                look
            );
            foreach (var path in paths)
            {
                await tab.GoAsync(path);
                var name = path.Trim('/').Replace('/', '-').Replace('?', '-').Replace($"{app.Portfolio}", "x");
                await tab.Page.ScreenshotAsync(
                    new()
                    {
                        Path = Path.Combine(
                            folder,
                            $"{name}-{look.Language}-{(look.Dark ? "dark" : "light")}-{look.Width}.png"
                        ),
                        FullPage = true,
                    }
                );
            }
        }
        Directory.EnumerateFiles(folder, "*.png").Should().NotBeEmpty();
    }

    // A dashboard, a project with what its next gate misses, and the report of a passage: what investors, managers and owners see first.
    [BrowserFact]
    public async Task Those_of_the_readme_are_made_anew()
    {
        var folder = Path.Combine(CommandLine.Root, "docs", "pictures");
        if (Asked == Readme)
        {
            var project = (await app.ReplyAsync("projects?q=DEMO-10")).Id("items.0.id");
            foreach (
                var (name, who, path) in new[]
                {
                    ("dashboard", "investor", $"/portfolios/{app.Portfolio}"),
                    ("project", "manager", $"/projects/{project}"),
                    ("passage", "owner", $"/projects/{project}/report?trigger=advance"),
                }
            )
            {
                await using var tab = await app.OpenAsAsync(who);
                await tab.GoAsync(path);
                await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
            }
        }
        var readme = await File.ReadAllTextAsync(Path.Combine(CommandLine.Root, "README.md"));
        foreach (var picture in Directory.EnumerateFiles(folder, "*.png"))
            readme.Should().Contain($"docs/pictures/{Path.GetFileName(picture)}");
    }

    private const string Readme = "readme";

    private static string? Asked => Environment.GetEnvironmentVariable("PIPELINE_PICTURES");

    private Task<IReadOnlyList<string>> SitesAsync() =>
        Sites.FillAsync(
            app,
            Environment.GetEnvironmentVariable("PIPELINE_PICTURES_OF")?.Split(' ') ?? Sites.Signed,
            project: 9
        );
}
