using System.Runtime.CompilerServices;

namespace Pipeline.Architecture.Tests;

/// <summary>A type lies where its name says.</summary>
public sealed class FileTests
{
    // Files that hold a family of types, read as one. The list only shrinks.
    private static readonly string[] Families =
    [
        "Caller.cs",
        "Converters.cs",
        "DatabaseOptions.cs",
        "DesignTime.cs",
        "DomainException.cs",
        "Requests.cs",
    ];

    [Theory]
    [InlineData("Pipeline.Domain", true)]
    [InlineData("Pipeline.Application", false)]
    [InlineData("Pipeline.Infrastructure", false)]
    [InlineData("Pipeline.Api", false)]
    public void Every_file_declares_the_type_of_its_name(string project, bool alone)
    {
        var sources = Sources(project).ToList();
        sources.Should().NotBeEmpty();

        sources
            .Where(path => !Families.Contains(Path.GetFileName(path)))
            .SelectMany(path => FileRules.Faults(path, File.ReadAllText(path), alone))
            .Should()
            .BeEmpty();
    }

    [Theory]
    [InlineData("Phase.cs", "public enum Stage\n{\n}\n", "Phase.cs declares Stage and no Phase")]
    [InlineData("Parts.cs", "internal sealed record Part(int Id);\n", "Parts.cs declares Part and no Parts")]
    public void A_planted_type_under_another_name_is_found(string path, string source, string fault) =>
        FileRules.Faults(path, source, alone: false).Should().Equal(fault);

    [Fact]
    public void A_planted_second_type_is_found_where_each_has_its_own_file()
    {
        const string source = "public readonly record struct State(int Phase)\n{\n}\n\npublic static class States;\n";

        FileRules.Faults("State.cs", source, alone: true).Should().Equal("State.cs declares States besides State");
        FileRules.Faults("State.cs", source, alone: false).Should().BeEmpty();
    }

    [Fact]
    public void A_part_of_a_type_bears_its_name_first() =>
        FileRules
            .Faults("Project.Transitions.cs", "public sealed partial class Project\n{\n}\n", alone: true)
            .Should()
            .BeEmpty();

    private static IEnumerable<string> Sources(string project, [CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", project));
        return Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar).Any(IsBuilt))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}"));
    }

    private static bool IsBuilt(string folder) => folder is "bin" or "obj";
}
