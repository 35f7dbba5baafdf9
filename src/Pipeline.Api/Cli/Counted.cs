using System.Globalization;

namespace Pipeline.Api.Cli;

/// <summary>A number with the word for what it counts.</summary>
internal static class Counted
{
    /// <summary>For example "1 project", "2 projects".</summary>
    /// <param name="one">The word for one of them; of several it has an s behind it.</param>
    public static string Of(int count, string one) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {one}{(count == 1 ? "" : "s")}";
}
