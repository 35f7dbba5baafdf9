using Pipeline.Api.Web.Parts;
using Pipeline.Application.Access;
using Pipeline.Application.Imports;
using Pipeline.Application.Portfolios;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Pages.Imports;

/// <summary>What the pages about files have in common: the portfolio that they come into, and how they can be read.</summary>
public abstract class ImportPageBase : Page
{
    /// <summary>The portfolios whose imports the visitor may read.</summary>
    public IReadOnlyList<Option> Portfolios { get; private set; } = [];

    /// <summary>Where files come in; null where the visitor keeps no portfolio's ledgers, or none was chosen of several.</summary>
    public Option? Portfolio { get; private set; }

    /// <summary>Whether the visitor brings files in there: finance reads what came.</summary>
    public bool Manages => Portfolio is null ? Visitor.Manages : Visitor.ManagesPortfolio(PortfolioId);

    /// <summary>Its id.</summary>
    public Guid PortfolioId => Guid.Parse(Portfolio!.Value);

    /// <summary>What its files can be read by.</summary>
    public ImportMappingsReply Mappings { get; private set; } = new([], [], []);

    /// <summary>Its own mappings.</summary>
    public IEnumerable<ImportMappingReply> OwnMappings => Mappings.Items.Where(m => !m.BuiltIn);

    /// <summary>The letters that can be named.</summary>
    protected IReadOnlyList<Option> Encodings =>
        [.. Mappings.Encodings.Select(e => new Option(e, Words.ImportWords.Encoding(e).In(Language)))];

    /// <inheritdoc />
    protected override async Task LoadAsync()
    {
        var asked = await AskedPortfolioAsync();
        if (asked is { } seen && !Visitor.SeesPortfolio(seen))
            throw NotFoundException.Of("portfolio", "portefeuille");
        if (asked is { } kept ? !Visitor.KeepsLedgersOf(kept) : !Visitor.KeepsLedgers)
            throw AccessRefusals.LedgersNotPermitted.Exception();
        var portfolios = await AskAllAsync(page => new ListPortfolios(page));
        Portfolios =
        [
            .. portfolios.Where(p => Visitor.KeepsLedgersOf(p.Id)).Select(p => new Option(p.Id.ToString(), p.Name)),
        ];
        if (asked is { } id)
            Portfolio =
                Portfolios.FirstOrDefault(p => p.Value == $"{id}")
                ?? throw NotFoundException.Of("portfolio", "portefeuille");
        else if (Portfolios is [var only])
            Portfolio = only;
        if (Portfolio is not null)
            Mappings = await AskAsync(new ListImportMappings(PortfolioId));
    }

    /// <summary>The portfolio that the address is about; null where it names none.</summary>
    protected virtual Task<Guid?> AskedPortfolioAsync() => Task.FromResult(Asked<Guid>("portfolioId"));
}
