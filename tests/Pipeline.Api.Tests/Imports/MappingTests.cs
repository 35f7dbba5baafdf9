using System.Text;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Imports;

namespace Pipeline.Api.Tests.Imports;

/// <summary>Tables of any form, read by a mapping that the portfolio keeps, or by one that is built in.</summary>
[UseCases(typeof(SetImportMapping), typeof(GetImportMapping), typeof(ListImportMappings), typeof(RemoveImportMapping))]
public sealed class MappingTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string Table =
        "Grants of the city\r\n\r\nWhat it is for;How much;Day (decided);To whom\r\nA garden;1.250;03/04/2019;Association A\r\nA library;200;04/04/2019;Association B\r\n";

    [Fact]
    public async Task A_table_of_any_form_is_read_by_its_mapping()
    {
        var fund = await Fund.OpenAsync(api);
        var saved = (await SaveAsync(fund, "city", Body())).ShouldBe(200);
        saved.Text("columns.How much").Should().Be("montant", "what was sent is repeated");
        (saved.Number("version"), saved.Flag("builtIn")).Should().Be((1, false));

        var report = (await ImportAsync(fund, "city")).ShouldBe(200);

        (report.Text("format"), report.Number("created"), report.Figure("committed.amount"))
            .Should()
            .Be(("mapped.csv", 2, 1450m));
        var garden = (await fund.ProjectsAsync()).Single(p => p["name"]!.GetValue<string>() == "A garden");
        garden["startedOn"]!
            .GetValue<string>()
            .Should()
            .Be("2019-03-04", "the mapping says that the month stands first");
        (await fund.CommitmentsAsync(garden["code"]!.GetValue<string>()))[0]["funder"]!["name"]!
            .GetValue<string>()
            .Should()
            .Be("The City");
        (await ImportAsync(fund, "city")).ShouldBe(200).Number("unchanged").Should().Be(2);
    }

    [Fact]
    public async Task Headings_that_the_mapping_names_and_the_table_lacks_are_named_as_the_mapping_has_them()
    {
        var fund = await Fund.OpenAsync(api);
        (await SaveAsync(fund, "city", Body(("Sum", "amount"), ("Notes", "description")))).ShouldBe(200);
        var refused = (await ImportAsync(fund, "city")).ShouldBe(422);
        RefusalTests.Places(refused).Should().Equal([(3, "Sum", "missing_heading")]);
        refused.Noticed().Should().Contain("heading_absent");
    }

    [Fact]
    public async Task A_constant_is_what_an_empty_cell_means_and_no_other()
    {
        var fund = await Fund.OpenAsync(api);
        var body = System.Text.Json.JsonSerializer.SerializeToNode(Body())!.AsObject();
        body["constants"]!["recipient"] = "Whoever it was";
        (await SaveAsync(fund, "city", body)).ShouldBe(200);
        var table = Table.Replace("Association A", "", StringComparison.Ordinal);
        (await fund.ImportAsync(Encoding.UTF8.GetBytes(table), "city.csv", more: "&mapping=city")).ShouldBe(200);
        (await fund.ProjectsAsync())
            .Select(p => (p["name"]!.GetValue<string>(), p["ownerOrganisation"]!["name"]!.GetValue<string>()))
            .Should()
            .BeEquivalentTo([("A garden", "Whoever it was"), ("A library", "Association B")]);
    }

    [Fact]
    public async Task The_encoding_of_a_mapping_settles_what_the_words_do_not()
    {
        var fund = await Fund.OpenAsync(api);
        var bytes = Encoding.Latin1.GetBytes(
            Table.Replace("A garden", "Aide \u0085 la personne", StringComparison.Ordinal)
        );
        var body = System.Text.Json.JsonSerializer.SerializeToNode(Body())!.AsObject();
        foreach (var (name, encoding, status) in new[] { ("city", (string?)null, 422), ("dos", "ibm850", 200) })
        {
            body["encoding"] = encoding;
            (await SaveAsync(fund, name, body)).ShouldBe(200);
            (await fund.ImportAsync(bytes, "city.csv", more: $"&mapping={name}")).ShouldBe(status);
        }
        (await fund.ProjectsAsync())
            .Select(p => p["name"]!.GetValue<string>())
            .Should()
            .BeEquivalentTo("Aide à la personne", "A library");
    }

    [Theory]
    [InlineData("city.csv")]
    [InlineData("city.xlsx")]
    public async Task Rows_that_were_left_out_come_in_again_by_the_mapping_that_they_were_read_by(string name)
    {
        var fund = await Fund.OpenAsync(api);
        var body = System.Text.Json.JsonSerializer.SerializeToNode(Body())!.AsObject();
        // The row of the headings is said: what stands above them is as good a heading.
        (body["headingRow"], body["encoding"]) = (4, "utf-16");
        (await SaveAsync(fund, "city", body)).ShouldBe(200);
        string[] headings = ["What it is for", "How much", "Day (decided)", "To whom"];
        var text = string.Join(
            "\r\n",
            string.Join(';', headings),
            "The title;of them all",
            "",
            string.Join(';', headings),
            "A garden;much;03/04/2019;Association A",
            "A library;200;04/04/2019;Association B"
        );
        var file =
            name == "city.csv"
                ? Encoding.Unicode.GetBytes(text)
                : new TestWorkbook()
                    .Cells(
                        "Grants",
                        [
                            headings.Select(TestWorkbook.Text).ToArray(),
                            [TestWorkbook.Text("The title")],
                            [],
                            headings.Select(TestWorkbook.Text).ToArray(),
                            [
                                TestWorkbook.Text("A garden"),
                                TestWorkbook.Text("much"),
                                TestWorkbook.Day(new DateTime(2019, 3, 4).ToOADate()),
                                TestWorkbook.Text("Association A"),
                            ],
                            [
                                TestWorkbook.Text("A library"),
                                TestWorkbook.Number(1.234m),
                                TestWorkbook.Day(new DateTime(2019, 4, 4).ToOADate()),
                                TestWorkbook.Text("Association B"),
                            ],
                        ]
                    )
                    .Bytes();

        var report = (await fund.ImportAsync(file, name, more: "&mapping=city&onError=skip")).ShouldBe(200);
        report.Number("rowsRead").Should().Be(2, "the mapping says where the headings stand");
        var rejected = Encoding
            .UTF8.GetString((await api.Administrator.GetAsync($"imports/{report.Id("importId")}/rejected.csv")).Bytes)
            .Replace(",much,", ",7,", StringComparison.Ordinal);
        var again = (
            await fund.ImportAsync(Encoding.UTF8.GetBytes(rejected), "rejected.csv", more: "&mapping=city&onError=skip")
        ).ShouldBe(200);

        (again.Number("created"), again.Figure("committed.amount")).Should().Be((1, 7m));
        body["headingRow"] = 3;
        (await SaveAsync(fund, "blank", body)).ShouldBe(200);
        (await fund.ImportAsync(file, name, more: "&mapping=blank")).ShouldBeProblem(422, "unknown_format");
        if (name == "city.xlsx")
            RefusalTests
                .Places(again)
                .Should()
                .Equal([(3, "How much", "too_many_decimals")], "a number stays the number that it was");
        (await fund.ProjectsAsync()).Single(p => p["name"]!.GetValue<string>() == "A garden")["startedOn"]!
            .GetValue<string>()
            .Should()
            .Be("2019-03-04");
    }

    [Fact]
    public async Task Mappings_are_kept_changed_and_forgotten()
    {
        var fund = await Fund.OpenAsync(api);
        (await api.Administrator.GetAsync(Path(fund, "city"))).ShouldBeProblem(404, "not_found");
        (await SaveAsync(fund, "city", Body())).ShouldBe(200);
        (await SaveAsync(fund, "city", Body())).ShouldBe(200).Number("version").Should().Be(1, "it says the same");
        (await SaveAsync(fund, "city", Body(("How much", "amount")))).ShouldBeProblem(428, "if_match_required");
        (await SaveAsync(fund, "city", Body(("How much", "amount")), "\"7\"")).ShouldBeProblem(412, "stale");
        (await SaveAsync(fund, "city", Body(("How much", "amount")), "\"1\""))
            .ShouldBe(200)
            .Number("version")
            .Should()
            .Be(2);
        (await api.Administrator.GetAsync(Path(fund, "city")))
            .ShouldBe(200)
            .Text("columns.How much")
            .Should()
            .Be("amount");
        var listed = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/import-mappings")).ShouldBe(200);
        listed
            .Items()
            .Select(m => (m["name"]!.GetValue<string>(), m["builtIn"]!.GetValue<bool>()))
            .Should()
            .StartWith(("city", false))
            .And.Contain(("vendee", true));
        listed.Texts("fields").Should().Contain("recipient");
        listed.Texts("encodings").Should().Contain("windows-1252");
        var other = await Fund.OpenAsync(api);
        (await ImportAsync(other, "city")).ShouldBlame("mapping", "unknown_mapping");
        (await api.Administrator.DeleteAsync(Path(fund, "city"))).ShouldBe(204);
        (await api.Administrator.DeleteAsync(Path(fund, "city"))).ShouldBeProblem(404, "not_found");
        (await ImportAsync(fund, "city")).ShouldBlame("mapping", "unknown_mapping");
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();
    }

    [Theory]
    [InlineData("columns", "Sum", "amuont", "columns.Sum", "unknown_field")]
    [InlineData("constants", "fonder", "x", "constants.fonder", "unknown_field")]
    [InlineData("columns", "Sum", "montant", "columns.Sum", "duplicate")]
    [InlineData("constants", "fundingName", "x", "constants.fundingName", "duplicate")]
    [InlineData("dateForm", "", "day first", "dateForm", "unknown_code")]
    [InlineData("decimalSign", "", ";", "decimalSign", "unknown_code")]
    [InlineData("encoding", "", "klingon", "encoding", "unknown_encoding")]
    [InlineData("headingRow", "", "0", "headingRow", "out_of_range")]
    public async Task What_cannot_be_meant_is_refused(string part, string key, string value, string field, string code)
    {
        var fund = await Fund.OpenAsync(api);
        var body = System.Text.Json.JsonSerializer.SerializeToNode(Body())!.AsObject();
        if (key.Length > 0)
            body[part]!.AsObject()[key] = value;
        else
            body[part] = part == "headingRow" ? int.Parse(value, null) : value;
        var refused = (await SaveAsync(fund, "city", body)).ShouldBlame(field, code);
        if (value == "amuont")
            refused.Text("detail").Should().Contain("'amount'");
    }

    [Theory]
    [InlineData("")]
    [InlineData("loire-atlantique")]
    [InlineData("dilcrah")]
    [InlineData("vendee")]
    [InlineData("maine-et-loire")]
    [InlineData("mayenne")]
    [InlineData("aude")]
    public async Task The_labels_of_the_decree_are_known_whichever_way_they_are_worded(string mapping)
    {
        var fund = await Fund.OpenAsync(api);
        var table =
            "Nom de l'attribuant;Identification SIRET de l'attribuant;Date de la convention de subvention;Référence de la décision;Nom du bénéficiaire;Identification SIRET du bénéficiaire;Objet de la subvention;Montant total de la subvention (en euros);Nature de la subvention;Conditions de versement de la subvention;Dates ou période de versement;Pourcentage de la subvention attribué\r\n"
            + "Département Témoin;22850001300658;26/04/2019;D-1;Association A;13000342900011;Un jardin;31 000,00 €;Aides en numéraire;unique;14/05/2019;100 %\r\n";
        var report = (
            await fund.ImportAsync(
                Encoding.UTF8.GetBytes(table),
                "subventions.csv",
                more: mapping.Length > 0 ? $"&mapping={mapping}" : ""
            )
        ).ShouldBe(200);
        (report.Text("format"), report.Figure("committed.amount")).Should().Be(("subsidies.csv", 31_000m));
        report.Noticed().Should().BeEmpty();
        if (mapping.Length == 0)
            return;
        (await api.Administrator.GetAsync(Path(fund, mapping))).ShouldBe(200).Flag("builtIn").Should().BeTrue();
        (await SaveAsync(fund, mapping, Body())).ShouldBeProblem(409, "mapping_built_in");
        (await api.Administrator.DeleteAsync(Path(fund, mapping))).ShouldBeProblem(409, "mapping_built_in");
    }

    private static string Path(Fund fund, string name) => $"portfolios/{fund.Id}/import-mappings/{name}";

    private Task<Reply> SaveAsync(Fund fund, string name, object body, string? ifMatch = null) =>
        api.Administrator.PutAsync(Path(fund, name), body, ifMatch);

    private static Task<Reply> ImportAsync(Fund fund, string mapping) =>
        fund.ImportAsync(Encoding.UTF8.GetBytes(Table), "city.csv", more: $"&mapping={mapping}");

    private static object Body(params (string Heading, string Field)[] instead)
    {
        var columns = new Dictionary<string, string>
        {
            ["What it is for"] = "Title",
            ["How much"] = "montant",
            ["Day (decided)"] = "awardDate",
            ["to  whom"] = "Recipient Org:Name",
        };
        foreach (var (heading, field) in instead)
        {
            if (field == "amount")
                columns.Remove("How much");
            columns[heading] = field;
        }
        return new
        {
            columns,
            constants = new Dictionary<string, string> { ["funder"] = "The City", ["currency"] = "EUR" },
            dateForm = "MM/dd/yyyy",
            decimalSign = ",",
        };
    }
}
