using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class EvaluationPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CostCents",
                table: "Evaluations",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DriftNoted",
                table: "Evaluations",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "EcosystemChange",
                table: "Evaluations",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "EvaluatorKind",
                table: "Evaluations",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GapFromIntuition",
                table: "Evaluations",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<Guid>(
                name: "PlannedId",
                table: "Evaluations",
                type: "uniqueidentifier",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CostCents",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "DriftNoted",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "EcosystemChange",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "EvaluatorKind",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "GapFromIntuition",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "PlannedId",
                table: "Evaluations");
        }
    }
}
