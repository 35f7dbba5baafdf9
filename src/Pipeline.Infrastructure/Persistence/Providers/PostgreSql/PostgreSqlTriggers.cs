using Microsoft.EntityFrameworkCore.Migrations;

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>The database's own lock on what is written once: no connection rewrites history by accident.</summary>
internal static class PostgreSqlTriggers
{
    public static void Create(MigrationBuilder migration, string[] tables)
    {
        migration.Sql(
            "CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;"
        );
        Add(migration, tables);
    }

    /// <summary>Locks further tables, once <see cref="Create"/> has made the function.</summary>
    public static void Add(MigrationBuilder migration, string[] tables)
    {
        foreach (var table in tables)
            migration.Sql(
                $"CREATE TRIGGER \"{table}_append_only\" BEFORE UPDATE OR DELETE ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION append_only();"
            );
    }

    /// <summary>What is left once the tables are gone, and their triggers with them.</summary>
    public static void Drop(MigrationBuilder migration) => migration.Sql("DROP FUNCTION append_only();");
}
