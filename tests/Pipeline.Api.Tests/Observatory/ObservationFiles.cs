using System.Text;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Observatory;

/// <summary>Files of observations, as tests bring them in.</summary>
internal static class ObservationFiles
{
    /// <summary>The headings, in English.</summary>
    public const string Headings = "region,domain,year,source,viewpoint,value,unit,rank,sampleSize,citation";

    /// <summary>A row that is right.</summary>
    public static string Row(
        string region = "bretagne",
        string domain = "housing",
        string year = "2019",
        string source = "Survey",
        string viewpoint = "citizens",
        string value = "12",
        string unit = "%",
        int sample = 1000
    ) => $"{region},{domain},{year},{source},{viewpoint},{value},{unit},3,{sample},Survey p. 4";

    /// <summary>Sends a file as an administrator.</summary>
    public static Task<Reply> ObserveAsync(this PipelineApi api, bool dryRun, params string[] lines) =>
        api.Administrator.UploadAsync(
            $"observatory/imports?dryRun={(dryRun ? "true" : "false")}",
            "observations.csv",
            Encoding.UTF8.GetBytes(string.Join('\n', lines))
        );

    /// <summary>Sends rows under the usual headings, which have to be taken.</summary>
    public static async Task<Reply> ObserveRowsAsync(this PipelineApi api, params string[] rows) =>
        (await api.ObserveAsync(dryRun: false, [Headings, .. rows])).ShouldBe(200);
}
