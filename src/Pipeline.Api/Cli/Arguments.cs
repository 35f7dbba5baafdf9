namespace Pipeline.Api.Cli;

/// <summary>What a program was started with: settings, which win over those from every other source, and the words of its command line.</summary>
internal sealed class Arguments
{
    // The first part of a setting's name. A name that is not here is an option, which the command has to know.
    private static readonly HashSet<string> SettingNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Pipeline",
        "PIPELINE_ADMIN_EMAIL",
        "PIPELINE_ADMIN_PASSWORD",
        "ConnectionStrings",
        "Logging",
        "Kestrel",
        "AllowedHosts",
        "HTTPS_PORT",
        WebHostDefaults.ServerUrlsKey,
        WebHostDefaults.HttpPortsKey,
        WebHostDefaults.HttpsPortsKey,
        WebHostDefaults.EnvironmentKey,
        WebHostDefaults.ApplicationKey,
        WebHostDefaults.ContentRootKey,
        WebHostDefaults.WebRootKey,
        WebHostDefaults.DetailedErrorsKey,
        WebHostDefaults.CaptureStartupErrorsKey,
        WebHostDefaults.PreferHostingUrlsKey,
        WebHostDefaults.PreventHostingStartupKey,
        WebHostDefaults.HostingStartupAssembliesKey,
        WebHostDefaults.HostingStartupExcludeAssembliesKey,
        WebHostDefaults.ShutdownTimeoutKey,
        WebHostDefaults.SuppressStatusMessagesKey,
    };

    private Arguments(string[] settings, string[] words) => (Settings, Words) = (settings, words);

    /// <summary>Settings of the command line, each as <c>--key=value</c>, as the framework reads them.</summary>
    public string[] Settings { get; }

    /// <summary>The command and what stands behind it.</summary>
    public string[] Words { get; }

    /// <summary>Tells settings from the command's own words. Both take their value behind a space or an equals sign.</summary>
    /// <exception cref="CommandException">A setting has no value.</exception>
    public static Arguments Parse(params IReadOnlyList<string> args)
    {
        List<string> settings = [],
            words = [];
        for (var i = 0; i < args.Count; i++)
            if (!IsSetting(args[i]))
                words.Add(args[i]);
            else if (args[i].Contains('=', StringComparison.Ordinal))
                settings.Add(args[i]);
            else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                settings.Add($"{args[i]}={args[++i]}");
            else
                throw new CommandException($"{args[i]} needs a value behind it.");
        return new([.. settings], [.. words]);
    }

    private static bool IsSetting(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal) && SettingNames.Contains(arg[2..].Split('=', ':')[0]);
}
