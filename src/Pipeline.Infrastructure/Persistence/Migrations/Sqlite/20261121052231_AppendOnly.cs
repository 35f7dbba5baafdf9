using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Migrations.Sqlite
{
    public partial class AppendOnly : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            AppendOnlyTriggers.CreateOnSqlite(migrationBuilder, AppendOnlyTriggers.Records);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AppendOnlyTriggers.DropOnSqlite(migrationBuilder, AppendOnlyTriggers.Records);
        }
    }
}
