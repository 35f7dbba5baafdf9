using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Cli;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Loading;

namespace Pipeline.Seeder;

/// <summary><c>--projects N [--seed S] [--sizes A,B] [--until DATE] [--modules] [--add]</c>: portfolios of any size to measure on (docs/adr/0011).</summary>
internal static class LoadCommand
{
    internal const string Currency = "EUR";

    public static RootCommand Of(Product product)
    {
        var root = new RootCommand("Generates portfolios of any size to measure on.");
        var words = new LoadOptions();
        product.Fill(
            root,
            words.All,
            async (services, given) =>
            {
                var time = services.GetRequiredService<TimeProvider>();
                var order = words.Order(given, time.GetUtcNow().Today());
                await Start.RequireDatabaseAsync(services);
                return await RunAsync(services, time, order);
            }
        );
        return root;
    }

    private static async Task<int> RunAsync(IServiceProvider services, TimeProvider time, LoadOrder order)
    {
        var db = services.GetRequiredService<PipelineDbContext>();
        var before = await db.Portfolios.CountAsync();
        if (before > 0 && !order.Add)
            throw new CommandException(
                "The database has portfolios already: with --add what is generated is put beside them."
            );

        var clock = Stopwatch.StartNew();
        await db.Provider.PrepareLoadAsync(db);
        var first = await FirstFreeAsync(db);
        var people = await LoadPeople.ComeAsync(services.GetRequiredService<IUserDirectory>());
        var rows = new Dictionary<string, long>();
        using (var ticker = new ProgressLine())
        {
            var writer = new Writer(
                db,
                services.GetRequiredService<ICaller>(),
                time,
                order,
                first,
                people,
                done =>
                    ticker.Show(
                        FormattableString.Invariant(
                            $"{done:N0} of {order.Projects:N0} projects, {clock.Elapsed.TotalSeconds:N0} s"
                        )
                    )
            );
            for (var i = 0; i < order.Sizes.Count; i++)
                foreach (var (table, count) in await writer.WriteAsync(i))
                    rows[table] = rows.GetValueOrDefault(table) + count;
        }
        var ledger =
            rows.GetValueOrDefault("PlanLines")
            + rows.GetValueOrDefault("Commitments")
            + rows.GetValueOrDefault("Deliveries");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{order.Projects} projects in {order.Sizes.Count} portfolios from {Code(first)} on, {rows.GetValueOrDefault("TransitionEffects")} moves, {ledger} lines of ledgers{(order.Modules ? $", {rows.GetValueOrDefault("DocumentVersions")} versions of documents, {rows.GetValueOrDefault("FactEntries")} facts" : "")}; seed {order.Seed}, until {order.Until:yyyy-MM-dd}, {clock.Elapsed.TotalSeconds:0} s."
            )
        );
        return 0;
    }

    private static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"LOAD-{number:000}");

    private static async Task<int> FirstFreeAsync(PipelineDbContext db)
    {
        var taken = (await db.Portfolios.Select(p => p.Code).ToListAsync()).ToHashSet();
        var number = 1;
        while (taken.Any(code => code == Code(number)))
            number++;
        return number;
    }

    /// <summary>Portfolio by portfolio, each in one transaction: it is there whole, or not at all.</summary>
    private sealed class Writer(
        PipelineDbContext db,
        ICaller caller,
        TimeProvider time,
        LoadOrder order,
        int first,
        LoadPeople people,
        Action<int> progress
    )
    {
        private readonly Dictionary<Guid, Guid> _shared = new()
        {
            [people.Manager] = people.Manager,
            [people.Finance] = people.Finance,
            [people.Investor] = people.Investor,
            [people.Owner] = people.Owner,
            [Operator.Id] = Operator.Id,
        };
        private readonly List<Guid> _portfolios = [];
        private readonly DateTimeOffset _begun = new(
            order.Until.AddYears(-LoadProject.Years - 1).ToDateTime(TimeOnly.MinValue),
            TimeSpan.Zero
        );
        private List<Guid> _associations = [],
            _funders = [];
        private int _done;

        public async Task<IReadOnlyDictionary<string, long>> WriteAsync(int index)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var (number, size) = (first + index, order.Sizes[index]);
            var random = new LoadRandom(order.Seed, number);
            using var rows = new BulkInsert(db) { IdOf = id => Shared(id, random) };
            if (index == 0)
                foreach (var organisation in MakeDirectory())
                    rows.Add(organisation);
            var fund = new Organisation($"Load fund {number}", ActorProfile.Investor, null, "FR", null, _begun);
            rows.Add(fund);
            var portfolio = new Portfolio(
                Code(number),
                $"Load fund {number}",
                fund.Id,
                Currency,
                LifecyclePolicy.Default with
                {
                    ReviewRequired = number % 4 != 0,
                    Schedule = order.Modules ? LoadAsked.Schedule(_begun) : null,
                },
                _begun
            );
            foreach (var (user, role) in people.Members)
                portfolio.SetMember(user, role, _begun);
            rows.Add(portfolio);
            var asked = order.Modules ? new LoadAsked(portfolio, size, people.Manager, _begun) : null;
            foreach (var entity in asked?.All(rows.IdOf) ?? [])
                rows.Add(entity);
            for (var i = 0; i < size; i++)
            {
                Add(rows, portfolio, asked, index, number, i);
                if (++_done % 250 == 0)
                    progress(_done);
            }
            var said = JsonSerializer.Serialize(
                new
                {
                    order.Seed,
                    order.Until,
                    rows = rows.Rows,
                },
                JsonSerializerOptions.Web
            );
            await BulkAudit.SayAsync(
                db,
                new(
                    AuditKind.Portfolio,
                    _shared[portfolio.Id].ToString(),
                    null,
                    AuditAction.Created,
                    $$"""[{"field":"generated","from":null,"to":{{said}}}]"""
                ),
                caller,
                time.GetUtcNow(),
                CancellationToken.None
            );
            await transaction.CommitAsync();
            if (index >= order.Fixed)
                _portfolios.Add(portfolio.Id);
            return rows.Rows;
        }

        private void Add(BulkInsert rows, Portfolio portfolio, LoadAsked? asked, int index, int number, int i)
        {
            var random = new LoadRandom(order.Seed, number, i);
            Guid? coFunder =
                index >= order.Fixed && _portfolios.Count > 0 && random.Chance(0.05) ? random.OneOf(_portfolios) : null;
            var place = new LoadPlace(portfolio, coFunder, _associations, _funders, people);
            // With chance of its own: the project lives the same life with modules and without.
            var modules = asked is null
                ? null
                : new LoadModules(new LoadRandom(order.Seed, number, i, 2), place, asked, order.Until);
            var made = new LoadProject(
                random,
                place,
                string.Create(CultureInfo.InvariantCulture, $"L{number:000}-{i + 1:00000}"),
                order.Until,
                modules
            );
            // A project's ids are needed by itself alone.
            var ids = new Dictionary<Guid, Guid>();
            var drawn = new LoadRandom(order.Seed, number, i, 1);
            rows.IdOf = id =>
                _shared.TryGetValue(id, out var shared) ? shared
                : ids.TryGetValue(id, out var known) ? known
                : ids[id] = drawn.Like(id);
            foreach (var entity in made.All)
                rows.Add(entity);
            foreach (var entity in modules?.All(made.Project, made.Commitments, rows.IdOf, id => ids[id] = id) ?? [])
                rows.Add(entity);
        }

        private IEnumerable<Organisation> MakeDirectory()
        {
            var random = new LoadRandom(order.Seed, first, -1);
            List<Organisation> associations =
            [
                .. Enumerable
                    .Range(1, Math.Clamp(order.Projects / 4, 5, 20_000))
                    .Select(i => Made(i, ActorProfile.Association, "Association")),
            ];
            List<Organisation> funders =
            [
                .. Enumerable.Range(1, 40).Select(i => Made(i, ActorProfile.Foundation, "Foundation")),
            ];
            (_associations, _funders) = ([.. associations.Select(o => o.Id)], [.. funders.Select(o => o.Id)]);
            return associations.Concat(funders);

            Organisation Made(int i, ActorProfile profile, string kind) =>
                new($"{kind} {LoadWords.Name(random)} {first}.{i}", profile, null, "FR", null, _begun);
        }

        private Guid Shared(Guid id, LoadRandom random) =>
            _shared.TryGetValue(id, out var known) ? known : _shared[id] = random.Like(id);
    }
}
