using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Common;
using Pipeline.Application.Imports;

namespace Pipeline.Api.Tests.Imports;

/// <summary>What the files of real funders hold: people, words and days in every form, numbers that a spreadsheet has spoilt.</summary>
public sealed class RealKindTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string Headings =
        "nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;idRAE;notificationUE;pourcentageSubvention";

    [Fact]
    public async Task A_grant_to_a_person_is_named_by_its_row_and_can_be_skipped()
    {
        var fund = await Fund.OpenAsync(api);
        var table = new GrantTable { Headings = [.. GrantTable.Standard, "Recipient Ind:Name"] };
        var person = GrantTable.Row(2);
        person[7] = "";
        table.Rows.AddRange([
            [.. GrantTable.Row(1), ""],
            [.. person, "Jane Doe"],
        ]);
        var refused = (await fund.ImportAsync(table.Csv())).ShouldBlame(
            "row 3, Recipient Ind:Name",
            "individual_recipient"
        );
        refused.Text("detail").Should().NotContain("Jane");
        var skipped = (await fund.ImportAsync(table.Csv(), more: "&onError=skip")).ShouldBe(200);
        skipped.Number("created").Should().Be(1);
        var rejected = (await api.Administrator.GetAsync($"imports/{skipped.Id("importId")}/rejected.csv")).Bytes;
        Encoding.UTF8.GetString(rejected).Should().NotContain("Jane", "names of persons are not kept");
        (await fund.ImportAsync(rejected, "rejected.csv")).ShouldBlame(
            "row 2, Recipient Ind:Name",
            "individual_recipient"
        );
    }

    [Theory]
    [InlineData("aide en numéraire", "cash")]
    [InlineData("Aides en numéraire", "cash")]
    [InlineData("EN NUMERAIRE", "cash")]
    [InlineData("numéraire", "cash")]
    [InlineData("Nature", "inKind")]
    [InlineData("Aides en Nature", "inKind")]
    [InlineData("prestations en nature", "inKind")]
    [InlineData("", "cash")]
    public async Task In_kind_is_said_in_many_words(string word, string nature)
    {
        var fund = await Fund.OpenAsync(api);
        (await ImportAsync(fund, Line(nature: word))).ShouldBe(200);
        (await fund.CommitmentsAsync("D-1"))[0]["nature"]!.GetValue<string>().Should().Be(nature);
    }

    [Theory]
    [InlineData("2019-04-26T00:00:00+02:00")]
    [InlineData("2019-04-26T22:30:00.000Z")]
    [InlineData("2019-04-26+02:00")]
    [InlineData("2019-04-26Z")]
    [InlineData("2019-04-26 00:00:00+01:00")]
    [InlineData("26 avril 2019")]
    [InlineData("2019/04/26 00:00:00")]
    public async Task A_day_is_the_one_that_the_file_writes(string written)
    {
        var fund = await Fund.OpenAsync(api);
        (await ImportAsync(fund, Line(day: written))).ShouldBe(200);
        (await fund.CommitmentsAsync("D-1"))[0]["agreedOn"]!.GetValue<string>().Should().Be("2019-04-26");
    }

    [Theory]
    [InlineData("7,86E+13", "rounded_identifier")]
    [InlineData("34982600000000", "rounded_identifier")]
    [InlineData("13000342900012", "wrong_check_digits")]
    [InlineData("130003420", "wrong_check_digits")]
    public async Task A_number_that_is_nobodys_identifies_nobody(string number, string notice)
    {
        var fund = await Fund.OpenAsync(api);
        var name = api.NewCode("Association");
        // Two bodies under one spoilt number stay two, and one is found again by its name.
        var report = (
            await ImportAsync(
                fund,
                Line(beneficiary: name, id: number),
                Line("D-2", $"{name} bis", number),
                Line("D-3", name, number)
            )
        ).ShouldBe(200);
        report.Noticed().Should().Equal(notice);
        var owners = (await fund.ProjectsAsync()).Select(p => p["ownerOrganisation"]!["name"]!.GetValue<string>());
        owners.Should().BeEquivalentTo(name, $"{name} bis", name);
        (await api.Administrator.GetAsync($"organisations?q={name}"))
            .Items()
            .Should()
            .HaveCount(2)
            .And.OnlyContain(o => o["identifier"] == null);
    }

    [Theory]
    [InlineData("35600000049837", "FR-SIRET", "35600000049837")]
    [InlineData("356 000 000 00048", "FR-SIRET", "35600000000048")]
    [InlineData("5520242", null, null)]
    [InlineData("05520135", "FR-SIREN", "005520135")]
    public async Task La_poste_and_a_lost_zero_are_known(string number, string? scheme, string? id)
    {
        var fund = await Fund.OpenAsync(api);
        var name = api.NewCode("Body");
        var report = (await ImportAsync(fund, Line(beneficiary: name, id: number))).ShouldBe(200);
        report.Noticed().Contains("leading_zero").Should().Be(id?.Length > number.Length, "a zero was given back");
        var owner = (await fund.ProjectsAsync()).Single()["ownerOrganisation"]!;
        var found = (await api.Administrator.GetAsync($"organisations/{owner["id"]}")).ShouldBe(200);
        (found["identifier"]?["scheme"]?.GetValue<string>(), found["identifier"]?["id"]?.GetValue<string>())
            .Should()
            .Be((scheme, id));
    }

    [Fact]
    public async Task One_identifier_under_two_names_is_told()
    {
        var fund = await Fund.OpenAsync(api);
        var (name, other) = (GrantTable.Row(1), GrantTable.Row(2));
        name[6] = other[6] = $"GB-CHC-{api.NewCode("9")}";
        (name[7], other[7]) = ("The Écoles Trust", "Somebody else");
        var again = GrantTable.Row(3);
        (again[6], again[7]) = (name[6], "THE ECOLES TRUST");
        var report = (await fund.ImportAsync(GrantTable.Of(name, other, again).Csv())).ShouldBe(200);
        report
            .Items("notices")
            .Select(n => (n["row"]!.GetValue<int>(), n["column"]!.GetValue<string>(), n["code"]!.GetValue<string>()))
            .Should()
            .Equal([(3, "Recipient Org:Name", "identifier_other_name")]);
        report.Text("notices.0.message").Should().Contain("'Somebody else'").And.Contain("'The Écoles Trust'");

        // What was to be told of a row that is left out is told of the next one.
        var project = (await fund.ProjectsAsync()).Single(p => p["code"]!.GetValue<string>() == "G-1");
        var commitment = (await fund.CommitmentsAsync("G-1")).Single();
        (
            await api.Administrator.PostAsync(
                $"projects/{project["id"]}/commitments/{commitment["id"]}/deliveries",
                new { amount = new { amount = 10, currency = "EUR" }, deliveredOn = "2016-01-01" }
            )
        ).ShouldBe(201);
        string[] wrong = [.. name],
            right = [.. name];
        (wrong[4], wrong[7]) = ("7", "A third");
        (right[0], right[7]) = ("G-5", "A third");
        var skipped = (await fund.ImportAsync(GrantTable.Of(wrong, right).Csv(), more: "&onError=skip")).ShouldBe(200);
        skipped.Number("rejected").Should().Be(1);
        skipped
            .Items("notices")
            .Select(n => (n["row"]!.GetValue<int>(), n["code"]!.GetValue<string>()))
            .Should()
            .Equal([(3, "identifier_other_name")]);
    }

    [Fact]
    public async Task A_company_number_without_its_zero_is_the_same_company()
    {
        var fund = await Fund.OpenAsync(api);
        var table = new GrantTable
        {
            Headings =
            [
                .. GrantTable.Standard.Select(h =>
                    h == "Recipient Org:Identifier" ? "Recipient Org:Company Number" : h
                ),
            ],
        };
        var (whole, cut) = (GrantTable.Row(1), GrantTable.Row(2));
        (whole[6], cut[6]) = ("01471587", "1471587");
        whole[7] = cut[7] = "A company";
        table.Rows.AddRange([cut, whole]);
        (await fund.ImportAsync(table.Csv())).ShouldBe(200).Items("notices").Should().BeEmpty();
        (await api.Administrator.GetAsync("organisations?q=GB-COH-01471587"))
            .ShouldBe(200)
            .Text("items.0.identifier.id")
            .Should()
            .Be("01471587", "it is kept with its zero");
        (await fund.ProjectsAsync())
            .Select(p => p["ownerOrganisation"]!["id"]!.GetValue<Guid>())
            .Distinct()
            .Should()
            .HaveCount(1);
    }

    [Fact]
    public async Task What_the_file_has_no_column_for_is_not_called_by_our_names()
    {
        var fund = await Fund.OpenAsync(api);
        var json =
            """{"grants":[{"id":"1","title":"t","currency":"EUR","awardDate":"2015-01-01","recipientOrganization":[{"name":"r"}],"fundingOrganization":[{"name":"f"}]}]}""";
        (await fund.ImportAsync(Encoding.UTF8.GetBytes(json), "grants.json"))
            .ShouldBeProblem(422, "missing_heading")
            .Text("errors.0.column")
            .Should()
            .Be("amountAwarded");
        // Too long for a code: the column is named where there is one, else the row alone.
        var name = new string('n', 299);
        string[] with = [Headings, Line("", name)];
        string[] without = [.. with.Select(line => string.Join(';', line.Split(';').Where((_, i) => i != 3)))];
        foreach (var (lines, column) in new[] { (with, "referenceDecision"), (without, null) })
        {
            var refused = (
                await fund.ImportAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), "subventions.csv")
            ).ShouldBe(422);
            ((string?)refused["errors"]![0]!["column"]).Should().Be(column);
            refused["errors"]![0]!["row"]!.GetValue<int>().Should().Be(2);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_a_file_is_read_and_where_it_is_only_tried_others_write(bool dryRun)
    {
        var fund = await Fund.OpenAsync(api);
        await using var scope = api.Services.CreateAsyncScopeFor(Operator.Id);
        await using var content = new SlowFile(GrantTable.Of(GrantTable.Row(1)).Csv(), OthersWrite);
        var report = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(
                new ImportFile(
                    fund.Id,
                    "grants.csv",
                    content,
                    dryRun,
                    Progress: dryRun ? new WhileTried(OthersWrite) : null
                )
            );
        (report.Created, (await fund.ProjectsAsync()).Count).Should().Be((1, 2), "two were written beside, or one");

        // Were the database held meanwhile, nobody could.
        void OthersWrite() =>
            fund.ProjectAsync().Wait(TimeSpan.FromSeconds(10)).Should().BeTrue("an import holds nobody up");
    }

    /// <summary>Lets something else happen each time that it is told how far an import is.</summary>
    private sealed class WhileTried(Action also) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => also();
    }

    /// <summary>A file that lets something else happen before its first byte is read.</summary>
    private sealed class SlowFile(byte[] content, Action first) : MemoryStream(content)
    {
        private bool _begun;

        public override int Read(byte[] buffer, int offset, int count)
        {
            Begin();
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            Begin();
            return base.Read(buffer);
        }

        private void Begin()
        {
            if (_begun)
                return;
            _begun = true;
            first();
        }
    }

    private static string Line(
        string reference = "D-1",
        string beneficiary = "Association A",
        string id = "",
        string nature = "aide en numéraire",
        string day = "2019-04-26"
    ) =>
        $"Département Témoin;;{day};{reference};{beneficiary};{id};Un projet;1000,00;{nature};unique;2019-05-14;;non;1";

    private static Task<Reply> ImportAsync(Fund fund, params string[] lines) =>
        fund.ImportAsync(Encoding.UTF8.GetBytes($"{Headings}\r\n{string.Join("\r\n", lines)}"), "subventions.csv");

    [Theory]
    [InlineData("None")]
    [InlineData("N/A")]
    [InlineData("0")]
    [InlineData("Exempt")]
    [InlineData("1070468.0")]
    public async Task What_stands_for_no_number_joins_nobody(string number)
    {
        var fund = await Fund.OpenAsync(api);
        var file = Encoding.UTF8.GetBytes(
            "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Charity Number,Recipient Org:Name,Funding Org:Name\n"
                + $"C-1,One,EUR,10,2019-01-08,{number},First of {fund.Code},The Fund\n"
                + $"C-2,Two,EUR,20,2019-01-08,{number},Second of {fund.Code},The Fund\n"
        );

        (await fund.ImportAsync(file)).ShouldBe(200).Noticed().Should().Equal("placeholder_identifier");

        (await fund.ProjectsAsync())
            .Select(p => p["ownerOrganisation"]!["name"]!.GetValue<string>())
            .Should()
            .BeEquivalentTo($"First of {fund.Code}", $"Second of {fund.Code}");
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_though_names_were_mended_and_the_lead_has_moved()
    {
        var (fund, next) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var row = GrantTable.Row(1);
        (row[6], row[7]) = ("", $"Mispelt {fund.Code}");
        var file = GrantTable.Of(row).Csv();
        (await fund.ImportAsync(file)).ShouldBe(200);
        var project = (await fund.ProjectsAsync()).Single();
        (
            await api.Administrator.PutAsync(
                $"organisations/{project["ownerOrganisation"]!["id"]}",
                new { name = $"Misspelt {fund.Code}", actorProfile = "association" },
                "*"
            )
        ).ShouldBe(200);
        (await fund.ImportAsync(file)).ShouldBe(200).Number("unchanged").Should().Be(1);

        (
            await api.Administrator.PutAsync($"portfolios/{next.Id}/holdings/{project["id"]}", new { kind = "lead" })
        ).ShouldBe(200);

        (await fund.ImportAsync(file)).ShouldBe(200).Number("unchanged").Should().Be(1);
        (await fund.DashboardAsync()).Figure("totals.committed.amount").Should().Be(1000.50m);
    }

    [Fact]
    public async Task What_was_cancelled_by_hand_and_is_in_the_file_still_is_agreed_again_and_told()
    {
        var fund = await Fund.OpenAsync(api);
        var file = GrantTable.Of(GrantTable.Row(1)).Csv();
        (await fund.ImportAsync(file)).ShouldBe(200);
        var (project, commitment) = (
            (await fund.ProjectsAsync()).Single()["id"],
            (await fund.CommitmentsAsync("G-1")).Single()["id"]
        );
        (
            await api.Administrator.PostAsync(
                $"projects/{project}/commitments/{commitment}/cancellation",
                new { reason = "Over", cancelledOn = "2016-01-01" }
            )
        ).ShouldBe(200);

        (await fund.ImportAsync(file)).ShouldBe(200).Noticed().Should().Equal("agreed_again");
    }
}
