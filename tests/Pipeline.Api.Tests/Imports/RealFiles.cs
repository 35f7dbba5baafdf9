namespace Pipeline.Api.Tests.Imports;

/// <summary>The funders' own files, which lie in <c>shared/data</c> beside the repository.</summary>
internal static class RealFiles
{
    public const string Indigo = "indigo-trust-360giving.csv",
        Nominet = "nominet-trust-360giving.json";

    private static readonly string Folder = Path.Combine(Common.CommandLine.Root, "..", "shared", "data");

    /// <summary>The small files with one difficulty of real ones each.</summary>
    public static IEnumerable<string> Cases =>
        Directory.EnumerateFiles(Path.Combine(Folder, "cases")).Select(path => Path.GetFileName(path)).Order();

    /// <summary>One of them.</summary>
    public static byte[] Case(string name) => Read(Path.Combine("cases", name));

    public static byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    public static string PathOf(string name) => Path.Combine(Folder, name);
}
