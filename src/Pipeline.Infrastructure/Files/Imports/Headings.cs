using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>The columns of a format: what each means, whichever way its heading is written.</summary>
/// <param name="Format">The format's stable code.</param>
/// <param name="Required">Fields without which no row can be read, with the format's own heading and its path in JSON.</param>
/// <param name="Optional">The other fields, with the format's own heading; one that has several names has them all.</param>
/// <param name="Fields">From the normal form of a heading to its field.</param>
internal sealed partial record Headings(
    string Format,
    IReadOnlyList<(string Field, string Heading, string Path)> Required,
    IReadOnlyList<(string Field, string Heading)> Optional,
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
        Share = "share",
        Individual = "recipientIndividual";

    /// <summary>The fields that are days.</summary>
    public static readonly IReadOnlyList<string> Days = [AwardDate, StartDate, EndDate, Period];

    /// <summary>The fields whose texts are kept on one line; a title is, once it is cut to a name.</summary>
    public static readonly IReadOnlySet<string> Lines = new HashSet<string>
    {
        Identifier,
        RecipientId,
        RecipientName,
        RecipientCountry,
        RecipientCharity,
        RecipientCompany,
        RecipientRna,
        FunderId,
        FunderName,
    };

    /// <summary>The 360Giving Data Standard.</summary>
    public static readonly Headings Grants = new(
        "360giving",
        [
            (Identifier, "Identifier", "id"),
            (Title, "Title", "title"),
            (Currency, "Currency", "currency"),
            (Amount, "Amount Awarded", "amountAwarded"),
            (AwardDate, "Award Date", "awardDate"),
            (RecipientName, "Recipient Org:Name", "recipientOrganization/0/name"),
            (FunderName, "Funding Org:Name", "fundingOrganization/0/name"),
        ],
        [
            (Description, "Description"),
            (StartDate, "Planned Dates:Start Date"),
            (EndDate, "Planned Dates:End Date"),
            (Duration, "Planned Dates:Duration (months)"),
            (RecipientId, "Recipient Org:Identifier"),
            (RecipientCountry, "Recipient Org:Country"),
            (RecipientCharity, "Recipient Org:Charity Number"),
            (RecipientCompany, "Recipient Org:Company Number"),
            (FunderId, "Funding Org:Identifier"),
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
            ["recipientindividualname"] = Individual,
            ["recipientindividualidentifier"] = Individual,
            ["recipientindname"] = Individual,
            ["recipientindidentifier"] = Individual,
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
            (FunderName, "nomAttribuant", "nomAttribuant"),
            (AwardDate, "dateConvention", "dateConvention"),
            (RecipientName, "nomBeneficiaire", "nomBeneficiaire"),
            (Title, "objet", "objet"),
            (Amount, "montant", "montant"),
        ],
        [
            (FunderId, "idAttribuant"),
            (FunderId, "Identification de l'attribuant"),
            (Identifier, "referenceDecision"),
            (Identifier, "Référence de la décision"),
            (RecipientId, "idBeneficiaire"),
            (RecipientId, "Identification du bénéficiaire"),
            (RecipientRna, "rnaBeneficiaire"),
            (Nature, "nature"),
            (Nature, "Nature de la subvention"),
            (Period, "datesPeriodeVersement"),
            (Period, "Dates de versement de la subvention"),
            (Share, "pourcentageSubvention"),
            (Share, "Pourcentage de la subvention"),
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

    /// <summary>The fields that a mapping may name, each with every name that it goes by.</summary>
    public static readonly IReadOnlyDictionary<string, string> Mappable = new[]
    {
        Identifier,
        Title,
        Description,
        Currency,
        Amount,
        AwardDate,
        StartDate,
        EndDate,
        Duration,
        RecipientId,
        RecipientName,
        RecipientCountry,
        RecipientCharity,
        RecipientCompany,
        RecipientRna,
        FunderId,
        FunderName,
        Nature,
        Period,
        Share,
    }
        .Select(field => KeyValuePair.Create(Normal(field), field))
        .Concat([new("recipientname", RecipientName), new("fundingname", FunderName)])
        .Concat(Grants.Fields.Where(f => f.Value != Individual))
        .Concat(Subsidies.Fields)
        .DistinctBy(f => f.Key)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Which rows a mapping makes: grants where it has identifiers and currencies, else lines of decisions, in euros.</summary>
    public static Headings Of(TableMapping mapping)
    {
        var fields = mapping
            .Columns.Values.Concat(mapping.Constants?.Keys ?? [])
            .Select(name => Mappable[Normal(name)])
            .ToHashSet(StringComparer.Ordinal);
        return fields.Contains(Currency) && fields.Contains(Identifier) ? Grants : Subsidies;
    }

    /// <summary>The columns of each known field.</summary>
    public FoundColumns Columns(IReadOnlyList<string> headings)
    {
        var found = new FoundColumns(headings);
        for (var i = 0; i < headings.Count; i++)
            if (Fields.TryGetValue(Normal(headings[i]), out var field))
                found.Add(field, i);
        if (!ReadsLabels)
            return found;
        // The labels of the decree, which many publish instead of its short names: one beside its short name is a remark.
        var named = found.First.Keys.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < headings.Count; i++)
            if (!found.Has(i) && DecreeLabels.FieldOf(headings[i]) is { } field)
                if (named.Contains(field))
                    found.AddBeside(field, i);
                else
                    found.Add(field, i);
        return found;
    }

    /// <summary>Whether a path of JSON has a field of a format that is known.</summary>
    public static bool Knows(string path) =>
        Normal(path) is var name && (Grants.Fields.ContainsKey(name) || Subsidies.Fields.ContainsKey(name));

    /// <summary>Whether what stands under a heading names a person that a grant goes to.</summary>
    public static bool IsOfPerson(string heading) =>
        Normal(heading) is var name
        && (
            Grants.Fields.GetValueOrDefault(name) == Individual
            || name.StartsWith("recipientindividual", StringComparison.Ordinal)
        );

    /// <summary>Whether a heading is probably another one, misspelt; the standard has a county beside the country.</summary>
    public static bool IsSlip(string written, string known) =>
        Normal(written) is not "recipientorgcounty" and var name && Nearest.IsSlip(name, Normal(known));

    /// <summary>Where a heading says to stand in a list, as <c>recipientOrganization/1/name</c> does: 1; null where it does not. A year is no place.</summary>
    public static int? PositionOf(string heading) =>
        Digit().Match(heading) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\d(?![\p{L}\p{N}])")]
    private static partial Regex Digit();

    /// <summary>Whether a heading may be a whole label, as <c>Montant total de la subvention</c>.</summary>
    private bool ReadsLabels => ReferenceEquals(this, Subsidies);

    /// <summary>How a column is spelt does not matter: case, accents, spaces, separators, list positions, what stands in brackets, and the standard's synonyms.</summary>
    public static string Normal(string heading)
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
