using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Providers;

namespace Pipeline.Architecture.Tests;

/// <summary>The model and its migrations agree, on every provider.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Providers => ["Sqlite", "SqlServer", "PostgreSql"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_model_change_lacks_its_migration(string provider)
    {
        using var db = Context(provider);
        db.Database.HasPendingModelChanges().Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_planted_model_change_is_found(string provider)
    {
        using var db = Context(provider, options => options.ReplaceService<IModelCustomizer, PlantedTable>());
        db.Database.HasPendingModelChanges().Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_append_only_record_is_locked_by_the_database(string provider)
    {
        using var db = Context(provider);
        var tables = db
            .Model.GetEntityTypes()
            .Where(t => typeof(IAppendOnly).IsAssignableFrom(t.ClrType))
            .Select(t => t.GetTableName());
        var script = db.GetService<IMigrator>().GenerateScript();
        foreach (var table in tables)
            script.Should().Contain(provider == "Sqlite" ? $"\"{table}_no_update\"" : $"{table}_append_only");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_migration_that_says_that_it_only_adds_only_adds(string provider)
    {
        using var db = Context(provider);
        var migrations = db.GetService<IMigrationsAssembly>();
        foreach (
            var (id, type) in migrations.Migrations.Where(m =>
                m.Key.EndsWith(DatabaseStart.Expanding, StringComparison.Ordinal)
            )
        )
            migrations
                .CreateMigration(type, db.Database.ProviderName!)
                .UpOperations.Where(o => !OnlyAdds(o))
                .Select(o => o.GetType().Name)
                .Should()
                .BeEmpty("programs that do not know {0} go on beside it (docs/adr/0053)", id);
    }

    [Fact]
    public void Whatever_takes_away_or_asks_for_more_does_not_only_add()
    {
        OnlyAdds(new DropColumnOperation()).Should().BeFalse();
        OnlyAdds(new AlterColumnOperation()).Should().BeFalse();
        OnlyAdds(new CreateIndexOperation { IsUnique = true }).Should().BeFalse();
        OnlyAdds(new AddColumnOperation()).Should().BeFalse("a row that leaves it out would be refused");
        OnlyAdds(new AddColumnOperation { IsNullable = true }).Should().BeTrue();
        OnlyAdds(new AddColumnOperation { DefaultValue = 0 }).Should().BeTrue();
    }

    // Statements written by hand (triggers of new tables, data for new columns) are for whoever names the migration to judge.
    private static bool OnlyAdds(MigrationOperation operation) =>
        operation switch
        {
            CreateTableOperation or SqlOperation or InsertDataOperation => true,
            CreateIndexOperation index => !index.IsUnique,
            AddColumnOperation column => column.IsNullable
                || column.DefaultValue is not null
                || column.DefaultValueSql is not null,
            _ => false,
        };

    private static PipelineDbContext Context(string provider, Action<DbContextOptionsBuilder>? configure = null) =>
        DatabaseProviders
            .Named(provider)
            .CreateContext(provider == "Sqlite" ? "Data Source=none" : "Server=none;Database=none", configure);

    private sealed class PlantedTable(ModelCustomizerDependencies dependencies)
        : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            modelBuilder.Entity("Planted").Property<Guid>("Id");
        }
    }
}
