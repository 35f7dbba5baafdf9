using System.Text;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>The columns of a format: what each means, whichever way its heading is written.</summary>
/// <param name="Format">The format's stable code.</param>
/// <param name="Required">Fields without which no row can be read, with the format's own heading.</param>
/// <param name="Fields">From the normal form of a heading to its field.</param>
internal sealed record Headings(
    string Format,
    IReadOnlyList<(string Field, string Heading)> Required,
    IReadOnlyDictionary<string, string> Fields
)
{
    public const string Identifier = "identifier",
        Title = "title",
        Description = "description",
        Currency = "currency",
        Amount = "amount",
        AwardDate = "awardDate",
        StartDate = "startDate",
        EndDate = "endDate",
        Duration = "duration",
        RecipientId = "recipientIdentifier",
        RecipientName = "recipient",
        RecipientCountry = "recipientCountry",
        RecipientCharity = "recipientCharityNumber",
        RecipientCompany = "recipientCompanyNumber",
        FunderId = "funderIdentifier",
        FunderName = "funder",
        RecipientRna = "recipientRna",
        Nature = "nature",
        Period = "period",
        Share = "share";

    /// <summary>The 360Giving Data Standard.</summary>
    public static readonly Headings Grants = new(
        "360giving",
        [
            (Identifier, "Identifier"),
            (Title, "Title"),
            (Currency, "Currency"),
            (Amount, "Amount Awarded"),
            (AwardDate, "Award Date"),
            (RecipientName, "Recipient Org:Name"),
            (FunderName, "Funding Org:Name"),
        ],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["identifier"] = Identifier,
            ["grantidentifier"] = Identifier,
            ["title"] = Title,
            ["granttitle"] = Title,
            ["description"] = Description,
            ["grantdescription"] = Description,
            ["currency"] = Currency,
            ["amountawarded"] = Amount,
            ["awardamount"] = Amount,
            ["awardedamount"] = Amount,
            ["awarddate"] = AwardDate,
            ["dateawarded"] = AwardDate,
            ["planneddatesstartdate"] = StartDate,
            ["plannedstartdate"] = StartDate,
            ["planneddatesenddate"] = EndDate,
            ["plannedenddate"] = EndDate,
            ["planneddatesduration"] = Duration,
            ["plannedduration"] = Duration,
            ["recipientorgidentifier"] = RecipientId,
            ["recipientorgname"] = RecipientName,
            ["recipientorgcountry"] = RecipientCountry,
            ["recipientorgcharitynumber"] = RecipientCharity,
            ["recipientorgcompanynumber"] = RecipientCompany,
            ["fundingorgidentifier"] = FunderId,
            ["fundingorgname"] = FunderName,
        }
    );

    /// <summary>The French format of subsidy agreements (decree 2017-779, order of 17 November 2017; docs/subsidies.md).</summary>
    public static readonly Headings Subsidies = new(
        "subsidies",
        [
            (FunderName, "nomAttribuant"),
            (AwardDate, "dateConvention"),
            (RecipientName, "nomBeneficiaire"),
            (Title, "objet"),
            (Amount, "montant"),
        ],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["nomattribuant"] = FunderName,
            ["identifierattribuant"] = FunderId,
            ["idattribuant"] = FunderId,
            ["dateconvention"] = AwardDate,
            ["referencedecision"] = Identifier,
            ["nombeneficiaire"] = RecipientName,
            ["identifierbeneficiaire"] = RecipientId,
            ["idbeneficiaire"] = RecipientId,
            ["rnabeneficiaire"] = RecipientRna,
            ["objet"] = Title,
            ["montant"] = Amount,
            ["nature"] = Nature,
            ["datesperiodeversement"] = Period,
            ["pourcentagesubvention"] = Share,
        }
    );

    /// <summary>The column of each known field; of two columns with one meaning the first counts.</summary>
    public Dictionary<string, int> Columns(IReadOnlyList<string> headings)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < headings.Count; i++)
            if (Fields.TryGetValue(Normal(headings[i]), out var field))
                columns.TryAdd(field, i);
        return columns;
    }

    /// <summary>How a column is spelt does not matter: case, accents, spaces, separators, list positions, what stands in brackets, and the standard's synonyms.</summary>
    private static string Normal(string heading)
    {
        var bracket = heading.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0)
            heading = heading[..bracket];
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in heading)
        {
            // A capital after a small letter begins a word, as in recipientOrganization.
            if (!char.IsLetterOrDigit(c) || (char.IsUpper(c) && word.Length > 0 && char.IsLower(word[^1])))
                End();
            if (char.IsLetterOrDigit(c))
                word.Append(c);
        }
        End();
        return string.Concat(
            words
                .Where(w => !w.All(char.IsDigit))
                .Select(w =>
                    w switch
                    {
                        "organisation" or "organization" => "org",
                        "id" => "identifier",
                        "funder" => "funding",
                        _ => w,
                    }
                )
        );

        void End()
        {
            if (word.Length > 0)
                words.Add(Folded.Of(word.ToString()));
            word.Clear();
        }
    }
}
