using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Observatory;

/// <summary>What is published of opinion and partnerships in the whole country (KIT l.8-14, ECO l.1043-1046).</summary>
public static class NationalFigures
{
    private const string Percent = "percent";

    private static readonly Text Urgent =
            new("Find it urgent to build alliances", "Considèrent qu'il est urgent de faire alliance"),
        Partners = new("Develop partnerships", "Développent des partenariats"),
        Companies = new("Companies of ten employees or more", "Entreprises d'au moins dix salariés");

    /// <summary>By year, the newest first.</summary>
    public static readonly IReadOnlyList<NationalFigure> All =
    [
        Opinion("urgentCitizens", 74, new("Citizens", "Citoyens")),
        Opinion("urgentMayors", 92, new("Mayors", "Maires")),
        Opinion("urgentCompanyLeaders", 83, new("Leaders of companies", "Dirigeants d'entreprise")),
        Opinion("urgentAssociationLeaders", 97, new("Leaders of associations", "Responsables associatifs")),
        Opinion("urgentFoundationLeaders", 98, new("Leaders of foundations", "Responsables de fondations")),
        new(
            "alliancesInnovate",
            new("See alliances as a source of innovation", "Voient dans les alliances une source d'innovation"),
            69,
            Percent,
            2016,
            new("French people", "Français"),
            "KIT l.8"
        ),
        new(
            "partneringAssociations",
            Partners,
            53,
            Percent,
            2016,
            new("Associations with employees", "Associations employeuses"),
            "KIT l.10"
        ),
        new("partneringCompanies", Partners, 37, Percent, 2016, Companies, "KIT l.10"),
        new(
            "partnerships",
            new("Partnerships in the country", "Partenariats dans le pays"),
            1.2m,
            "millions",
            2015,
            new("All organisations", "Toutes les organisations"),
            "KIT l.12"
        ),
        .. AllianceShares.Of2015.Select(s => new NationalFigure(
            Codes.Of(s.Category),
            Labels.Of(s.Category),
            s.Share * 100,
            Percent,
            2015,
            new(
                "Partnerships of 2015, of several categories where they are",
                "Partenariats de 2015, de plusieurs catégories le cas échéant"
            ),
            AllianceShares.Citation
        )),
    ];

    private static NationalFigure Opinion(string code, decimal value, Text population) =>
        new(code, Urgent, value, Percent, 2022, population, "ECO l.1043-1046");
}
