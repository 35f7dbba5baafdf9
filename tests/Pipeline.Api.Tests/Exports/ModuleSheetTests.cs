using System.Text.RegularExpressions;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Deadlines;
using Pipeline.Domain.Common;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using DefinedName = DocumentFormat.OpenXml.Spreadsheet.DefinedName;
using SheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;
using TableColumn = DocumentFormat.OpenXml.Spreadsheet.TableColumn;

namespace Pipeline.Api.Tests.Exports;

/// <summary>What the sheets of modules say, every column in both languages: its heading, and under it what was written there.</summary>
public sealed partial class ModuleSheetTests(ModuleExamples examples) : IClassFixture<ModuleExamples>
{
    [Fact]
    public async Task Every_column_says_what_was_written_there_in_both_languages()
    {
        var expected = Expected();
        foreach (var language in new[] { Language.En, Language.Fr })
        {
            using var book = await BookAsync(language);
            book.Sheets.Skip(8).SkipLast(1).Should().Equal(expected.Select(s => s.Name.In(language)));
            foreach (var sheet in expected)
            {
                var name = sheet.Name.In(language);
                book.Part(name)
                    .TableDefinitionParts.Single()
                    .Table.TableColumns!.Elements<TableColumn>()
                    .Select(c => c.Name!.Value)
                    .Should()
                    .Equal(sheet.Columns.Select(c => c.Heading.In(language)), name);
                var rows = book.Table(name);
                foreach (var project in new[] { examples.Sent, examples.Typed })
                    rows.Select(row => Said(book, row, sheet, project, language))
                        .Should()
                        .Contain(
                            string.Join(
                                '\n',
                                sheet.Columns.Select(c => $"{c.Heading.In(language)}: {c.Says.In(language)}")
                            ),
                            "{0} of {1}",
                            name,
                            project == examples.Sent ? "what was sent" : "what was typed"
                        );
            }
        }
    }

    [Theory]
    [InlineData("knownAt", "Progress")]
    [InlineData("asOf", "Indicators", "Territories", "Progress", "Cohorts")]
    public async Task No_earlier_view_has_what_was_written_later(string parameter, params string[] sheets)
    {
        var at =
            parameter == "knownAt"
                ? Uri.EscapeDataString(examples.Before)
                : $"{examples.Api.Clock.Today.AddDays(-1):yyyy-MM-dd}";
        using var book = await BookAsync(Language.En, $"&{parameter}={at}");
        book.Sheets.Skip(8).SkipLast(1).Should().Equal(sheets);
    }

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Fr)]
    public async Task Headings_fit_two_lines_and_what_is_printed_is_named_with_its_sheet(Language language)
    {
        // A bold letter of a heading beside the digits of a larger size that widths are counted in.
        const double letter = 0.85;
        using var book = await BookAsync(language);
        var names = book.Document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Select(n => n.Text);
        foreach (var sheet in book.Sheets.Skip(1).SkipLast(1))
        {
            var quoted = $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!";
            names.Where(n => n.StartsWith(quoted, StringComparison.Ordinal)).Should().HaveCount(2, sheet);
            var part = book.Part(sheet);
            part.TableDefinitionParts.Single()
                .Table.TableColumns!.Elements<TableColumn>()
                .Zip(part.Worksheet.Descendants<SheetColumn>())
                .Where(c => Lines(c.First.Name!.Value!, c.Second.Width!.Value / letter) > 2)
                .Select(c => $"{c.First.Name!.Value} in {c.Second.Width!.Value}")
                .Should()
                .BeEmpty(sheet);
        }
    }

    private static int Lines(string heading, double width)
    {
        var (lines, at) = (1, 0);
        foreach (var word in heading.Split(' '))
            (lines, at) =
                at == 0 ? (lines, word.Length)
                : at + 1 + word.Length <= width ? (lines, at + 1 + word.Length)
                : (lines + 1, word.Length);
        return lines;
    }

    private async Task<Book> BookAsync(Language language, string more = "") =>
        Book.Open(
            (
                await examples.Api.Administrator.GetAsync(
                    $"portfolios/{examples.Fund.Id}/report.xlsx?lang={Codes.Of(language)}{more}"
                )
            )
                .ShouldBe(200)
                .Bytes
        );

    private static string Said(
        Book book,
        IReadOnlyDictionary<string, Cell> row,
        Sheet sheet,
        TestProject project,
        Language language
    )
    {
        var said = string.Join(
            '\n',
            sheet.Columns.Select(c =>
            {
                var heading = c.Heading.In(language);
                return $"{heading}: {(row.TryGetValue(heading, out var cell) ? book.ShownIn(cell) : "")}";
            })
        );
        return AnyId()
            .Replace(said.Replace($"{project.Id}", "{project}", StringComparison.Ordinal), "{id}")
            .Replace(project.Code, "{code}", StringComparison.Ordinal)
            // The one that was typed takes part from elsewhere: an organisation's territory has one place.
            .Replace("Brest", "Nanterre", StringComparison.Ordinal);
    }

    // Sheets in their order: on the first line its name in both languages, then a line for each column, with both headings and what is under them, in English and, where
    // that is another, in French.
    private IReadOnlyList<Sheet> Expected() =>
        [
            .. Written()
                .Split("\n\n")
                .Select(sheet => sheet.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
                .Select(lines => new Sheet(
                    new(lines.First()[0], lines.First()[1]),
                    [
                        .. lines
                            .Skip(1)
                            .Select(c => new Column(
                                new(c[0], c[1]),
                                new(c[2].Replace('¶', '\n'), (c.Length > 3 ? c[3] : c[2]).Replace('¶', '\n'))
                            )),
                    ]
                )),
        ];

    private string Written()
    {
        var (e, fund) = (examples, examples.FundName);
        string Day(int months) => e.In(months);
        string En(int months) => Figures.Day(e.Day(months)).En;
        string Fr(int months) => Figures.Day(e.Day(months)).Fr;
        string Eur(decimal amount) => Figures.Amount(amount, "EUR").Fr;
        return $$"""
            Agreements | Conventions
            Code | Code | {code}
            Project | Projet | Project {code}
            Signed | Signée le | {{Day(-21)}}
            Starts | Début | {{Day(-20)}}
            Ends | Fin | {{Day(10)}}
            Months | Mois | 30
            Objectives | Objectifs | Half of the income is its own
            Built with governance | Coconstruite le | {{Day(-22)}}
            Exit strategy | Stratégie de sortie |
            Exit reviewed | Sortie revue le | {{Day(-2)}}
            Review every (months) | Point tous les (mois) | 12
            Id | Id | {id}
            Project id | Id du projet | {project}
            Measures and days | Mesures et échéances | Accounts, by {{En(3)}} | Accounts, pour le {{Fr(3)}}

            Evaluation plan | Plan d'évaluation
            Code | Code | {code}
            Project | Projet | Project {code}
            Phase | Phase | Conception
            Form | Forme | Relevance | Pertinence
            Maturity | Maturité | Narrated | Se conter
            Due on | Échéance | {{e.Soon}}
            State | État | Due | À mener
            Done on | Menée le |
            Evaluator | Évaluateur | Trusted third party | Tiers de confiance
            Budget | Budget | 12500.5
            Cost | Coût |
            Participants | Participants | Beneficiaries, Academics | Bénéficiaires, Académiques
            Questions | Questions | Who stays?¶Who leaves?
            Framework | Cadre | Built with two regions
            Cancelled because | Annulée car |
            Id | Id | {id}
            Project id | Id du projet | {project}

            Economics | Modèle économique
            Code | Code | {code}
            Project | Projet | Project {code}
            Picture | Tableau | Target | Cible
            As of | Au | {{Day(24)}}
            Model | Modèle | Operator | Opérateur
            Public | Public | 1000
            Private | Privé | 2000
            Earned income | Revenus d'activité | 40000
            Other | Autre | 3000.25
            All resources | Ressources | 46000.25
            Salaried (FTE) | Salariés (ETP) | 3
            Volunteers (FTE) | Bénévoles (ETP) | 1.5
            Civic service (FTE) | Service civique (ETP) | 2
            Skills sponsorship (FTE) | Mécénat de compétences (ETP) | 0.25
            Alliances | Alliances | 1
            Territories | Territoires | 4
            Beneficiaries | Bénéficiaires | 500
            Yearly cost | Coût annuel | 60000
            Milestones | Jalons | 3
            Milestones reached | Jalons atteints | 1
            Next milestone | Prochain jalon | {{Day(-1)}}
            Remarks | Remarques | More than half is earned income: not of general interest in the research's sense; More than 70% comes from one source | Plus de la moitié vient des revenus d'activité : pas d'intérêt général au sens de la recherche ; Plus de 70 % vient d'une seule source
            Project id | Id du projet | {project}
            Resources by name | Ressources nommées | Public, The region: €1,000¶Private (sponsors, foundations), A foundation: €2,000¶Earned income, Fares: €40,000¶Other, Gifts: €3,000.25 | Public, The region : {{Eur(1_000)}}¶Privé (mécénat, fondations), A foundation : {{Eur(2_000)}}¶Revenus d'activité, Fares : {{Eur(40_000)}}¶Autre, Gifts : {{Eur(3_000.25m)}}
            Trajectory | Trajectoire | {{En(-6)}}: A first town, reached on {{En(-7)}}¶{{En(-1)}}: A second town¶{{En(
                6
            )}}: A third town | {{Fr(-6)}} : A first town, atteint le {{Fr(-7)}}¶{{Fr(-1)}} : A second town¶{{Fr(
                6
            )}} : A third town

            Alliances | Alliances
            Code | Code | {code}
            Project | Projet | Project {code}
            Alliance | Alliance | Mobility for all
            Form | Forme | Territorial dialogue | Dialogue territorial
            Categories | Catégories | Sponsorship | Mécénat
            Kinds | Modalités | Skills sponsorship | Mécénat de compétences
            Started | Début | {{Day(-10)}}
            Planned end | Fin prévue | {{Day(20)}}
            Ended | Terminée le |
            Months | Mois | 10
            Partners | Partenaires | {{fund}}
            Number of partners | Nombre de partenaires | 1
            Double impact | Double impact | Yes | Oui
            Co-responsible | Coresponsable | No | Non
            Id | Id | {id}
            Project id | Id du projet | {project}
            Objectives | Objectifs | {{fund}}: Staff takes part | {{fund}} : Staff takes part
            Gains | Gains | {{fund}}: Local anchoring, Known in town | {{fund}} : Ancrage local, Known in town
            Common good | Bien commun | Organisational: People get to work | Organisationnelle : People get to work
            Agreement signed on | Convention signée le | {{Day(-9)}}
            Trusted third party | Tiers de confiance | {{fund}}
            Exit plan | Plan de sortie | Three months before

            Impacts | Impacts
            Code | Code | {code}
            Project | Projet | Project {code}
            Impact | Impact | Towns lend each other their cars
            Kind | Nature | Performance | Performance
            Facet | Facette | Bodies of general interest | Structures d'intérêt général
            Foreseen | Anticipation | Wanted | Voulu
            Dimension | Dimension | Social
            Level | Niveau | Ecosystem | Écosystème
            Beneficiaries | Bénéficiaires | Who looks for work
            Since | Depuis | {{Day(-20)}}
            State | État | Due | À constater
            Due on | Échéance | {{Day(-2)}}
            Outcome | Constat |
            Readings | Constats | 1
            Last reading | Dernier constat | {{Day(-8)}}
            Id | Id | {id}
            Project id | Id du projet | {project}
            What was found | Ce qui a été constaté | Two towns do
            Alliance | Alliance | Mobility for all
            Indicators | Indicateurs | JOBS in English | JOBS en français
            First intuition | Première intuition | One town would

            Indicators | Indicateurs
            Code | Code | {code}
            Project | Projet | Project {code}
            Indicator code | Code de l'indicateur | JOBS
            Indicator | Indicateur | JOBS in English | JOBS en français
            Unit | Unité | people
            Direction | Sens | Up | À la hausse
            Total | Total | Sum | Somme
            Value | Valeur | 7.5
            Read on | Relevé au | {{Day(-2)}}
            Counted from | Compté depuis | {{Day(-5)}}
            Territory | Territoire | Nanterre
            Source | Source | The books of the year
            Baseline | Départ | 2
            Baseline on | Départ au | {{Day(-9)}}
            Target | Cible | 12
            Target on | Cible au | {{Day(-1)}}
            Readings | Relevés | 1
            Project id | Id du projet | {project}

            Territories | Territoires
            Code | Code | {code}
            Project | Projet | Project {code}
            Territory | Territoire | Nanterre
            Role | Rôle | Territory of deployment | Territoire de déploiement
            Level | Échelon | Local | Local
            Region | Région | Île-de-France
            Inhabitants | Habitants |
            Since | Depuis | {{Day(-9)}}
            Closed | Clos le | {{Day(9)}}
            Adaptation | Adaptation | By bus, not by car
            Carried by | Porté par | {{fund}}
            Project id | Id du projet | {project}

            Risks | Risques
            Code | Code | {code}
            Project | Projet | Project {code}
            Risk | Risque | The project drifts from its intent | Le projet dérive
            Passage | Passage | Out of scaling-out | Sortie d'essaimage
            Likelihood | Probabilité | 2
            Severity | Gravité | 3
            Weight | Poids | 6
            Answer | Réponse | A look once a year
            Seen to by | Suivi par | Director
            Lever | Levier | Evaluation | Évaluation
            Closed | Clos le |
            Id | Id | {id}
            Project id | Id du projet | {project}
            Alliance | Alliance | Mobility for all

            Progress | Avancement
            Code | Code | {code}
            Project | Projet | Project {code}
            Period from | Période du | {{e.Day(-7).AddDays(1):yyyy-MM-dd}}
            Period to | Période au | {{Day(-1)}}
            Wanted by | Attendu le | {{e.Day(-1).AddDays(60):yyyy-MM-dd}}
            State | État | Submitted | Remis
            Days late | Jours de retard | 0
            Submitted | Remis le | {{e.Api.Clock.Today:yyyy-MM-dd}}
            Answered | Répondu le |
            Reason | Motif |
            Used | Utilisé | 9.5
            Delivered | Versé | 40
            Indicators | Indicateurs | 0
            Project id | Id du projet | {project}
            Report | Compte rendu | Activities: As planned¶Results: As planned¶Difficulties: As planned¶Lessons: As planned¶Next steps: As planned | Activités : As planned¶Résultats : As planned¶Difficultés : As planned¶Enseignements : As planned¶Prochaines étapes : As planned
            Used: Funding | Utilisé : Financement | 7
            Used: Expertise and networks | Utilisé : Apport en expertises et réseaux |
            Used: Strategy and management advice, support for governance decisions | Utilisé : Conseil en stratégie et management, aide à la décision de la gouvernance |
            Used: Evaluation | Utilisé : Évaluation | 2.5

            Cohorts | Promotions
            Programme | Programme | {{e.Programme.Code}}
            Name of the programme | Nom du programme | Territorial experience
            Starts | Début | {{Day(-3)}}
            Cohort | Promotion | Running | En cours
            Closed | Close le |
            Places | Places | 12
            Organisation | Organisation | {{fund}}
            Territory | Territoire | Nanterre
            Nature | Nature | Association
            Participants | Participants | Director, Treasurer
            Project | Projet | {code}
            Status | Statut | Selected | Sélectionné
            Since | Depuis | {{Day(-4)}}
            Reason | Motif |
            Sessions attended | Sessions suivies | 0
            Sessions missed | Sessions manquées | 0
            Coachings | Coachings | 0
            Review of practices | Bilan des pratiques | No | Non
            Coherence | Cohérence | No | Non
            Road map | Feuille de route | No | Non
            Results shared | Partage des résultats | No | Non
            Id | Id | {id}
            Cohort id | Id de la promotion | {id}
            """;
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex AnyId();

    private sealed record Column(Text Heading, Text Says);

    private sealed record Sheet(Text Name, IReadOnlyList<Column> Columns);
}
