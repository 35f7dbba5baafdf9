using System.Diagnostics;

namespace Pipeline.Api.Tests.Common;

/// <summary>LibreOffice without a screen, where it is installed.</summary>
internal static class LibreOffice
{
    // The system's own, for which its LibreOffice is built.
    private const string Python = "/usr/bin/python3";

    private static readonly SemaphoreSlim One = new(1);
    private static readonly Dictionary<string, string> Nothing = [];

    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "soffice")));

    /// <summary>Whether a program can have it open things, and answer what it asks: Debian's <c>python3-uno</c>.</summary>
    public static async Task<bool> CanBeAskedAsync(string folder) =>
        IsInstalled
        && File.Exists(Python)
        && (await CommandLine.RunOtherAsync(folder, [Python, "-c", "import uno"], Nothing)).ExitCode == 0;

    /// <summary>Has it open an address by itself, with a key for when it is asked for a password; gives what it says, and the first sheet's rows.</summary>
    public static async Task<string> OpenAsync(Uri address, string key, string folder)
    {
        await One.WaitAsync();
        try
        {
            var script = Path.Combine(CommandLine.Root, "tests", "Pipeline.Api.Tests", "Common", "libreoffice.py");
            var ended = await CommandLine.RunOtherAsync(
                folder,
                [Python, script, Path.GetFileName(folder), Path.Combine(folder, "profile"), $"{address}", key],
                Nothing
            );
            ended.ExitCode.Should().Be(0, "LibreOffice said {0} {1}", ended.Output, ended.Error);
            return ended.Output;
        }
        finally
        {
            One.Release();
        }
    }

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
