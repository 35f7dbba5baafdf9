using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Makes pictures of pages, where somebody asks for them: <c>PIPELINE_PICTURES=folder</c>, <c>PIPELINE_PICTURES_OF=path …</c> for others than the README's, and
/// <c>PIPELINE_PICTURES_AS=manager</c> as somebody else sees them.</summary>
[Collection(OneProgram.Name)]
public sealed class PictureTests(WebApp app)
{
    [BrowserFact]
    public async Task Pictures_are_made_where_they_are_asked_for()
    {
        if (Environment.GetEnvironmentVariable("PIPELINE_PICTURES") is not { Length: > 0 } folder)
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

    private Task<IReadOnlyList<string>> SitesAsync() =>
        Sites.FillAsync(
            app,
            Environment.GetEnvironmentVariable("PIPELINE_PICTURES_OF")?.Split(' ') ?? Sites.Signed,
            project: 9
        );
}
