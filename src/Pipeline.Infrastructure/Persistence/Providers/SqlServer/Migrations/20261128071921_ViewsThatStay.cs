using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ViewsThatStay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "Policy_NearBand",
                table: "Portfolios",
                type: "decimal(5,4)",
                precision: 5,
                scale: 4,
                nullable: false,
                defaultValue: 0.10m);

            migrationBuilder.AddColumn<int>(
                name: "Policy_ReviewDays",
                table: "Portfolios",
                type: "int",
                nullable: false,
                defaultValue: 14);

            migrationBuilder.AddColumn<int>(
                name: "Policy_SpreadTerritories",
                table: "Portfolios",
                type: "int",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecordedAt",
                table: "AuditHeads",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.CreateTable(
                name: "FormerVersions",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Fields = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerVersions", x => new { x.SubjectId, x.Kind, x.RecordedAt });
                });

            // The newest instant so far; what was recorded with an entry is not later than it. EXEC: a batch that adds a column does not know it yet.
            migrationBuilder.Sql(
                "EXEC(N'UPDATE [AuditHeads] SET [RecordedAt] = (SELECT MAX([RecordedAt]) FROM [AuditEntries]) WHERE [Entries] > 0');"
            );

            migrationBuilder.CreateIndex(
                name: "IX_FormerVersions_Kind_RecordedAt",
                table: "FormerVersions",
                columns: new[] { "Kind", "RecordedAt" });

            SqlServerTriggers.Create(migrationBuilder, AppendOnlyTables.History);

            // Figures are read in one snapshot; alone in its batch and outside of a transaction, as the server wants it.
            migrationBuilder.Sql("ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;", suppressTransaction: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormerVersions");

            migrationBuilder.DropColumn(
                name: "Policy_NearBand",
                table: "Portfolios");

            migrationBuilder.DropColumn(
                name: "Policy_ReviewDays",
                table: "Portfolios");

            migrationBuilder.DropColumn(
                name: "Policy_SpreadTerritories",
                table: "Portfolios");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "AuditHeads");
        }
    }
}
