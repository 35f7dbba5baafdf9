using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>The register of catalysts, by name; it is everybody's, as the directory of organisations is.</summary>
/// <param name="Mission">Those who do this.</param>
/// <param name="Territory">Those of a territory whose name has this in it, case and accents aside.</param>
public sealed record ListCatalysts(CatalystMission? Mission, string? Territory, PageOf Page)
    : IQuery<Paged<CatalystReply>>;

internal sealed class ListCatalystsHandler(CatalystRegister register)
    : IRequestHandler<ListCatalysts, Paged<CatalystReply>>
{
    public async Task<Paged<CatalystReply>> Handle(ListCatalysts request, CancellationToken cancellationToken)
    {
        var all = await register.AllAsync(cancellationToken);
        var part = Folded.Of(request.Territory?.Trim() ?? "");
        var wanted = all.Where(c =>
            (request.Mission is not { } mission || c.Terms.Missions.Contains(mission))
            && c.Terms.Territories.Any(t => Folded.Of(t).Contains(part, StringComparison.Ordinal))
        );
        return (await register.ShowAsync([.. wanted], cancellationToken)).ToPage(request.Page);
    }
}
