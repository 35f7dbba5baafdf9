namespace Pipeline.Api.OpenApi;

/// <summary>
/// What each operation refuses for reasons of its own, by status; what follows from an operation's form (headers, body, parameters) is found
/// by <see cref="OperationProblems"/>.
/// </summary>
internal static class Refusals
{
    private static readonly string[] Money =
    [
        "currency_differs",
        "invalid_currency",
        "amount_not_positive",
        "amount_too_large",
        "too_many_decimals",
    ];

    private static readonly string[] Waivers =
    [
        "waiver_unknown",
        "waiver_not_needed",
        "waiver_not_waivable",
        "waiver_duplicate",
    ];

    private static readonly string[] Hours = ["hours_not_positive", "hours_without_skills"];

    private static readonly string[] Password = ["weak_password", "common_password", "personal_password"];

    private static readonly (int Status, string[] Codes)[] Register = [(422, ["unknown_sort", "unknown_language"])];

    private static readonly Dictionary<string, (int Status, string[] Codes)[]> ByOperation = new()
    {
        ["Login"] = [(401, ["invalid_credentials"]), (403, ["account_locked"])],
        ["Refresh"] = [(401, ["invalid_refresh_token"])],
        ["SignInThroughProvider"] =
        [
            (400, ["sign_in_not_begun"]),
            (401, ["sign_in_code_not_valid", "sign_in_declined", "sign_in_failed"]),
            (403, ["account_unknown", "email_not_verified", "linked_otherwise", "account_locked"]),
            (404, ["single_sign_on_off"]),
        ],
        ["Logout"] = [(403, ["people_only"])],
        ["ListSessions"] = [(403, ["people_only"])],
        ["EndSession"] = [(403, ["people_only"])],
        ["AcceptInvitation"] = [(422, ["link_not_valid", .. Password])],
        ["ChangePassword"] = [(403, ["people_only"]), (422, ["wrong_password", .. Password])],
        ["ResetPassword"] = [(422, ["link_not_valid", .. Password])],
        ["RenewInvitation"] = [(403, ["administrators_only"]), (409, ["already_accepted", "user_anonymised"])],
        ["ListUsers"] = [(403, ["administrators_only"])],
        ["CreateUser"] =
        [
            (403, ["administrators_only"]),
            (409, ["email_taken"]),
            (422, ["invalid_email", .. Password]),
        ],
        ["UpdateUser"] = [(403, ["administrators_only"]), (409, ["last_administrator", "user_anonymised"])],
        ["UnlinkUser"] = [(403, ["administrators_only"])],
        ["AnonymiseUser"] = [(403, ["administrators_only"]), (409, ["last_administrator"])],
        ["ListAudit"] = [(403, ["administrators_only"])],
        ["VerifyAudit"] = [(403, ["administrators_only"])],

        ["CreateOrganisation"] = [(403, ["managers_only"]), (409, ["identifier_taken"])],
        ["UpdateOrganisation"] = [(403, ["administrators_only"]), (409, ["identifier_taken"])],

        ["CreatePortfolio"] =
        [
            (403, ["administrators_only"]),
            (409, ["code_taken"]),
            (422, ["unknown_organisation", "unknown_criterion"]),
        ],
        ["UpdatePortfolio"] = [(403, ["managers_only"]), (422, ["unknown_organisation", "unknown_criterion", "fixed"])],
        ["ListMembers"] = [(403, ["managers_only"])],
        ["SetMember"] = [(403, ["managers_only"])],
        ["RemoveMember"] = [(403, ["managers_only"])],
        ["ListApiKeys"] = [(403, ["managers_only"])],
        ["IssueApiKey"] = [(403, ["managers_only"]), (422, ["out_of_range"])],
        ["RevokeApiKey"] = [(403, ["managers_only"])],
        ["HoldProject"] =
        [
            (403, ["managers_only"]),
            (409, ["currency_differs", "code_taken", "lead_holding_required"]),
        ],
        ["ReleaseProject"] = [(403, ["managers_only"]), (409, ["lead_holding_required"])],
        ["GetDashboard"] = [(422, ["date_in_future"])],
        ["GetPortfolioReport"] = [(422, ["date_in_future", "unknown_language"])],
        ["GetSubsidies"] = [(409, ["currency_not_euro"]), (422, ["date_in_future"])],
        ["DecideMany"] = [(403, ["managers_only"])],

        ["ListProjects"] = [(422, ["unknown_sort"])],
        ["ExportProjectsXlsx"] = Register,
        ["ExportProjectsCsv"] = Register,
        ["ExportTransitionsXlsx"] = Register,
        ["ExportTransitionsCsv"] = Register,
        ["ExportCommitmentsXlsx"] = Register,
        ["ExportCommitmentsCsv"] = Register,
        ["ExportDeliveriesXlsx"] = Register,
        ["ExportDeliveriesCsv"] = Register,
        ["CreateProject"] =
        [
            (403, ["managers_only"]),
            (404, ["not_found"]),
            (409, ["code_taken"]),
            (422, ["unknown_organisation", "date_in_future", "duplicate"]),
        ],
        ["UpdateProject"] = [(403, ["describing_not_permitted"]), (422, ["unknown_organisation", "duplicate"])],
        ["SetTerritories"] = [(403, ["describing_not_permitted"]), (422, ["duplicate"])],
        ["SetStakeholders"] = [(403, ["describing_not_permitted"]), (422, ["unknown_organisation"])],
        ["SetOwner"] = [(403, ["managers_only"])],
        ["RemoveOwner"] = [(403, ["managers_only"])],
        ["GetProjectRatios"] = [(422, ["date_in_future"])],

        ["ReportTransition"] =
        [
            (403, ["not_a_reporter", "managers_only", "waiver_needs_manager"]),
            (409, ["gate_not_met", "transition_not_permitted", "report_pending"]),
            (
                422,
                [
                    "date_in_future",
                    "date_before_last",
                    "invalid_link",
                    "not_expected",
                    "unknown_organisation",
                    .. Waivers,
                ]
            ),
        ],
        ["DecideTransition"] =
        [
            (403, ["managers_only", "managers_decide", "own_report"]),
            (409, ["gate_not_met", "already_decided"]),
            (422, Waivers),
        ],
        ["WithdrawTransition"] = [(403, ["not_the_reporter"]), (409, ["already_decided"])],
        ["RecordEvaluation"] =
        [
            (403, ["describing_not_permitted"]),
            (422, ["date_in_future", "before_start", "duplicate", "invalid_link"]),
        ],

        ["SetPlan"] = [(403, ["managers_only"]), (422, ["duplicate_line", "invalid_amount", .. Money])],
        ["AgreeCommitment"] =
        [
            (403, ["ledgers_not_permitted"]),
            (
                422,
                ["unknown_portfolio", "unknown_organisation", "date_in_future", "dates_reversed", .. Money, .. Hours]
            ),
        ],
        ["CancelCommitment"] =
        [
            (403, ["ledgers_not_permitted"]),
            (409, ["commitment_cancelled"]),
            (422, ["date_in_future", "cancelled_before_agreed"]),
        ],
        ["RecordDelivery"] =
        [
            (403, ["ledgers_not_permitted"]),
            (409, ["delivery_exceeds_commitment", "commitment_cancelled"]),
            (422, ["date_in_future", "delivery_before_commitment", .. Money, .. Hours]),
        ],
        ["ReverseDelivery"] =
        [
            (403, ["ledgers_not_permitted"]),
            (409, ["already_reversed", "reversal_of_reversal"]),
            (422, ["date_in_future", "reversal_before_delivery"]),
        ],

        ["UpdateRatioReferences"] = [(403, ["administrators_only"]), (422, ["duplicate"])],
        ["UpdateNeedProfile"] = [(403, ["administrators_only"]), (422, ["incomplete_table"])],

        ["ImportFile"] =
        [
            (403, ["managers_only"]),
            (404, ["not_found"]),
            (413, ["file_too_large"]),
            (
                422,
                [
                    "invalid_file",
                    "too_many_files",
                    "empty_file",
                    "unreadable_file",
                    "wrong_extension",
                    "invalid_encoding",
                    "unclosed_quote",
                    "too_many_rows",
                    "too_many_columns",
                    "too_many_cells",
                    "macros_refused",
                    "external_references_refused",
                    "dtd_refused",
                    "zip_bomb",
                    "unknown_format",
                    "missing_heading",
                    "duplicate_heading",
                    "duplicate_identifier",
                    "invalid_character",
                    "too_long",
                    "unknown_code",
                    "invalid_date",
                    "date_in_future",
                    "dates_reversed",
                    "invalid_amount",
                    "amount_not_positive",
                    "amount_too_large",
                    "too_many_decimals",
                    "invalid_currency",
                    "currency_differs",
                    "invalid_share",
                    "commitment_has_deliveries",
                    "project_not_led",
                    "stale",
                    "not_editable",
                    "append_only",
                    "unknown_id",
                    "unknown_project",
                    "unknown_organisation",
                    "duplicate_line",
                    .. Hours,
                ]
            ),
        ],
    };

    /// <summary>The operations with refusals of their own, so that a test can find one that is gone.</summary>
    internal static IEnumerable<string> Operations => ByOperation.Keys;

    public static IEnumerable<(int Status, string[] Codes)> Of(string operationId) =>
        ByOperation.GetValueOrDefault(operationId) ?? [];
}
