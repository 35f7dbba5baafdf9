using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.SqlServer.Migrations
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
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<Guid>(
                name: "CarrierOrganisationId",
                table: "Territories",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "Territories",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Role",
                table: "Territories",
                type: "int",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<string>(
                name: "Policy_Schedule",
                table: "Portfolios",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");
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
