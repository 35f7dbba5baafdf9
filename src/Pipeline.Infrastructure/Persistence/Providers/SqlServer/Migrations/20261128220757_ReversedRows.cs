using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ReversedRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FormerVersion",
                table: "ImportedRows",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReversedRows",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FormerVersion = table.Column<long>(type: "bigint", nullable: true),
                    ProjectVersion = table.Column<long>(type: "bigint", nullable: false),
                    ReplacedCommitmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CommitmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
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

            SqlServerTriggers.Create(migrationBuilder, AppendOnlyTables.Reversals);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReversedRows");

            migrationBuilder.DropColumn(
                name: "FormerVersion",
                table: "ImportedRows");
        }
    }
}
