using System.Globalization;
using System.Runtime.InteropServices;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>
/// The portfolio by SDG, domain and region. Each project's sum on a ledger is divided among its tags to the cent: whole cents by integer division, the
/// odd ones to the first tags.
/// </summary>
internal static class Breakdowns
{
    /// <summary>The line of projects that have no tag of a dimension.</summary>
    public const string None = "none";

    private static readonly TagDimension[] Dimensions = [TagDimension.Sdg, TagDimension.Domain, TagDimension.Region];

    /// <summary>All three dimensions, and the instruments.</summary>
    /// <param name="repaid">Cents that came back, by instrument.</param>
    public static BreakdownReply Of(
        PortfolioLedger books,
        IReadOnlyDictionary<Instrument, long> repaid,
        string currency,
        Language language
    )
    {
        var cents = new Dictionary<(TagDimension, string, Basis), long>();
        foreach (var basis in Enum.GetValues<Basis>())
            Add(cents, books, basis);
        var projects = Count(books);

        IReadOnlyList<BreakdownEntry> Of(TagDimension dimension) =>
            [
                .. cents
                    .Keys.Where(k => k.Item1 == dimension)
                    .Select(k => k.Item2)
                    .Concat(projects.Keys.Where(k => k.Item1 == dimension).Select(k => k.Item2))
                    .Distinct()
                    .OrderBy(code => Order(dimension, code))
                    .Select(code => new BreakdownEntry(
                        code,
                        Label(dimension, code).In(language),
                        projects.GetValueOrDefault((dimension, code)),
                        Money(dimension, code, Basis.Planned),
                        Money(dimension, code, Basis.Committed),
                        Money(dimension, code, Basis.Delivered)
                    )),
            ];

        MoneyDto Money(TagDimension dimension, string code, Basis basis) =>
            MoneyDto.OfCents(cents.GetValueOrDefault((dimension, code, basis)), currency);

        return new(
            Of(TagDimension.Sdg),
            Of(TagDimension.Domain),
            Of(TagDimension.Region),
            books.Instruments.Entries(repaid, currency, language)
        );
    }

    private static void Add(Dictionary<(TagDimension, string, Basis), long> cents, PortfolioLedger books, Basis basis)
    {
        var untagged = new long[Dimensions.Length];
        foreach (var (project, totals) in books.ByProject)
        {
            var (sum, found) = (totals.Of(basis).Total, 0);
            foreach (var tag in books.Tags[project])
            {
                CollectionsMarshal.GetValueRefOrAddDefault(cents, (tag.Dimension, tag.Code, basis), out _) +=
                    sum / tag.Of + (tag.Position < sum % tag.Of ? 1 : 0);
                found |= 1 << (int)tag.Dimension;
            }
            for (var i = 0; i < Dimensions.Length; i++)
                if ((found & (1 << (int)Dimensions[i])) == 0)
                    untagged[i] += sum;
        }
        for (var i = 0; i < Dimensions.Length; i++)
            if (untagged[i] != 0)
                cents[(Dimensions[i], None, basis)] = untagged[i];
    }

    private static Dictionary<(TagDimension, string), int> Count(PortfolioLedger books)
    {
        var counts = new Dictionary<(TagDimension, string), int>();
        foreach (var project in books.Projects.Keys)
        {
            var found = 0;
            foreach (var tag in books.Tags[project])
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (tag.Dimension, tag.Code), out _)++;
                found |= 1 << (int)tag.Dimension;
            }
            foreach (var dimension in Dimensions)
                if ((found & (1 << (int)dimension)) == 0)
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, (dimension, None), out _)++;
        }
        return counts;
    }

    // In the order of the reference data, the untagged last.
    private static int Order(TagDimension dimension, string code) =>
        code == None
            ? int.MaxValue
            : dimension switch
            {
                TagDimension.Sdg => int.Parse(code, CultureInfo.InvariantCulture),
                TagDimension.Domain => Index(Domains.All.Select(d => d.Code), code),
                _ => Index(Regions.All.Select(r => r.Code), code),
            };

    private static int Index(IEnumerable<string> codes, string code) => codes.TakeWhile(c => c != code).Count();

    private static Text Label(TagDimension dimension, string code) =>
        code == None
            ? new("Not said", "Non précisé")
            : dimension switch
            {
                TagDimension.Sdg => Sdgs.Find(int.Parse(code, CultureInfo.InvariantCulture))!.Title,
                TagDimension.Domain => Domains.Find(code)!.Label,
                _ => Regions.Find(code)!.Label,
            };
}
