using System.Globalization;
using System.Text;
using MediatR;
using Pipeline.Application.Observatory;
using Pipeline.Domain.Common;
using Pipeline.Domain.Observatory;
using Pipeline.Domain.Reference;

namespace Pipeline.Api.Cli.Demo;

/// <summary>What the demonstration's observatory shows: invented values, which their source says, since the published ones of the regions are not at hand.</summary>
internal static class DemoObservatory
{
    private const string Source = "Demonstration (invented values)";

    // By region, in the order of the vocabulary: people without a way to work, as counted and as citizens perceive it.
    private static readonly (string Domain, Viewpoint Viewpoint, decimal[] Values)[] Measures =
    [
        (
            "mobilityAndTransport",
            Viewpoint.Objective,
            [21.5m, 24, 19.5m, 26, 31, 25.5m, 28, 9.5m, 22, 23.5m, 24.5m, 18, 20]
        ),
        ("mobilityAndTransport", Viewpoint.Citizens, [38, 47, 35, 49, 58, 46, 52, 33, 41, 44, 45, 34, 42]),
        (
            "employmentAndInclusion",
            Viewpoint.Objective,
            [6.5m, 6.8m, 5.9m, 7, 6.4m, 7.3m, 9.1m, 7.1m, 7.2m, 6.9m, 8.8m, 6, 8.2m]
        ),
        ("employmentAndInclusion", Viewpoint.LocalElected, [32, 36, 27, 39, 35, 40, 55, 37, 41, 34, 48, 26, 45]),
    ];

    /// <summary>Brings them in, as the product takes them from anybody; the caller is an administrator.</summary>
    public static async Task AddAsync(IMediator mediator)
    {
        var lines = Measures.SelectMany(m =>
            m.Values.Zip(
                Regions.Metropolitan,
                (value, region) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{region.Code},{m.Domain},2022,{Source},{Codes.Of(m.Viewpoint)},{value},%,{Source}"
                    )
            )
        );
        var file = string.Join('\n', lines.Prepend("region,domain,year,source,viewpoint,value,unit,citation"));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));
        await mediator.Send(new ImportObservations("observations.csv", content, Encoding: null, DryRun: false));
    }
}
