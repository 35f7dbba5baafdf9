using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Closings;

namespace Pipeline.Api.Tests.Closings;

/// <summary><c>verify-report</c> as people run it, on the database that is served.</summary>
[UseCases(typeof(VerifyReport))]
[SqliteOnly("What is tampered with is the file.")]
public sealed class VerifyReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_tells_the_workbook_that_was_closed_from_one_in_which_a_cell_was_changed()
    {
        var settings = ServedLedgers.Settings(_folder);
        var (closed, changed) = (Path.Combine(_folder, "closed.xlsx"), Path.Combine(_folder, "changed.xlsx"));
        string key;
        await using (var served = await ServedProgram.StartAsync(_folder, settings))
        {
            var administrator = new Client(served.Http);
            await administrator.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
            var fund = await ServedLedgers.OpenAsync(administrator);
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var made = (
                await administrator.PostAsync($"portfolios/{fund.PortfolioId}/closings", new { asOf = today })
            ).ShouldBe(201);
            key = made.Text("signature.keyId");
            var workbook = await administrator.GetAsync(
                $"portfolios/{fund.PortfolioId}/closings/{made.Id("id")}/report.xlsx?lang=fr"
            );
            await File.WriteAllBytesAsync(closed, workbook.ShouldBe(200).Bytes);
        }
        File.Copy(closed, changed);
        await ChangeCellAsync(changed);

        var same = await RunAsync(closed);
        (same.ExitCode, same.Error).Should().Be((0, ""));
        same.Output.Should()
            .StartWith($"{closed} is the workbook (fr) of portfolio FUND as of ")
            .And.Contain(" by Administrator ")
            .And.Contain($"signed by key {key}.");
        var other = await RunAsync(changed);
        (other.ExitCode, other.Output).Should().Be((1, ""));
        other.Error.Should().Contain("is no file that was closed here");
        (await RunAsync(Path.Combine(_folder, "nowhere.xlsx"))).Error.Should().Contain("nowhere.xlsx");

        Ask("DROP TRIGGER Closings_no_update; UPDATE Closings SET AsOf = date(AsOf, '-1 day')");
        var forged = await RunAsync(closed);
        forged.ExitCode.Should().Be(1);
        forged.Error.Should().Contain("its signature does not hold");

        Task<CommandLine.Ended> RunAsync(string file) =>
            CommandLine.RunAsync(_folder, ["verify-report", file], settings);
    }

    // A letter of one text, in the sheet that says what was asked.
    private static async Task ChangeCellAsync(string path)
    {
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Update);
        var part = zip.Entries.Single(e => e.FullName == "xl/sharedStrings.xml");
        string text;
        using (var reader = new StreamReader(await part.OpenAsync()))
            text = await reader.ReadToEndAsync();
        text.Should().Contain("FUND");
        part.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry("xl/sharedStrings.xml").OpenAsync());
        await writer.WriteAsync(text.Replace("FUND", "FIND", StringComparison.Ordinal));
    }

    private void Ask(string sql)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(_folder, "pipeline.db")};Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
