using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Pipeline.Api.Tests.Common;

/// <summary>LibreOffice without a screen, where it is installed.</summary>
internal static class LibreOffice
{
    // The one that the bridge is installed for, whichever other comes first in the path.
    private const string Python = "/usr/bin/python3";

    private static readonly SemaphoreSlim One = new(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice"))
        .FirstOrDefault(File.Exists);

    // The program itself, which a script of that name starts and does not end with.
    private static readonly string? Itself = Program is null
        ? null
        : Path.Combine(
            Path.GetDirectoryName(File.ResolveLinkTarget(Program, returnFinalTarget: true)?.FullName ?? Program)!,
            "soffice.bin"
        );

    public static bool IsInstalled => Program is not null;

    /// <summary>Whether a script can tell it what to open, too (the package python3-uno).</summary>
    public static async Task<bool> CanBeToldAsync(string folder) =>
        File.Exists(Itself)
        && File.Exists(Python)
        && (await CommandLine.RunOtherAsync(folder, [Python, "-c", "import uno"])).ExitCode == 0;

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

    /// <summary>Opens an address that asks for a password, once with each of some; gives the rows of its first sheet, null where nothing was opened.</summary>
    public static async Task<IReadOnlyList<JsonArray?>> OpenAsync(Uri address, string[] passwords, string folder)
    {
        await One.WaitAsync();
        try
        {
            var pipe = Path.GetFileName(folder);
            string[] words =
            [
                Itself!,
                $"-env:UserInstallation=file://{Path.Combine(folder, "profile")}",
                "--headless",
                "--norestore",
            ];
            var variables = new Dictionary<string, string> { ["HOME"] = folder };
            // Its first start makes the profile, and ends to be begun again.
            await CommandLine
                .RunOtherAsync(folder, [.. words, "--terminate_after_init"], variables)
                .WaitAsync(Patience);
            using var office = CommandLine.StartOther(folder, [.. words, $"--accept=pipe,name={pipe};urp"], variables);
            var said = Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
            var script = Path.Combine(
                CommandLine.Root,
                "tests",
                "Pipeline.Api.Tests",
                "Exports",
                "open_with_password.py"
            );
            CommandLine.Ended told;
            try
            {
                told = await CommandLine
                    .RunOtherAsync(folder, [Python, script, pipe, $"{address}"], input: string.Join('\n', passwords))
                    .WaitAsync(Patience);
            }
            finally
            {
                office.Kill();
                await office.WaitForExitAsync();
            }
            told.ExitCode.Should().Be(0, "it said {0}, and LibreOffice {1}", told.Error, string.Concat(await said));
            return [.. JsonNode.Parse(told.Output)!.AsArray().Select(rows => rows?.AsArray())];
        }
        finally
        {
            One.Release();
        }
    }
}
