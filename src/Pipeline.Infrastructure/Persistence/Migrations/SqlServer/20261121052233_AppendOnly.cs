using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Migrations.SqlServer
{
    public partial class AppendOnly : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            AppendOnlyTriggers.CreateOnSqlServer(migrationBuilder, AppendOnlyTriggers.Records);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AppendOnlyTriggers.DropOnSqlServer(migrationBuilder, AppendOnlyTriggers.Records);
        }
    }
}
