using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CarrierOrganisationId",
                table: "Territories",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "Territories",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Role",
                table: "Territories",
                type: "INTEGER",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<string>(
                name: "Policy_Schedule",
                table: "Portfolios",
                type: "TEXT",
                nullable: true);
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
