using System.IO.Compression;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Upgrades;

/// <summary>
/// The present program on the file that a release left behind, and what that release answered about it.
/// <para>
/// Both were made by the release itself: <c>seed-demo</c> and <c>create-admin admin@test.pipeline</c> with <see cref="PipelineApi.Password"/>, then
/// <c>VACUUM</c> and <c>gzip</c>; then the release served a copy, and the replies to the administrator's GETs were kept as one JSON object by their paths, with
/// days and an instant (<c>asOf</c>, <c>knownAt</c>) wherever a figure has them. The next release adds a file of its own beside these, which stay as they are.
/// </para>
/// </summary>
public sealed class ReleasedApi : PipelineApi
{
    private const string Release = "0.1.0";

    /// <summary>Replies of the release by their paths below <c>/api/v1/</c>.</summary>
    public JsonObject Answers { get; } = ReadAnswers();

    protected override async Task FillAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        await using var packed = Open("db.gz");
        await using var file = File.Create(Path.Combine(folder, "pipeline.db"));
        await packed.CopyToAsync(file);
    }

    private static JsonObject ReadAnswers()
    {
        using var packed = Open("answers.json.gz");
        return JsonNode.Parse(packed)!.AsObject();
    }

    private static GZipStream Open(string kind) =>
        new(
            File.OpenRead(
                Path.Combine(
                    CommandLine.Root,
                    "tests",
                    "Pipeline.Api.Tests",
                    "Upgrades",
                    "Fixtures",
                    $"{Release}.{kind}"
                )
            ),
            CompressionMode.Decompress
        );
}
