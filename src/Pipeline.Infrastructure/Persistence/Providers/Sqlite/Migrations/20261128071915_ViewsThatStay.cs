using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite.Migrations
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
                type: "TEXT",
                precision: 5,
                scale: 4,
                nullable: false,
                defaultValue: 0.10m);

            migrationBuilder.AddColumn<int>(
                name: "Policy_ReviewDays",
                table: "Portfolios",
                type: "INTEGER",
                nullable: false,
                defaultValue: 14);

            migrationBuilder.AddColumn<int>(
                name: "Policy_SpreadTerritories",
                table: "Portfolios",
                type: "INTEGER",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecordedAt",
                table: "AuditHeads",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.CreateTable(
                name: "FormerVersions",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerVersions", x => new { x.SubjectId, x.Kind, x.RecordedAt });
                });

            // The newest instant so far; what was recorded with an entry is not later than it.
            migrationBuilder.Sql(
                """UPDATE "AuditHeads" SET "RecordedAt" = (SELECT MAX("RecordedAt") FROM "AuditEntries") WHERE "Entries" > 0;"""
            );

            migrationBuilder.CreateIndex(
                name: "IX_FormerVersions_Kind_RecordedAt",
                table: "FormerVersions",
                columns: new[] { "Kind", "RecordedAt" });

            SqliteTriggers.Create(migrationBuilder, AppendOnlyTables.History);
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
