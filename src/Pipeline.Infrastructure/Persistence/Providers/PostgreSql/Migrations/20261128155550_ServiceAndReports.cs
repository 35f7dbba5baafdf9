using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ServiceAndReports : Migration
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
                // Both: what is recorded already may be either.
                defaultValue: 3);

            migrationBuilder.AddColumn<string>(
                name: "Policy_Schedule",
                table: "Portfolios",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "CausedBy",
                table: "Outbox",
                type: "uuid",
                nullable: true);

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

            migrationBuilder.CreateTable(
                name: "ClosingKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false, collation: "C"),
                    X = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false, collation: "C"),
                    Y = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false, collation: "C"),
                    SealedPrivateKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosingKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NotificationMails",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rhythm = table.Column<int>(type: "integer", nullable: false),
                    About = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LeaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotificationMails", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "NotificationPreferences",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<int>(type: "integer", nullable: false),
                    Kinds = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotificationPreferences", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Audience = table.Column<int>(type: "integer", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    PortfolioId = table.Column<Guid>(type: "uuid", nullable: true),
                    Payload = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CausedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    OccurredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MailId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "ReminderRules",
                columns: table => new
                {
                    PortfolioId = table.Column<Guid>(type: "uuid", nullable: false),
                    DaysBefore = table.Column<int>(type: "integer", nullable: false),
                    OnTheDay = table.Column<bool>(type: "boolean", nullable: false),
                    WeeklyWhileLate = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderRules", x => x.PortfolioId);
                    table.ForeignKey(
                        name: "FK_ReminderRules_Portfolios_PortfolioId",
                        column: x => x.PortfolioId,
                        principalTable: "Portfolios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReminderRuns",
                columns: table => new
                {
                    PortfolioId = table.Column<Guid>(type: "uuid", nullable: false),
                    LookedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reminded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderRuns", x => x.PortfolioId);
                    table.ForeignKey(
                        name: "FK_ReminderRuns_Portfolios_PortfolioId",
                        column: x => x.PortfolioId,
                        principalTable: "Portfolios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Closings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PortfolioId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    KnownAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    KeyId = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false, collation: "C"),
                    Signature = table.Column<string>(type: "character varying(86)", maxLength: 86, nullable: false, collation: "C"),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Closings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Closings_ClosingKeys_KeyId",
                        column: x => x.KeyId,
                        principalTable: "ClosingKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Closings_Portfolios_PortfolioId",
                        column: x => x.PortfolioId,
                        principalTable: "Portfolios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClosingFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Language = table.Column<int>(type: "integer", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosingFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClosingFiles_Closings_ClosingId",
                        column: x => x.ClosingId,
                        principalTable: "Closings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClosingFileContents",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosingFileContents", x => x.FileId);
                    table.ForeignKey(
                        name: "FK_ClosingFileContents_ClosingFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "ClosingFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClosingFiles_ClosingId_Kind_Language",
                table: "ClosingFiles",
                columns: new[] { "ClosingId", "Kind", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClosingFiles_Sha256",
                table: "ClosingFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_Closings_KeyId",
                table: "Closings",
                column: "KeyId");

            migrationBuilder.CreateIndex(
                name: "IX_Closings_PortfolioId_Number",
                table: "Closings",
                columns: new[] { "PortfolioId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NotificationMails_EndedAt",
                table: "NotificationMails",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_NotificationMails_Id",
                table: "NotificationMails",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NotificationMails_State_DueAt",
                table: "NotificationMails",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_NotificationMails_UserId_About",
                table: "NotificationMails",
                columns: new[] { "UserId", "About" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Id",
                table: "Notifications",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_MailId",
                table: "Notifications",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_RecordedAt",
                table: "Notifications",
                column: "RecordedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_UserId_EventId",
                table: "Notifications",
                columns: new[] { "UserId", "EventId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_UserId_ReadAt_Sequence",
                table: "Notifications",
                columns: new[] { "UserId", "ReadAt", "Sequence" });

            PostgreSqlTriggers.Add(migrationBuilder, AppendOnlyTables.Closings);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClosingFileContents");

            migrationBuilder.DropTable(
                name: "NotificationMails");

            migrationBuilder.DropTable(
                name: "NotificationPreferences");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "ReminderRules");

            migrationBuilder.DropTable(
                name: "ReminderRuns");

            migrationBuilder.DropTable(
                name: "ClosingFiles");

            migrationBuilder.DropTable(
                name: "Closings");

            migrationBuilder.DropTable(
                name: "ClosingKeys");

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

            migrationBuilder.DropColumn(
                name: "CausedBy",
                table: "Outbox");

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
