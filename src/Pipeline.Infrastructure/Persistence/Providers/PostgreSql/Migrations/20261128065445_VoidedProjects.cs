using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class VoidedProjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Projects_LeadPortfolioId_Code",
                table: "Projects");

            migrationBuilder.AddColumn<string>(
                name: "VoidReason",
                table: "Projects",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "VoidedAt",
                table: "Projects",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "VoidedBy",
                table: "Projects",
                type: "uuid",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Projects_LeadPortfolioId_Code",
                table: "Projects");

            migrationBuilder.DropIndex(
                name: "IX_Projects_VoidedAt",
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

            migrationBuilder.CreateIndex(
                name: "IX_Projects_LeadPortfolioId_Code",
                table: "Projects",
                columns: new[] { "LeadPortfolioId", "Code" },
                unique: true);
        }
    }
}
