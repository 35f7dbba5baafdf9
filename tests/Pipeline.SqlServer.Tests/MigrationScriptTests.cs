namespace Pipeline.SqlServer.Tests;

/// <summary>The SQL Server migrations as one script: what a server would say of it.</summary>
public sealed class MigrationScriptTests
{
    [Fact]
    public void Script_leaves_the_tables_of_the_model() =>
        SqlServerMigrations
            .Schema.Tables.Should()
            .BeEquivalentTo(
                "__EFMigrationsHistory",
                "Projects",
                "Territories",
                "Stakeholders",
                "ProjectOwners",
                "ProjectTags",
                "Holdings",
                "Portfolios",
                "PortfolioMembers",
                "Organisations",
                "HoldingEnds",
                "Transitions",
                "TransitionDecisions",
                "TransitionEffects",
                "PlanVersions",
                "PlanLines",
                "Commitments",
                "CommitmentCancellations",
                "Deliveries",
                "Evaluations",
                "Imports",
                "ImportedRows",
                "ImportReversals",
                "ReversedRows",
                "ImportMappings",
                "SavedViews",
                "ReferenceDocuments",
                "FormerVersions",
                "DocumentVersions",
                "FactEntries",
                "Observations",
                "IdempotencyRecords",
                "Outbox",
                "AuditEntries",
                "AuditHeads",
                "AuditVerifications",
                "Users",
                "UserClaims",
                "UserLogins",
                "UserTokens",
                "Sessions",
                "OneTimeLinks",
                "ApiKeys",
                "Webhooks",
                "WebhookDeliveries",
                "Notifications",
                "Closings",
                "ClosingFiles",
                "ClosingFileContents",
                "ClosingKeys",
                "NotificationPreferences",
                "NotificationMails",
                "CalendarFeeds",
                "ReminderRules",
                "ReminderRuns",
                "Documents",
                "DocumentContents",
                "DocumentChunks",
                "DataProtectionKeys"
            );

    [Fact]
    public void Script_gives_tables_their_columns() =>
        SqlServerMigrations
            .Schema.ColumnsOf("Commitments")
            .Should()
            .Contain(["Id", "ProjectId", "PortfolioId", "Lever", "Phase", "Cents", "AgreedOn", "RecordedAt"]);

    [Fact]
    public void Script_checks_clean() =>
        new TSqlChecker(SqlServerMigrations.Schema).Check(SqlServerMigrations.Script).Should().BeEmpty();

    [Fact]
    public void Script_is_not_refused_by_its_structure() =>
        DefinitionRules
            .Check(SqlServerMigrations.Script)
            // As the framework defines them: a server warns and creates them, and this product writes neither logins of others nor tokens.
            .Where(e =>
                !e.StartsWith("Key 'PK_UserLogins'", StringComparison.Ordinal)
                && !e.StartsWith("Key 'PK_UserTokens'", StringComparison.Ordinal)
            )
            .Should()
            .BeEmpty();
}
