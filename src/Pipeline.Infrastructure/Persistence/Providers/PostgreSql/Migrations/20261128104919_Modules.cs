using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Modules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Lessons",
                table: "Transitions",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "LessonsSearch",
                table: "Transitions",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "AllianceId",
                table: "Evaluations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ProviderKind",
                table: "Deliveries",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ProviderOrganisationId",
                table: "Deliveries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AgreementId",
                table: "Commitments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AllianceId",
                table: "Commitments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Instrument",
                table: "Commitments",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "ProviderKind",
                table: "Commitments",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ProviderOrganisationId",
                table: "Commitments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ResultIndicators",
                table: "Commitments",
                type: "text",
                nullable: false,
                defaultValue: "[]",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "DocumentVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    PortfolioId = table.Column<Guid>(type: "uuid", nullable: true),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentVersions_Portfolios_PortfolioId",
                        column: x => x.PortfolioId,
                        principalTable: "Portfolios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentVersions_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FactEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReversesId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FactEntries_FactEntries_ReversesId",
                        column: x => x.ReversesId,
                        principalTable: "FactEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FactEntries_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_OwnerId_Kind_DocumentId_Number",
                table: "DocumentVersions",
                columns: new[] { "OwnerId", "Kind", "DocumentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_PortfolioId_Kind",
                table: "DocumentVersions",
                columns: new[] { "PortfolioId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_ProjectId",
                table: "DocumentVersions",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_FactEntries_ProjectId",
                table: "FactEntries",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_FactEntries_ReversesId",
                table: "FactEntries",
                column: "ReversesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FactEntries_SubjectId_Kind",
                table: "FactEntries",
                columns: new[] { "SubjectId", "Kind" });

            PostgreSqlTriggers.Add(migrationBuilder, AppendOnlyTables.ModuleRecords);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentVersions");

            migrationBuilder.DropTable(
                name: "FactEntries");

            migrationBuilder.DropColumn(
                name: "Lessons",
                table: "Transitions");

            migrationBuilder.DropColumn(
                name: "LessonsSearch",
                table: "Transitions");

            migrationBuilder.DropColumn(
                name: "AllianceId",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "ProviderKind",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "ProviderOrganisationId",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "AgreementId",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "AllianceId",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "Instrument",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ProviderKind",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ProviderOrganisationId",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ResultIndicators",
                table: "Commitments");
        }
    }
}
