using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql.Migrations
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
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "EcosystemChange",
                table: "Evaluations",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "EvaluatorKind",
                table: "Evaluations",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GapFromIntuition",
                table: "Evaluations",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "PlannedId",
                table: "Evaluations",
                type: "uuid",
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
