using Microsoft.EntityFrameworkCore.Migrations;

namespace Pipeline.Infrastructure.Persistence.Providers;

/// <summary>
/// Levels and sizes of the territories that were recorded before they were tags: as they are, from the beginning of their project, since nothing is
/// known of earlier ones. Names in double quotes are every server's own here.
/// </summary>
internal static class TerritoryTagsBackfill
{
    /// <param name="newId">What makes an id for each row.</param>
    public static void Run(MigrationBuilder migrationBuilder, string newId)
    {
        migrationBuilder.Sql(
            Tags(
                newId,
                4,
                "Level",
                "CASE x.\"Level\" WHEN 1 THEN 'local' WHEN 2 THEN 'regional' WHEN 3 THEN 'national' WHEN 4 THEN 'european' ELSE 'international' END"
            )
        );
        migrationBuilder.Sql(
            Tags(
                newId,
                5,
                "SizeSegment",
                "CASE x.\"SizeSegment\" WHEN 1 THEN 'under2000' WHEN 2 THEN 'under20000' WHEN 3 THEN 'under50000' ELSE 'from50000' END"
            )
        );
    }

    /// <summary>Takes the tags away again.</summary>
    public static void Undo(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("DELETE FROM \"ProjectTags\" WHERE \"Dimension\" IN (4, 5);");

    private static string Tags(string newId, int dimension, string column, string code) =>
        $"""
            INSERT INTO "ProjectTags" ("Id", "ProjectId", "Dimension", "Code", "Position", "Of", "RecordedAt", "EndedAt")
            SELECT {newId}, x."ProjectId", {dimension}, {code},
                ROW_NUMBER() OVER (PARTITION BY x."ProjectId" ORDER BY x."First") - 1,
                COUNT(*) OVER (PARTITION BY x."ProjectId"), p."RecordedAt", NULL
            FROM (
                SELECT "ProjectId", "{column}", MIN("Position") AS "First"
                FROM "Territories" WHERE "{column}" IS NOT NULL GROUP BY "ProjectId", "{column}"
            ) x
            JOIN "Projects" p ON p."Id" = x."ProjectId";
            """;
}
