using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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
