using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;
using static Pipeline.Domain.Phases.Phase;
using static Pipeline.Domain.Projects.Trigger;
using static Pipeline.Domain.Support.Lever;

namespace Pipeline.Api.Cli.Demo;

/// <summary>
/// The demonstration's dozen projects. The histories of Wimoov and Unis-Cité are public; their amounts, and everything about the others, are invented. The
/// invented ones are dated from today, so that the demonstration does not age.
/// </summary>
internal static class DemoStory
{
    private const string Invented = "Demonstration: an invented project. ";

    /// <summary>All projects as of a day.</summary>
    public static IReadOnlyList<DemoProject> Projects(DateOnly today)
    {
        DateOnly Ago(int months) => today.AddMonths(-months);
        return
        [
            Wimoov(),
            Invented1(
                "DEMO-02",
                "Repair cafés for hospitals",
                "Association Soin Durable",
                Ago(30),
                "Nurses and volunteers repair medical aids instead of throwing them away.",
                Ago,
                [3, 12],
                ["health", "environmentAndBiodiversity"],
                "bretagne"
            ) with
            {
                Reports = true,
                Modelled = true,
                Support =
                [
                    .. Mix("Fondation Exemple", Ago(28), experimentation: 60_000, capacity: 26_000, evaluation: 7_000),
                ],
                Moves = [new(Advance, Ago(24)), new(Advance, Ago(12))],
            },
            Invented1(
                "DEMO-03",
                "Digital mediators in post offices",
                "Coopérative Clic",
                Ago(20),
                "Mediators help people to do their paperwork online.",
                Ago,
                [4, 10],
                ["digitalAccess"],
                "occitanie"
            ) with
            {
                Support =
                [
                    .. Mix("Fondation Exemple", Ago(18), experimentation: 80_000, capacity: 9_000, evaluation: 12_500),
                ],
                Moves =
                [
                    new(Advance, Ago(15)),
                    new(Hold, Ago(8), "The partner reorganises its offices"),
                    new(Resume, Ago(5)),
                ],
            },
            Invented1(
                "DEMO-04",
                "Shared flats for young carers",
                "Association Relais",
                Ago(14),
                "A home and a rhythm for young people who care for a parent.",
                Ago,
                [1, 11],
                ["housing", "socialTiesAndIsolation"],
                "ileDeFrance"
            ) with
            {
                Support =
                [
                    new(Funding, Experimentation, 45_000, 45_000, 15_000, Ago(11), "Fondation Exemple")
                    {
                        EndsOn = Ago(1),
                    },
                    new(ExpertiseAndNetworks, Conception, 10_000, 10_000, 10_000, Ago(13), "Cabinet Mécène")
                    {
                        Nature = Nature.Skills,
                        Hours = 125,
                    },
                ],
                Moves = [new(Advance, Ago(10)), new(Hold, Ago(2), "The house is being renovated")],
            },
            Invented1(
                "DEMO-05",
                "Night buses by the users",
                "Collectif Nuit",
                Ago(9),
                "Passengers plan the lines that public transport leaves out at night.",
                Ago,
                [11],
                ["mobilityAndTransport", "safety"],
                "hautsDeFrance"
            ) with
            {
                Support =
                [
                    new(Funding, Conception, 12_000, 12_000, 12_000, Ago(8), "Fondation Exemple"),
                    new(Funding, Experimentation, 30_000, 30_000, 0, Ago(4), "Fondation Exemple"),
                ],
                Moves =
                [
                    new(Advance, Ago(3)) { Answer = DecisionKind.Decline },
                    new(Advance, Ago(1)) { Answer = null },
                ],
            },
            Invented1(
                "DEMO-06",
                "Seeds of the commons",
                "SCIC Terre Commune",
                Ago(5),
                "Gardeners keep and share seeds that no catalogue lists.",
                Ago,
                [2, 15],
                ["environmentAndBiodiversity"],
                "nouvelleAquitaine"
            ),
            Invented1(
                "DEMO-07",
                "Grandparents of the school",
                "Association Deux Âges",
                Ago(40),
                "Retired people read with children twice a week.",
                Ago,
                [4, 10],
                ["education", "ageing"],
                "paysDeLaLoire"
            ) with
            {
                Modelled = true,
                Places =
                [
                    new("Nantes", "paysDeLaLoire", Ago(36)),
                    new("Angers", "paysDeLaLoire", Ago(20))
                    {
                        AdaptedBy = "Meetings in the quarters, in place of one in the centre",
                    },
                    new("Rennes", "bretagne", Ago(12))
                    {
                        AdaptedBy = "Carried by the town's own network of associations",
                    },
                    new("Brest", "bretagne", Ago(8)) { Deploys = true },
                ],
                Support =
                [
                    .. Mix("Fondation Exemple", Ago(38), experimentation: 90_000, capacity: 55_000, evaluation: 18_000),
                    new(Funding, ScalingOut, 120_000, 100_000, 60_000, Ago(14), "Banque Exemple"),
                    new(StrategyAndGovernance, ScalingOut, 40_000, 40_000, 22_000, Ago(14), "Cabinet Mécène")
                    {
                        Nature = Nature.Skills,
                        Hours = 400,
                    },
                ],
                Moves =
                [
                    new(Advance, Ago(34)),
                    new(Advance, Ago(26)),
                    new(StepBack, Ago(22), "The town of the pilot was too particular: we learn in a second one"),
                    new(Advance, Ago(18)),
                    new(Advance, Ago(12)),
                ],
            },
            UnisCite(),
            Invented1(
                "DEMO-09",
                "Work first, then housing",
                "Association Seuil",
                Ago(36),
                "A job and a flat in one contract.",
                Ago,
                [1, 8],
                ["employmentAndInclusion", "housing"],
                "normandie"
            ) with
            {
                Support =
                [
                    .. Mix("Fondation Exemple", Ago(34), experimentation: 70_000, capacity: 5_000, evaluation: 2_000),
                    new(Funding, Modelling, 0, 25_000, 10_000, Ago(20), "Banque Exemple") { Cancelled = true },
                ],
                Moves = [new(Advance, Ago(30)), new(Stop, Ago(15), "The law that it was built on has changed")],
            },
            Invented1(
                "DEMO-10",
                "Music in care homes",
                "Ensemble Tempo",
                Ago(24),
                "Musicians in residence where people with dementia live.",
                Ago,
                [3],
                ["ageing", "cultureAndLeisure"],
                "provenceAlpesCoteDAzur"
            ) with
            {
                Modelled = true,
                Support =
                [
                    .. Mix("Fondation Exemple", Ago(22), experimentation: 50_000, capacity: 14_000, evaluation: 5_000),
                    new(Funding, Conception, 0, 3_000, 3_000, Ago(23), "Fondation Exemple") { Reversed = true },
                ],
                Moves =
                [
                    new(Advance, Ago(19)),
                    new(Advance, Ago(9))
                    {
                        Waivers =
                        [
                            ("evaluation.relevance", "The university's study is finished and appears next month"),
                        ],
                    },
                ],
                Evaluations = [],
            },
            Invented1(
                "DEMO-11",
                "Solar roofs for tenants",
                "Coopérative Toits",
                Ago(16),
                "Tenants own the panels on their houses together.",
                Ago,
                [7, 13],
                ["energyTransition", "purchasingPower"],
                "centreValDeLoire"
            ) with
            {
                Support =
                [
                    new(Funding, Experimentation, 40_000, 40_000, 20_000, Ago(12), "Banque Exemple"),
                    new(StrategyAndGovernance, Experimentation, 12_000, 11_000, 5_000, Ago(12), "Cabinet Mécène")
                    {
                        Nature = Nature.Skills,
                        Hours = 90,
                    },
                    new(Lever.Evaluation, Experimentation, 4_000, 4_000, 1_000, Ago(6), "Fondation Exemple"),
                ],
                Moves = [new(Advance, Ago(11))],
            },
            Invented1(
                "DEMO-12",
                "Sport on prescription",
                "Fédération Élan",
                Ago(48),
                "Doctors prescribe movement, clubs receive the patients.",
                Ago,
                [3],
                ["health"],
                "grandEst"
            ) with
            {
                Modelled = true,
                TakeOver = TakeOverKind.Market,
                TakeOverName = "Health insurers",
                Places =
                [
                    new("Strasbourg", "grandEst", Ago(44)),
                    new("Nancy", "grandEst", Ago(26)),
                    new("Lille", "hautsDeFrance", Ago(14)),
                ],
                Support =
                [
                    .. Mix("Banque Exemple", Ago(46), experimentation: 110_000, capacity: 48_000, evaluation: 21_000),
                    new(Funding, ScalingOut, 160_000, 160_000, 140_000, Ago(22), "Banque Exemple"),
                    new(StrategyAndGovernance, Industrialisation, 60_000, 45_000, 10_000, Ago(6), "Cabinet Mécène")
                    {
                        Nature = Nature.Skills,
                        Hours = 520,
                    },
                ],
                Moves = [new(Advance, Ago(40)), new(Advance, Ago(31)), new(Advance, Ago(21)), new(Advance, Ago(8))],
            },
        ];
    }

    // Wimoov (formerly Voiture & Co) as its director tells it, RC l.2808-2989: its partners in their order, and of days the years 1998, 2002 and 2015.
    private static DemoProject Wimoov() =>
        new(
            "WIMOOV",
            "Wimoov",
            "Wimoov",
            new(1998, 9, 1),
            "Demonstration with a public history. All amounts are invented, and so are the days but for the years 1998, 2002 and 2015. "
                + "From car sharing for the people of Nanterre (1998) to 26 mobility platforms over France, carried by one alliance after the other."
        )
        {
            HasRecords = true,
            Reports = true,
            Sdgs = [8, 10, 11],
            Domains = ["mobilityAndTransport", "employmentAndInclusion", "ageing"],
            Problem = "Who cannot move cannot work, learn or see others: many people have no mobility of their own.",
            Beneficiaries =
                "At first students, staff and inhabitants at Nanterre; then job-seekers; from 2015 elderly people.",
            Hypotheses =
            [
                "Sharing cars, organised for the people of one place",
                "A mobility platform that advises each person and offers solutions side by side",
            ],
            Modelled = true,
            Places =
            [
                new("Nanterre", "ileDeFrance", new(1998, 9, 1)),
                new("Paris", "ileDeFrance", new(2003, 1, 1)),
                new("Ivry", "ileDeFrance", new(2005, 1, 1)),
                new("La Ciotat", "provenceAlpesCoteDAzur", new(2005, 6, 1)),
                new("26 platforms over France", null, new(2012, 1, 1)),
            ],
            Stakeholders =
            [
                (StakeholderKind.IdeaHolder, "The founders", 3),
                (StakeholderKind.Funder, "Caisse des Dépôts", 3),
                (StakeholderKind.Catalyst, "Le RAMEAU", 2),
                (StakeholderKind.Beneficiary, "Job-seekers", 3),
            ],
            Support =
            [
                new(Funding, Conception, 15_000, 15_000, 15_000, new(1999, 3, 1), "MACIF"),
                new(Funding, Experimentation, 60_000, 60_000, 60_000, new(2003, 1, 15), "Mairie de Paris"),
                new(ExpertiseAndNetworks, Experimentation, 20_000, 20_000, 20_000, new(2003, 1, 15), "Mairie de Paris")
                {
                    Nature = Nature.InKind,
                },
                new(Funding, Experimentation, 80_000, 80_000, 80_000, new(2005, 3, 1), "DIRECCTE des Bouches-du-Rhône"),
                new(StrategyAndGovernance, Modelling, 50_000, 45_000, 45_000, new(2006, 5, 1), "Le RAMEAU")
                {
                    Nature = Nature.Skills,
                    Hours = 600,
                },
                new(ExpertiseAndNetworks, ScalingOut, 120_000, 110_000, 110_000, new(2009, 1, 15), "Renault")
                {
                    Nature = Nature.Skills,
                    Hours = 1_400,
                },
                new(Funding, ScalingOut, 400_000, 380_000, 380_000, new(2009, 6, 1), "Caisse des Dépôts"),
                new(ExpertiseAndNetworks, ScalingOut, 60_000, 60_000, 60_000, new(2011, 3, 1), "Total")
                {
                    Nature = Nature.Skills,
                    Hours = 700,
                },
                new(Funding, ScalingOut, 300_000, 300_000, 240_000, new(2015, 4, 1), "AG2R LA MONDIALE"),
                new(Lever.Evaluation, ScalingOut, 40_000, 40_000, 30_000, new(2015, 9, 1), "AG2R LA MONDIALE"),
                new(Funding, ScalingOut, 50_000, 50_000, 40_000, new(2016, 2, 1), "MACIF"),
            ],
            Evaluations =
            [
                new(
                    Experimentation,
                    EvaluationForm.Relevance,
                    EvaluationMaturity.Narrated,
                    new(2002, 11, 1),
                    "A study at the university of Nanterre",
                    "14 % of the university's students and staff share cars.",
                    Verdict.Favourable
                )
                {
                    Indicators = [("Students and staff who share cars", "%", 14)],
                },
                new(
                    Modelling,
                    EvaluationForm.Performance,
                    EvaluationMaturity.Benchmarked,
                    new(2007, 2, 1),
                    "The platforms",
                    "In the first year over 50 % of those accompanied were back in work or training.",
                    Verdict.Favourable
                )
                {
                    Indicators = [("Back in work or training", "%", 50)],
                },
                new(
                    ScalingOut,
                    EvaluationForm.Performance,
                    EvaluationMaturity.Measured,
                    new(2013, 5, 1),
                    "Partners",
                    "26 platforms over France.",
                    Verdict.Favourable
                )
                {
                    Indicators = [("Platforms", "platforms", 26)],
                },
                new(
                    ScalingOut,
                    EvaluationForm.Partnership,
                    EvaluationMaturity.Narrated,
                    new(2014, 6, 1),
                    "Wimoov",
                    "With Le RAMEAU, Renault and Caisse des Dépôts there was a before and an after.",
                    Verdict.Favourable
                ),
                new(
                    ScalingOut,
                    EvaluationForm.Performance,
                    EvaluationMaturity.Measured,
                    new(2015, 12, 1),
                    "AG2R LA MONDIALE",
                    "10 % of the elderly people who are sent to a platform do not go out at all; afterwards all of them do.",
                    Verdict.Favourable
                )
                {
                    Indicators = [("Go out after they were accompanied", "%", 100)],
                },
            ],
            Moves = [new(Advance, new(2002, 9, 1)), new(Advance, new(2006, 1, 1)), new(Advance, new(2008, 6, 1))],
        };

    // Unis-Cité as the one whose experiment public policy took over, RC l.3169-3175: begun in 1995, its know-how capitalised in 2010.
    private static DemoProject UnisCite() =>
        new(
            "UNIS-CITE",
            "Civic service",
            "Unis-Cité",
            new(1995, 1, 1),
            "Demonstration with a public history. All amounts are invented, and so are the days but for the years 1995 and 2010. "
                + "An experiment begun in 1995, whose know-how was shared with other operators from 2010, when civic service was opened to all."
        )
        {
            Sdgs = [4, 8],
            Domains = ["education", "socialTiesAndIsolation"],
            Problem = "Young people who want to serve others for a while find no place to do so.",
            Beneficiaries = "Young people in service, and those whom they serve.",
            Hypotheses = ["A year of service in a team, open to young people of every origin"],
            Modelled = true,
            TakeOver = TakeOverKind.PublicPolicy,
            TakeOverName = "Service Civique",
            Places =
            [
                new("Paris", "ileDeFrance", new(1995, 9, 1)),
                new("Lyon", "auvergneRhoneAlpes", new(2000, 9, 1)),
                new("Rennes", "bretagne", new(2003, 9, 1)),
                new("Lille", "hautsDeFrance", new(2004, 9, 1)),
            ],
            Stakeholders =
            [
                (StakeholderKind.IdeaHolder, "The founders", 3),
                (StakeholderKind.Beneficiary, "Young people in service", 3),
            ],
            Support =
            [
                .. Mix(
                    "Banque Exemple",
                    new DateOnly(1996, 1, 15),
                    experimentation: 150_000,
                    capacity: 62_000,
                    evaluation: 24_000
                ),
                new(Funding, ScalingOut, 200_000, 180_000, 180_000, new(2007, 1, 15), "Banque Exemple"),
                new(ExpertiseAndNetworks, ScalingOut, 70_000, 70_000, 70_000, new(2007, 1, 15), "Cabinet Mécène")
                {
                    Nature = Nature.InKind,
                },
            ],
            Evaluations =
            [
                new(
                    Experimentation,
                    EvaluationForm.Relevance,
                    EvaluationMaturity.Narrated,
                    new(1998, 6, 1),
                    "Teams in service",
                    "Invented: the service answers the need.",
                    Verdict.Favourable
                ),
                new(
                    Modelling,
                    EvaluationForm.Performance,
                    EvaluationMaturity.Benchmarked,
                    new(2003, 6, 1),
                    "Peers",
                    "Invented: comparable services reach fewer origins.",
                    Verdict.Favourable
                ),
                new(
                    ScalingOut,
                    EvaluationForm.Performance,
                    EvaluationMaturity.Measured,
                    new(2008, 6, 1),
                    "University",
                    "Invented: the effect lasts after a year.",
                    Verdict.Favourable
                ),
                new(
                    ScalingOut,
                    EvaluationForm.Partnership,
                    EvaluationMaturity.Narrated,
                    new(2009, 6, 1),
                    "Partners",
                    "Invented: the partners would do it again.",
                    Verdict.Favourable
                ),
            ],
            Moves =
            [
                new(Advance, new(1995, 9, 1)),
                new(Advance, new(2001, 1, 1)),
                new(Advance, new(2006, 1, 1)),
                new(Advance, new(2010, 1, 15)),
                new(Adopt, new(2010, 12, 1)),
            ],
        };

    private static DemoProject Invented1(
        string code,
        string name,
        string owner,
        DateOnly start,
        string summary,
        Func<int, DateOnly> ago,
        int[] sdgs,
        string[] domains,
        string region
    ) =>
        new(code, name, owner, start, Invented + summary)
        {
            Sdgs = sdgs,
            Domains = domains,
            Problem = summary,
            Beneficiaries = "The people named in the summary, with those around them.",
            Hypotheses = ["What the summary says can be done by the people concerned"],
            Places = [new("Pilot town", region, start)],
            Stakeholders = [(StakeholderKind.IdeaHolder, owner, 3), (StakeholderKind.Beneficiary, "Pilot group", 2)],
            Evaluations =
            [
                new(
                    Experimentation,
                    EvaluationForm.Relevance,
                    EvaluationMaturity.Narrated,
                    Later(start, 8, ago),
                    "Pilot group",
                    "The pilot answers the need.",
                    Verdict.Favourable
                ),
                new(
                    Modelling,
                    EvaluationForm.Performance,
                    EvaluationMaturity.Benchmarked,
                    Later(start, 10, ago),
                    "Peers",
                    "Comparable projects cost more.",
                    Verdict.Mixed
                ),
                new(
                    ScalingOut,
                    EvaluationForm.Performance,
                    EvaluationMaturity.Measured,
                    Later(start, 12, ago),
                    "University",
                    "The effect lasts after a year.",
                    Verdict.Favourable
                ),
                new(
                    ScalingOut,
                    EvaluationForm.Partnership,
                    EvaluationMaturity.Narrated,
                    Later(start, 12, ago),
                    "Partners",
                    "The partners would do it again.",
                    Verdict.Favourable
                ),
            ],
        };

    private static DateOnly Later(DateOnly start, int months, Func<int, DateOnly> ago) =>
        start.AddMonths(months) is var later && later < ago(0) ? later : ago(0);

    // A usual mix: funding for the experiment, support of both other kinds in the phase behind it.
    private static IEnumerable<DemoSupport> Mix(
        string funder,
        DateOnly agreedOn,
        int experimentation,
        int capacity,
        int evaluation
    ) =>
        [
            new(Funding, Experimentation, experimentation, experimentation, experimentation * 3 / 4, agreedOn, funder),
            new(
                ExpertiseAndNetworks,
                Experimentation,
                capacity / 2,
                capacity / 2,
                capacity / 4,
                agreedOn,
                "Cabinet Mécène"
            )
            {
                Nature = Nature.Skills,
                Hours = capacity / 160m,
            },
            new(StrategyAndGovernance, Modelling, capacity / 2, capacity / 2, capacity / 8, agreedOn, "Cabinet Mécène")
            {
                Nature = Nature.InKind,
            },
            new(Lever.Evaluation, Modelling, evaluation, evaluation, evaluation / 2, agreedOn, funder),
        ];
}
