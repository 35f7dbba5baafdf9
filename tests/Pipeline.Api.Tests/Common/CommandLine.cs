using System.Diagnostics;

namespace Pipeline.Api.Tests.Common;

/// <summary>The executable as people run it: a process of its own, in a folder of its own.</summary>
internal static class CommandLine
{
    public sealed record Ended(int ExitCode, string Output, string Error);

    /// <summary>The repository's root, where the solution lies.</summary>
    public static string Root { get; } = FindRoot();

    public static async Task<Ended> RunAsync(
        string folder,
        string[] arguments,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        using var process = Start(folder, arguments, settings);
        return await EndAsync(process);
    }

    /// <summary>The same with the tool that generates portfolios.</summary>
    public static async Task<Ended> SeedAsync(
        string folder,
        string[] arguments,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        using var process = Start(folder, arguments, settings, program: "Pipeline.Seeder.dll");
        return await EndAsync(process);
    }

    private static async Task<Ended> EndAsync(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <param name="program">The executable's file.</param>
    /// <param name="through">A program that becomes the executable, with its own words before: a shell that sets limits, for example.</param>
    public static Process Start(
        string folder,
        string[] arguments,
        IReadOnlyDictionary<string, string>? settings = null,
        string[]? through = null,
        string program = "Pipeline.Api.dll"
    ) =>
        StartOther(
            folder,
            [.. through ?? [], "dotnet", Path.Combine(AppContext.BaseDirectory, program), .. arguments],
            settings
        );

    /// <summary>Runs any other program.</summary>
    /// <param name="words">The program, and what it is told.</param>
    /// <param name="input">What it reads.</param>
    public static async Task<Ended> RunOtherAsync(
        string folder,
        string[] words,
        IReadOnlyDictionary<string, string>? variables = null,
        string? input = null
    )
    {
        using var process = StartOther(folder, words, variables, reads: input is not null);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        return await EndAsync(process);
    }

    /// <summary>Starts any other program.</summary>
    public static Process StartOther(
        string folder,
        string[] words,
        IReadOnlyDictionary<string, string>? settings,
        bool reads = false
    )
    {
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = reads,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // As in the tests' own process (tests/Directory.Build.props).
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run within the repository.");
    }
}
