using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Hosting;

/// <summary>Reads the settings of this folder: what cannot be is refused at start, with the name of the setting.</summary>
internal static class Settings
{
    /// <summary>A whole number, at least 1.</summary>
    /// <exception cref="SettingException">It is something else.</exception>
    public static int Positive(this IConfiguration configuration, string key, int otherwise) =>
        configuration.From(1, key, otherwise);

    /// <summary>A whole number, at least 0.</summary>
    /// <exception cref="SettingException">It is something else.</exception>
    public static int Whole(this IConfiguration configuration, string key, int otherwise) =>
        configuration.From(0, key, otherwise);

    private static int From(this IConfiguration configuration, int least, string key, int otherwise)
    {
        var text = configuration[key];
        if (string.IsNullOrWhiteSpace(text))
            return otherwise;
        return int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new SettingException($"{key} is '{text}'; a whole number from {least} is expected.");
    }

    /// <summary>Several values: a list in JSON, or one text with commas between them, which an environment variable can hold.</summary>
    public static IReadOnlyList<string> Several(this IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        var texts = section.GetChildren().Select(child => child.Value).Prepend(section.Value).OfType<string>();
        return
        [
            .. texts.SelectMany(text =>
                text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ),
        ];
    }
}
