using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Architecture.Tests;

/// <summary>The model and its migrations agree, on both providers.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Providers => ["Sqlite", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_model_change_lacks_its_migration(string provider)
    {
        using var db = Context(provider);
        Pending(db, db.GetService<IMigrationsAssembly>().ModelSnapshot?.Model).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_planted_model_change_is_found(string provider)
    {
        // Against an empty snapshot the whole model is a change that lacks its migration.
        using var db = Context(provider);
        Pending(db, snapshot: null).Should().Contain(o => o is CreateTableOperation);
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
            script.Should().Contain(provider == "Sqlite" ? $"\"{table}_no_update\"" : $"[{table}_append_only]");
    }

    private static IReadOnlyList<MigrationOperation> Pending(DbContext db, IModel? snapshot)
    {
        if (snapshot is IMutableModel mutable)
            snapshot = mutable.FinalizeModel();
        if (snapshot is not null)
            snapshot = db.GetService<IModelRuntimeInitializer>().Initialize(snapshot);
        return db.GetService<IMigrationsModelDiffer>()
            .GetDifferences(
                snapshot?.GetRelationalModel(),
                db.GetService<IDesignTimeModel>().Model.GetRelationalModel()
            );
    }

    private static PipelineDbContext Context(string provider) =>
        provider == "Sqlite"
            ? new SqliteDesignTime().CreateDbContext([])
            : new SqlServerDesignTime().CreateDbContext([]);
}
