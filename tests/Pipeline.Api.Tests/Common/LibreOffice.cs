using System.Diagnostics;

namespace Pipeline.Api.Tests.Common;

/// <summary>LibreOffice without a screen, where it is installed.</summary>
internal static class LibreOffice
{
    private static readonly SemaphoreSlim One = new(1);

    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "soffice")));

    /// <summary>Converts a file into another format beside it, with a profile of its own; gives the new file.</summary>
    public static async Task<string> ConvertAsync(string file, string format, string folder)
    {
        await One.WaitAsync();
        try
        {
            var target = Directory.CreateDirectory(Path.Combine(folder, format)).FullName;
            var start = new ProcessStartInfo(
                "soffice",
                [
                    $"-env:UserInstallation=file://{Path.Combine(folder, "profile")}",
                    "--headless",
                    "--convert-to",
                    format,
                    "--outdir",
                    target,
                    file,
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            var converted = Path.Combine(target, Path.ChangeExtension(Path.GetFileName(file), format));
            File.Exists(converted).Should().BeTrue("LibreOffice said {0} {1}", await output, await error);
            return converted;
        }
        finally
        {
            One.Release();
        }
    }
}
