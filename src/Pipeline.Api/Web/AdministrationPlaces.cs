using Pipeline.Api.Web.Words;

namespace Pipeline.Api.Web;

/// <summary>The parts of the administration, each once for the page that shows them all and for the way from one to another.</summary>
internal static class AdministrationPlaces
{
    private static readonly AdministrationPlace[] All =
    [
        new("/admin/portfolios", AdministrationWords.Portfolios, AdministrationWords.PortfoliosHelp, ForManagers: true),
        new("/admin/people", AdministrationWords.People, AdministrationWords.PeopleHelp),
        new(
            "/admin/organisations",
            AdministrationWords.Organisations,
            AdministrationWords.OrganisationsHelp,
            ForManagers: true
        ),
        new("/admin/reference", AdministrationWords.Reference, AdministrationWords.ReferenceHelp),
        new("/admin/observatory", ObservatoryWords.Title, ObservatoryWords.AdministrationHelp),
        new("/admin/audit", AdministrationWords.Audit, AdministrationWords.AuditHelp),
        new("/admin/health", HealthWords.Title, HealthWords.Help),
    ];

    /// <summary>Those that the visitor may open.</summary>
    public static IEnumerable<AdministrationPlace> For(Visitor visitor) =>
        All.Where(place => visitor.IsAdministrator || place.ForManagers);
}
