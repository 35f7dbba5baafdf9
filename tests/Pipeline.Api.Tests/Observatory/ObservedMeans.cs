using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pipeline.Api.Tests.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.Observatory;

/// <summary>
/// Every mean of what is observed: of any values of a domain, of a region, of a viewpoint, a year or a family of domains and of any two of these, and of all of it,
/// plain or weighted by how many were asked, however it is rounded. Whatever is told is held against them; the observed values themselves are there.
/// </summary>
internal sealed partial class ObservedMeans
{
    private static readonly string[] Words = ["mean", "average", "avg", "median", "moyenne", "médiane"];
    private readonly HashSet<decimal> _observed;
    private readonly List<decimal> _means;

    private ObservedMeans(IReadOnlyList<Observed> all)
    {
        _observed = [.. all.Select(o => o.Value)];
        var means = new SortedSet<decimal>();
        foreach (var values in all.GroupBy(o => o.Domain).Select(of => of.ToList()))
            for (var chosen = 1; chosen < 1 << values.Count; chosen++)
                Add([.. values.Where((_, i) => (chosen & (1 << i)) != 0)]);
        Func<Observed, object>[] keys =
        [
            o => o.Region,
            o => o.Viewpoint,
            o => o.Year,
            o => Pipeline.Domain.Reference.Domains.Find(o.Domain)!.Family,
        ];
        foreach (var (one, other) in keys.SelectMany(a => keys.Select(b => (a, b))))
        foreach (var of in all.GroupBy(o => (one(o), other(o))))
            Add([.. of]);
        Add(all);
        _means = [.. means.Where(m => !_observed.Any(o => Math.Abs(m - o) < 0.0000000001m))];

        void Add(IReadOnlyList<Observed> of)
        {
            means.Add(of.Average(o => o.Value));
            means.Add(of.Sum(o => o.Value * o.Asked) / of.Sum(o => o.Asked));
        }
    }

    private sealed record Observed(string Domain, string Region, string Viewpoint, int Year, int Asked, decimal Value);

    /// <summary>Observes three regions in every domain, and reads what is observed.</summary>
    public static async Task<ObservedMeans> EverywhereAsync(PipelineApi api)
    {
        await api.ObserveRowsAsync([
            .. Pipeline.Domain.Reference.Domains.All.SelectMany(
                (d, i) =>
                    new[] { ("bretagne", 61.37m), ("corse", 64.91m), ("normandie", 83.53m) }.Select(r =>
                        ObservationFiles.Row(
                            r.Item1,
                            d.Code,
                            viewpoint: "localElected",
                            value: (r.Item2 + i * 0.83m).ToString(CultureInfo.InvariantCulture),
                            sample: 300 + r.Item1.Length * 70 + i * 10
                        )
                    )
            ),
        ]);
        var all = (await api.Administrator.GetAsync("observatory")).ShouldBe(200).Items();
        return new([
            .. all.Select(o => new Observed(
                o["domain"]!.GetValue<string>(),
                o["region"]!.GetValue<string>(),
                o["viewpoint"]!.GetValue<string>(),
                o["year"]!.GetValue<int>(),
                o["sampleSize"]!.GetValue<int>(),
                o["value"]!.GetValue<decimal>()
            )),
        ]);
    }

    /// <summary>None of them is among the numbers, and no word for one among the texts.</summary>
    public void ShouldBeIn(string where, IEnumerable<string> numbers, IEnumerable<string> texts, bool observed = true)
    {
        var read = numbers
            .Select(t =>
                decimal.TryParse(t, NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n : (decimal?)null
            )
            .OfType<decimal>()
            .ToHashSet();
        if (observed)
            read.Should().Contain(n => _observed.Contains(n), "{0} has what is observed", where);
        // Where nothing is observed there are other figures, of shares and their references: they are lower than what is observed in every domain.
        read.Where(n => !_observed.Contains(n) && IsMean(n) && (observed || n is > 60 and < 100))
            .Should()
            .BeEmpty("{0} has no mean", where);
        // The time that projects spend in a phase has a median, and that is of no region.
        if (!observed)
            return;
        var told = texts.ToList();
        foreach (var word in Words)
            told.Should()
                .NotContain(
                    t => Regex.IsMatch(t, $@"\b{word}\b", RegexOptions.IgnoreCase),
                    "{0} has no {1}",
                    where,
                    word
                );
    }

    /// <summary>None of them is on a page: neither as a figure, nor as a number with decimals in its text.</summary>
    public void ShouldBeOn(string path, string page, string language, bool observed = true)
    {
        page.Should().Contain($"lang=\"{language}\"", "{0} is in its language", path);
        // What is said of the whole country was published so, and that nothing is averaged is said in words.
        var main = National().Replace(page.Split("<main")[1].Split("</main>")[0], "");
        var text = Tag()
            .Replace(
                main.Replace(
                    Pipeline.Api.Web.Words.ObservatoryWords.Help.In(language == "fr" ? Language.Fr : Language.En),
                    ""
                ),
                " "
            );
        ShouldBeIn(
            path,
            Value()
                .Matches(main)
                .Select(m => m.Groups[1].Value)
                .Concat(Decimal().Matches(text).Select(m => m.Value.Replace(',', '.'))),
            [text],
            observed
        );
    }

    public static IEnumerable<string> Numbers(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(p => Numbers(p.Value)),
            JsonArray a => a.SelectMany(Numbers),
            JsonValue v when v.GetValueKind() == JsonValueKind.Number => [v.ToJsonString()],
            _ => [],
        };

    /// <summary>What its fields are called, and what texts they hold.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            // A name is several words in one.
            JsonObject o => o.SelectMany(p => Texts(p.Value).Prepend(Capital().Replace(p.Key, " $0"))),
            JsonArray a => a.SelectMany(Texts),
            JsonValue v when v.GetValueKind() == JsonValueKind.String => [v.GetValue<string>()],
            _ => [],
        };

    // A number is a mean where one of them is written so at its number of decimals.
    private bool IsMean(decimal number)
    {
        var half = 0.5m * new decimal(1, 0, 0, false, number.Scale);
        var first = _means.BinarySearch(number - half);
        first = first < 0 ? ~first : first;
        return first < _means.Count && _means[first] <= number + half;
    }

    [GeneratedRegex("<section[^>]* id=\"national\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex National();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<data[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Value();

    [GeneratedRegex(@"\d+[.,]\d+")]
    private static partial Regex Decimal();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
