using FsCheck;
using FsCheck.Fluent;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Tests.Organisations;

public class OrganisationTests
{
    [Theory]
    [InlineData("GB-CHC-1070468", "GB-CHC", "1070468")]
    [InlineData("FR-SIRET-80279350500012", "FR-SIRET", "80279350500012")]
    [InlineData("US-EIN-23-7032412", "US-EIN", "23-7032412")]
    [InlineData("360G-Blue", "360G", "Blue")]
    [InlineData("360G-Blue-Foundation", "360G", "Blue-Foundation")]
    [InlineData("FR-80279350500012", "FR", "80279350500012")]
    public void An_identifier_is_taken_apart_into_its_list_and_the_number_in_it(string full, string scheme, string id)
    {
        var identifier = OrganisationIdentifier.Parse(full);
        identifier.Should().Be(new OrganisationIdentifier(scheme, id));
        identifier!.Full.Should().Be(full);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1070468")]
    [InlineData("-1070468")]
    [InlineData("360G-")]
    [InlineData("GB-")]
    public void What_has_no_list_in_front_or_no_number_after_it_is_no_identifier(string full) =>
        OrganisationIdentifier.Parse(full).Should().BeNull();

    [Fact]
    public void Put_together_again_an_identifier_is_what_it_was()
    {
        var texts = Gen.Elements('G', 'B', '-', '1', 'a').ArrayOf().Select(chars => new string(chars)).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                texts,
                full =>
                {
                    var dash = full.IndexOf('-', StringComparison.Ordinal);
                    var identifier = OrganisationIdentifier.Parse(full);
                    (identifier is null).Should().Be(dash < 1 || dash == full.Length - 1);
                    if (identifier is null)
                        return;
                    identifier.Full.Should().Be(full);
                    identifier.Scheme.Should().NotBeEmpty();
                    identifier.Id.Should().NotBeEmpty();
                }
            )
        );
    }

    [Fact]
    public void An_organisation_keeps_public_facts_trimmed()
    {
        var organisation = new Organisation(
            " Économie & Cie ",
            ActorProfile.Company,
            new(" FR-SIRET ", " 123 "),
            " ",
            null,
            Given.Now
        );
        organisation
            .Should()
            .BeEquivalentTo(
                new
                {
                    Name = "Économie & Cie",
                    NameKey = "economie & cie",
                    ActorProfile = ActorProfile.Company,
                    Identifier = new OrganisationIdentifier("FR-SIRET", "123"),
                    Country = (string?)null,
                    Version = 1L,
                }
            );
    }

    [Fact]
    public void A_change_of_facts_replaces_them_all()
    {
        var organisation = new Organisation(
            "Before",
            ActorProfile.Company,
            new("FR-SIRET", "123"),
            "France",
            OrganisationSize.Large,
            Given.Now
        );
        organisation.Describe("After", ActorProfile.Foundation, null, null, null);
        organisation
            .Should()
            .BeEquivalentTo(
                new
                {
                    Name = "After",
                    NameKey = "after",
                    ActorProfile = ActorProfile.Foundation,
                    Identifier = (OrganisationIdentifier?)null,
                    Size = (OrganisationSize?)null,
                    Version = 2L,
                }
            );
    }

    [Fact]
    public void A_merged_entry_reads_as_the_one_that_stays()
    {
        var stays = new Organisation(
            "Stays",
            ActorProfile.Association,
            null,
            "France",
            OrganisationSize.Small,
            Given.Now
        );
        var goes = new Organisation("Goes", ActorProfile.Company, null, null, OrganisationSize.Large, Given.Now);
        goes.MergeInto(stays, "Same address");
        goes.Should()
            .BeEquivalentTo(
                new
                {
                    stays.Name,
                    stays.ActorProfile,
                    stays.Country,
                    stays.Size,
                    MergedIntoId = stays.Id,
                }
            );
    }

    [Theory]
    [InlineData("", "GB-CHC", "1", "name")]
    [InlineData("A name", " ", "1", "identifier.scheme")]
    [InlineData("A name", "GB-CHC", "", "identifier.id")]
    public void Name_and_both_parts_of_an_identifier_are_required(string name, string scheme, string id, string field)
    {
        var refusal = Refusal.Of<InvalidValueException>(() =>
            new Organisation(name, ActorProfile.Association, new(scheme, id), null, null, Given.Now)
        );
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("required", field));
    }
}
