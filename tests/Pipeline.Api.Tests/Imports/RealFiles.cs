namespace Pipeline.Api.Tests.Imports;

/// <summary>The funders' own files, which lie in <c>shared/data</c> beside the repository.</summary>
internal static class RealFiles
{
    public const string Indigo = "indigo-trust-360giving.csv",
        Nominet = "nominet-trust-360giving.json";

    /// <summary>A small file with one difficulty of real ones.</summary>
    public static byte[] Case(string name) => Read(Path.Combine("cases", name));

    public static byte[] Read(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
                return File.ReadAllBytes(Path.Combine(folder.FullName, "..", "shared", "data", name));
        throw new InvalidOperationException("Pipeline.sln lies in no folder above the tests.");
    }
}
