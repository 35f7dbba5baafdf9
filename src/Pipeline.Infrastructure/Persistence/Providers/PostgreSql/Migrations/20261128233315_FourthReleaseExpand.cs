using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class FourthReleaseExpand : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "TraceParent",
                table: "Outbox",
                type: "character varying(55)",
                maxLength: 55,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "Size",
                table: "Organisations",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FormerVersion",
                table: "ImportedRows",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditVerifications",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Entries = table.Column<long>(type: "bigint", nullable: false),
                    Held = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditVerifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReversedRows",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FormerVersion = table.Column<long>(type: "bigint", nullable: true),
                    ProjectVersion = table.Column<long>(type: "bigint", nullable: false),
                    ReplacedCommitmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReversedRows", x => new { x.ImportId, x.Number });
                    table.ForeignKey(
                        name: "FK_ReversedRows_ImportReversals_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportReversals",
                        principalColumn: "ImportId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReversedRows_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReversedRows_ProjectId",
                table: "ReversedRows",
                column: "ProjectId");

            PostgreSqlTriggers.Add(migrationBuilder, AppendOnlyTables.Reversals);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditVerifications");

            migrationBuilder.DropTable(
                name: "ReversedRows");

            migrationBuilder.DropColumn(
                name: "TraceParent",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Size",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "FormerVersion",
                table: "ImportedRows");
        }
    }
}
