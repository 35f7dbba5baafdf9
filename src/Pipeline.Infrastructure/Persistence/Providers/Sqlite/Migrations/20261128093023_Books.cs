using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Books : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Projects_LeadPortfolioId_Code",
                table: "Projects");

            migrationBuilder.AddColumn<string>(
                name: "Model_ActorRoles",
                table: "Projects",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VoidReason",
                table: "Projects",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "VoidedAt",
                table: "Projects",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "VoidedBy",
                table: "Projects",
                type: "TEXT",
                nullable: true);

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

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "Holdings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FromOn",
                table: "Holdings",
                type: "date",
                nullable: true);

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

            migrationBuilder.CreateTable(
                name: "HoldingEnds",
                columns: table => new
                {
                    HoldingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PortfolioId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HoldingEnds", x => x.HoldingId);
                    table.ForeignKey(
                        name: "FK_HoldingEnds_Holdings_HoldingId",
                        column: x => x.HoldingId,
                        principalTable: "Holdings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HoldingEnds_Portfolios_PortfolioId",
                        column: x => x.PortfolioId,
                        principalTable: "Portfolios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HoldingEnds_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportMappings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PortfolioId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportMappings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportMappings_Portfolios_PortfolioId",
                        column: x => x.PortfolioId,
                        principalTable: "Portfolios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PortfolioId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OnError = table.Column<int>(type: "INTEGER", nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Counts = table.Column<string>(type: "TEXT", nullable: false),
                    Errors = table.Column<string>(type: "TEXT", nullable: false),
                    Notices = table.Column<string>(type: "TEXT", nullable: false),
                    RejectedRows = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Imports_Portfolios_PortfolioId",
                        column: x => x.PortfolioId,
                        principalTable: "Portfolios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportedRows",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    IsNew = table.Column<bool>(type: "INTEGER", nullable: false),
                    Former = table.Column<string>(type: "TEXT", nullable: true),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplacedCommitmentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedRows", x => new { x.ImportId, x.Number });
                    table.ForeignKey(
                        name: "FK_ImportedRows_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportedRows_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportReversals",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportReversals", x => x.ImportId);
                    table.ForeignKey(
                        name: "FK_ImportReversals_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_LeadPortfolioId_Code",
                table: "Projects",
                columns: new[] { "LeadPortfolioId", "Code" },
                unique: true,
                filter: "\"VoidedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Projects_VoidedAt",
                table: "Projects",
                column: "VoidedAt",
                filter: "\"VoidedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FormerVersions_Kind_RecordedAt",
                table: "FormerVersions",
                columns: new[] { "Kind", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_HoldingEnds_PortfolioId",
                table: "HoldingEnds",
                column: "PortfolioId");

            migrationBuilder.CreateIndex(
                name: "IX_HoldingEnds_ProjectId",
                table: "HoldingEnds",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRows_ProjectId",
                table: "ImportedRows",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportMappings_PortfolioId_Name",
                table: "ImportMappings",
                columns: new[] { "PortfolioId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Imports_PortfolioId_RecordedAt",
                table: "Imports",
                columns: new[] { "PortfolioId", "RecordedAt" });

            // The newest instant so far; what was recorded with an entry is not later than it.
            migrationBuilder.Sql(
                """UPDATE "AuditHeads" SET "RecordedAt" = (SELECT MAX("RecordedAt") FROM "AuditEntries") WHERE "Entries" > 0;"""
            );

            SqliteTriggers.Create(migrationBuilder, AppendOnlyTables.Books);

            Refolding.TakeLigaturesApart(migrationBuilder);

            TerritoryTagsBackfill.Run(
                migrationBuilder,
                "(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            TerritoryTagsBackfill.Undo(migrationBuilder);

            migrationBuilder.DropTable(
                name: "FormerVersions");

            migrationBuilder.DropTable(
                name: "HoldingEnds");

            migrationBuilder.DropTable(
                name: "ImportedRows");

            migrationBuilder.DropTable(
                name: "ImportMappings");

            migrationBuilder.DropTable(
                name: "ImportReversals");

            migrationBuilder.DropTable(
                name: "Imports");

            migrationBuilder.DropIndex(
                name: "IX_Projects_LeadPortfolioId_Code",
                table: "Projects");

            migrationBuilder.DropIndex(
                name: "IX_Projects_VoidedAt",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "Model_ActorRoles",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "VoidReason",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "VoidedAt",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "VoidedBy",
                table: "Projects");

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
                name: "EndedOn",
                table: "Holdings");

            migrationBuilder.DropColumn(
                name: "FromOn",
                table: "Holdings");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "AuditHeads");

            migrationBuilder.CreateIndex(
                name: "IX_Projects_LeadPortfolioId_Code",
                table: "Projects",
                columns: new[] { "LeadPortfolioId", "Code" },
                unique: true);
        }
    }
}
