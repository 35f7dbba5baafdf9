using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Indicators;

/// <summary>Indicators as they are sent.</summary>
internal static class IndicatorApi
{
    /// <summary>An indicator whose values add up.</summary>
    public static JsonObject Indicator(string code, object? more = null) =>
        Fields.Merge(
            new
            {
                code,
                name = new { en = $"{code} in English", fr = $"{code} en français" },
                unit = "people",
                direction = "up",
                total = "sum",
            },
            more
        );

    /// <summary>Writes the list of a portfolio.</summary>
    public static Task<Reply> SetIndicatorsAsync(this Fund fund, params object[] indicators) =>
        fund.Api.Administrator.PutAsync($"portfolios/{fund.Id}/indicators", new { indicators }, "*");

    /// <summary>Records what an indicator was.</summary>
    public static Task<Reply> ReadAsync(
        this TestProject project,
        string indicator,
        string on,
        decimal value,
        object? more = null
    ) =>
        project.Fund.Api.Administrator.PostAsync(
            $"{project.Path}/indicator-readings",
            Fields.Merge(
                new
                {
                    indicator,
                    on,
                    value,
                    source = "The books of the year",
                },
                more
            )
        );

    /// <summary>Takes a reading back.</summary>
    public static Task<Reply> TakeBackAsync(this TestProject project, Guid reading, string on) =>
        project.Fund.Api.Administrator.PostAsync(
            $"{project.Path}/indicator-readings/{reading}/reversal",
            new { reason = "Counted twice", reversedOn = on }
        );

    /// <summary>Writes what a project aims at.</summary>
    public static Task<Reply> AimAsync(this TestProject project, params object[] targets) =>
        project.Fund.Api.Administrator.PutAsync($"{project.Path}/indicator-targets", new { targets }, "*");

    /// <summary>An indicator of the dashboard.</summary>
    public static JsonNode OnDashboard(this Reply dashboard, string code) =>
        dashboard.ShouldBe(200).Items("indicators").Single(i => i["code"]!.GetValue<string>() == code)!;
}
