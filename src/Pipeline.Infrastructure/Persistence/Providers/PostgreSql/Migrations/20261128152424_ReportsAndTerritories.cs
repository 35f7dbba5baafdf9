using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ReportsAndTerritories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Adaptation",
                table: "Territories",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "CarrierOrganisationId",
                table: "Territories",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "Territories",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Role",
                table: "Territories",
                type: "integer",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<string>(
                name: "Policy_Schedule",
                table: "Portfolios",
                type: "text",
                nullable: true,
                collation: "C");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Adaptation",
                table: "Territories");

            migrationBuilder.DropColumn(
                name: "CarrierOrganisationId",
                table: "Territories");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "Territories");

            migrationBuilder.DropColumn(
                name: "Role",
                table: "Territories");

            migrationBuilder.DropColumn(
                name: "Policy_Schedule",
                table: "Portfolios");
        }
    }
}
