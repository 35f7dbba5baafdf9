using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Indicators;

namespace Pipeline.Api.Tests.Access;

/// <summary>
/// Who may do what: every endpoint, everybody who can call, on things of the first organisation (the second one's people have an apostrophe).
/// 401: sign in first. 403: it is there, and not for you. 404: it is not there for you. Anything else is somebody who may.
/// </summary>
internal static partial class AccessMatrix
{
    // A version that was never current: whoever may change something is stopped there (412), and the world stays as it is.
    private const string Stale = "\"999999\"";

    private static readonly object WebhookBody = new
    {
        url = "https://hooks.invalid/pipeline",
        events = new[] { "project.created" },
    };

    private const string Table = """
                                                                                               | admin manager finance investor owner write-key read-key | manager' finance' investor' owner' write-key' | nobody anonymous
        POST /api/v1/auth/login                                                                | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    200
        POST /api/v1/auth/refresh                                                              | 401   401     401     401      401   401       401      | 401      401      401       401    401        | 401    401
        GET /api/v1/auth/providers                                                             | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    200
        POST /api/v1/auth/provider                                                             | 404   404     404     404      404   404       404      | 404      404      404       404    404        | 404    404
        POST /api/v1/auth/logout                                                               | 204   204     204     204      204   403       403      | 204      204      204       204    403        | 204    401
        GET /api/v1/auth/sessions                                                              | 200   200     200     200      200   403       403      | 200      200      200       200    403        | 200    401
        DELETE /api/v1/auth/sessions/{id}                                                      | 204   204     204     204      204   403       403      | 204      204      204       204    403        | 204    401
        POST /api/v1/auth/invitation                                                           | 422   422     422     422      422   422       422      | 422      422      422       422    422        | 422    422
        POST /api/v1/auth/password                                                             | 422   422     422     422      422   403       403      | 422      422      422       422    403        | 422    401
        POST /api/v1/auth/password-reset                                                       | 202   202     202     202      202   202       202      | 202      202      202       202    202        | 202    202
        POST /api/v1/auth/password-reset/confirmation                                          | 422   422     422     422      422   422       422      | 422      422      422       422    422        | 422    422
        GET /api/v1/me                                                                         | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        PUT /api/v1/me                                                                         | 412   412     412     412      412   403       403      | 412      412      412       412    403        | 412    401
        GET /api/v1/me/notifications                                                           | 200   200     200     200      200   403       403      | 200      200      200       200    403        | 200    401
        GET /api/v1/me/notifications/count                                                     | 200   200     200     200      200   403       403      | 200      200      200       200    403        | 200    401
        GET /api/v1/me/reviews/count                                                           | 200   200     200     200      200   403       403      | 200      200      200       200    403        | 200    401
        POST /api/v1/me/notifications/read                                                     | 404   404     404     404      404   403       403      | 404      404      404       404    403        | 404    401
        GET /api/v1/me/notification-preferences                                                | 200   200     200     200      200   403       403      | 200      200      200       200    403        | 200    401
        PUT /api/v1/me/notification-preferences                                                | 412   412     412     412      412   403       403      | 412      412      412       412    403        | 412    401
        POST /api/v1/me/calendar                                                               | 201   201     201     201      201   403       403      | 201      201      201       201    403        | 201    401
        GET /api/v1/me/calendar                                                                | 200   200     200     200      200   403       403      | 200      200      200       200    403        | 200    401
        DELETE /api/v1/me/calendar                                                             | 204   204     204     204      204   403       403      | 204      204      204       204    403        | 204    401
        GET /api/v1/users                                                                      | 200   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        GET /api/v1/users/{id}                                                                 | 200   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        POST /api/v1/users                                                                     | 201   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        PUT /api/v1/users/{id}                                                                 | 412   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        POST /api/v1/users/{id}/invitation                                                     | 409   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        POST /api/v1/users/{id}/anonymisation                                                  | 200   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        DELETE /api/v1/users/{id}/single-sign-on                                               | 204   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        GET /api/v1/organisations                                                              | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        POST /api/v1/organisations                                                             | 201   201     403     403      403   403       403      | 201      403      403       403    403        | 403    401
        GET /api/v1/organisations/{id}                                                         | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        PUT /api/v1/organisations/{id}                                                         | 412   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        POST /api/v1/organisations/{id}/merge                                                  | 200   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        GET /api/v1/reference                                                                  | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/reference/ratio-references                                                 | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        PUT /api/v1/reference/ratio-references                                                 | 412   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        PUT /api/v1/reference/need-profile                                                     | 422   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        GET /api/v1/audit                                                                      | 200   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        GET /api/v1/audit/verify                                                               | 200   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        GET /api/v1/admin/health                                                               | 200   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        POST /api/v1/admin/health/events/retry                                                 | 200   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        POST /api/v1/admin/health/mails/retry                                                  | 200   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        GET /api/v1/portfolios                                                                 | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        POST /api/v1/portfolios                                                                | 201   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        GET /api/v1/portfolios/{id}                                                            | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/portfolios/{id}                                                            | 412   412     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/members                                                    | 200   200     200     403      404   200       403      | 404      404      404       404    404        | 404    401
        PUT /api/v1/portfolios/{id}/members/{userId}                                           | 200   200     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        DELETE /api/v1/portfolios/{id}/members/{userId}                                        | 204   204     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        PUT /api/v1/portfolios/{id}/holdings/{projectId}                                       | 200   403     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        DELETE /api/v1/portfolios/{id}/holdings/{projectId}                                    | 204   204     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/cube                                                       | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/portfolios/{id}/holdings/{projectId}/end                                  | 200   200     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/dashboard                                                  | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/transitions                                                | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/portfolios/{id}/decisions                                                 | 200   200     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/report.xlsx                                                | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/excel-connection                                          | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/subsidies.csv                                              | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/360giving.csv                                              | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/360giving.json                                             | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/api-keys                                                   | 200   200     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/portfolios/{id}/api-keys                                                  | 201   201     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        DELETE /api/v1/portfolios/{id}/api-keys/{keyId}                                        | 204   204     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/reminders                                                  | 200   200     200     403      404   200       403      | 404      404      404       404    404        | 404    401
        PUT /api/v1/portfolios/{id}/reminders                                                  | 412   412     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/webhooks                                                   | 200   200     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/portfolios/{id}/webhooks                                                  | 201   201     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/webhooks/{webhookId}                                       | 200   200     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        PUT /api/v1/portfolios/{id}/webhooks/{webhookId}                                       | 412   412     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        DELETE /api/v1/portfolios/{id}/webhooks/{webhookId}                                    | 204   204     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/portfolios/{id}/webhooks/{webhookId}/secret                               | 200   200     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/portfolios/{id}/webhooks/{webhookId}/test                                 | 202   202     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/webhooks/{webhookId}/deliveries                            | 200   200     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/portfolios/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/retry        | 404   404     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/closings                                                   | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/portfolios/{id}/closings                                                  | 409   409     409     403      404   409       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/closings/{closingId}                                       | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/closings/{closingId}/changes                               | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/closings/{closingId}/report.xlsx                           | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/closings/{closingId}/dashboard.json                        | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/imports                                                                   | 422   422     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/imports/{id}                                                               | 200   200     200     403      404   200       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/imports/{id}/rejected.csv                                                  | 200   200     200     403      404   200       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/imports/{id}/reversal                                                     | 200   200     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/imports                                                    | 200   200     200     403      404   200       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/import-mappings                                            | 200   200     200     403      404   200       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/import-mappings/{name}                                     | 200   200     200     403      404   200       403      | 404      404      404       404    404        | 404    401
        PUT /api/v1/portfolios/{id}/import-mappings/{name}                                     | 200   200     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        DELETE /api/v1/portfolios/{id}/import-mappings/{name}                                  | 204   204     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/views                                                                      | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        POST /api/v1/views                                                                     | 201   201     403     403      404   403       403      | 404      404      404       404    403        | 404    401
        PUT /api/v1/views/{viewId}                                                             | 412   412     403     403      404   403       403      | 404      404      404       404    403        | 404    401
        DELETE /api/v1/views/{viewId}                                                          | 204   204     403     403      404   403       403      | 404      404      404       404    403        | 404    401
        GET /api/v1/projects                                                                   | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        POST /api/v1/projects                                                                  | 201   201     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}                                                              | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}                                                              | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/void                                                        | 204   204     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/territories                                                  | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/stakeholders                                                 | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/members/{userId}                                             | 200   200     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        DELETE /api/v1/projects/{id}/members/{userId}                                          | 204   204     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/ratios                                                       | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/history                                                      | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/transitions                                                  | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/transitions/available                                        | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/transitions                                                 | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/transitions/{transitionId}/decision                         | 412   412     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/transitions/{transitionId}/withdrawal                       | 412   403     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/evaluations                                                  | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/evaluations                                                 | 201   201     403     403      201   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/evaluation-plan                                              | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/evaluation-plan                                              | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/evaluation-plan/versions                                     | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/plan                                                         | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/plan                                                         | 412   412     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/commitments                                                  | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/commitments                                                 | 201   201     201     403      403   201       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/commitments/{commitmentId}/cancellation                     | 200   200     200     403      403   200       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/commitments/{commitmentId}/deliveries                        | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/commitments/{commitmentId}/deliveries                       | 201   201     201     403      403   201       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/commitments/{commitmentId}/deliveries/{deliveryId}/reversal | 201   201     201     403      403   201       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/documents                                                    | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/documents                                                   | 201   201     201     403      201   201       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/documents/{documentId}                                       | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/documents/{documentId}/content                               | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        DELETE /api/v1/projects/{id}/documents/{documentId}                                    | 422   422     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/agreements/{portfolioId}                                     | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/agreements/{portfolioId}                                     | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/agreements/{portfolioId}/versions                            | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/commitments/{commitmentId}/repayments                        | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/commitments/{commitmentId}/repayments                       | 201   201     201     403      403   201       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/commitments/{commitmentId}/repayments/{repaymentId}/reversal | 404   404     404     403      403   404       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/agreements                                                 | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/providers                                                  | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/alliances                                                    | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/alliances                                                   | 201   201     403     403      201   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/alliances/{allianceId}                                       | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/alliances/{allianceId}                                       | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/alliances/{allianceId}/versions                              | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/alliances                                                  | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/programmes                                                                 | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        POST /api/v1/programmes                                                                | 201   201     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/programmes/{id}                                                            | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/programmes/{id}                                                            | 412   412     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/programmes/{id}/versions                                                   | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/programmes/{id}/cohorts                                                    | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/programmes/{id}/cohorts                                                   | 201   201     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/cohorts/{id}                                                               | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/cohorts/{id}                                                               | 412   412     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/cohorts/{id}/versions                                                      | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/cohorts/{id}/sessions/{code}                                               | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/cohorts/{id}/sessions/{code}                                               | 412   412     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/cohorts/{id}/participations                                                | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/cohorts/{id}/participations                                               | 201   201     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/participations/{id}                                                        | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/participations/{id}                                                        | 412   412     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/participations/{id}/versions                                               | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/participations/{id}/coachings                                              | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/participations/{id}/coachings                                             | 201   201     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/participations/{id}/files                                                  | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/participations/{id}/files                                                 | 201   201     403     403      201   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/catalysts                                                                  | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        POST /api/v1/catalysts                                                                 | 409   409     403     403      403   403       403      | 409      403      403       403    403        | 403    401
        GET /api/v1/catalysts/{id}                                                             | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        PUT /api/v1/catalysts/{id}                                                             | 412   412     403     403      403   403       403      | 412      403      403       403    403        | 403    401
        GET /api/v1/catalysts/{id}/versions                                                    | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/projects/{id}/impacts                                                      | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/impacts                                                     | 201   201     403     403      201   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/impacts/{impactId}                                           | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/impacts/{impactId}                                           | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/impacts/{impactId}/versions                                  | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/cube.csv                                                   | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/cube.xlsx                                                  | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/cube/projects                                              | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/moves                                                      | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/observatory.csv                                            | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/observatory.xlsx                                           | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/observatory/imports                                                       | 422   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        GET /api/v1/observatory                                                                | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/portfolios/{id}/observatory                                                | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/questionnaires                                                             | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/projects/{id}/diagnoses                                                    | 200   200     403     403      200   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/diagnoses                                                   | 201   201     403     403      201   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/diagnoses                                                  | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/impacts/{impactId}/readings                                 | 201   201     403     403      201   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/indicators                                                 | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/portfolios/{id}/indicators                                                 | 412   412     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/indicators/versions                                        | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/indicator-readings                                           | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/indicator-readings                                          | 201   201     403     403      201   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/indicator-readings/{readingId}/reversal                     | 404   404     403     403      404   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/indicator-targets                                            | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/indicator-targets                                            | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/indicator-targets/versions                                   | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/economics/current                                            | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/economics/current                                            | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/economics/current/versions                                   | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/economics/target                                             | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/economics/target                                             | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/economics/target/versions                                    | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/participations                                               | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/risks                                                        | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/risks                                                        | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/risks/versions                                               | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/territories                                                | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/risks                                                      | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/impacts                                                    | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/lessons                                                    | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/progress-reports                                             | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/progress-reports/{period}                                    | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/projects/{id}/progress-reports/{period}/versions                           | 200   200     200     200      200   200       200      | 404      404      404       404    404        | 404    401
        PUT /api/v1/projects/{id}/progress-reports/{period}                                    | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/progress-reports/{period}/submission                        | 412   412     403     403      412   403       403      | 404      404      404       404    404        | 404    401
        POST /api/v1/projects/{id}/progress-reports/{period}/decision                          | 412   412     403     403      403   403       403      | 404      404      404       404    404        | 404    401
        GET /api/v1/portfolios/{id}/progress-reports                                           | 200   200     200     200      404   200       200      | 404      404      404       404    404        | 404    401
        GET /api/v1/deadlines                                                                  | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/reference/alliance-kinds                                                   | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/reference/risks                                                            | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/reference/resources                                                        | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/reference/alliance-kinds/versions                                          | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/reference/risks/versions                                                   | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/reference/resources/versions                                               | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/reference/ratio-references/versions                                        | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/reference/need-profile/versions                                            | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        PUT /api/v1/reference/alliance-kinds                                                   | 412   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        PUT /api/v1/reference/resources                                                        | 412   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        GET /api/v1/resources                                                                  | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        PUT /api/v1/reference/risks                                                            | 412   403     403     403      403   403       403      | 403      403      403       403    403        | 403    401
        GET /api/v1/projects/export.xlsx                                                       | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/projects/export.csv                                                        | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/projects/export.json                                                       | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/transitions/export.xlsx                                                    | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/transitions/export.csv                                                     | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/transitions/export.json                                                    | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/commitments/export.xlsx                                                    | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/commitments/export.csv                                                     | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/commitments/export.json                                                    | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/deliveries/export.xlsx                                                     | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/deliveries/export.csv                                                      | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /api/v1/deliveries/export.json                                                     | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    401
        GET /.well-known/pipeline-closing-keys                                                 | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    200
        GET /calendar/{token}.ics                                                              | 404   404     404     404      404   404       404      | 404      404      404       404    404        | 404    404
        GET /health/live                                                                       | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    200
        GET /health/ready                                                                      | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    200
        GET /openapi/{documentName}.json                                                       | 200   200     200     200      200   200       200      | 200      200      200       200    200        | 200    200
        GET /sign-in/provider                                                                  | 404   404     404     404      404   404       404      | 404      404      404       404    404        | 404    404
        GET /sign-in/callback                                                                  | 404   404     404     404      404   404       404      | 404      404      404       404    404        | 404    404
        """;

    /// <summary>How each endpoint is asked: so that whoever may is not stopped by anything but a version or a secret.</summary>
    public static readonly Dictionary<string, Func<AccessWorld, Client, Task<Reply>>> Requests = new()
    {
        ["POST /api/v1/auth/login"] = (w, c) =>
            c.PostAsync("auth/login", new { email = PipelineApi.AdministratorEmail, password = PipelineApi.Password }),
        ["GET /api/v1/auth/providers"] = (w, c) => c.GetAsync("auth/providers"),
        ["POST /api/v1/auth/provider"] = (w, c) =>
            c.PostAsync("auth/provider", new { code = "x", verifier = new string('v', 43) }),
        ["POST /api/v1/auth/refresh"] = (w, c) => c.PostAsync("auth/refresh", new { refreshToken = "none" }),
        ["POST /api/v1/auth/logout"] = async (w, c) => await (await w.AgainAsync(c)).PostAsync("auth/logout", new { }),
        ["GET /api/v1/auth/sessions"] = (w, c) => c.GetAsync("auth/sessions"),
        ["DELETE /api/v1/auth/sessions/{id}"] = async (w, c) =>
        {
            var again = await w.AgainAsync(c);
            var sessions = await again.GetAsync("auth/sessions");
            return await again.DeleteAsync(
                $"auth/sessions/{(sessions.Status == 200 ? sessions.Items().First(s => s["current"]!.GetValue<bool>())["id"]!.GetValue<Guid>() : Guid.Empty)}"
            );
        },
        ["POST /api/v1/auth/invitation"] = (w, c) =>
            c.PostAsync("auth/invitation", new { token = "none", password = PipelineApi.Password }),
        ["POST /api/v1/auth/password"] = (w, c) =>
            c.PostAsync("auth/password", new { current = "wrong", @new = "another long passage" }),
        ["POST /api/v1/auth/password-reset"] = (w, c) =>
            c.PostAsync("auth/password-reset", new { email = "nobody@test.pipeline" }),
        ["POST /api/v1/auth/password-reset/confirmation"] = (w, c) =>
            c.PostAsync("auth/password-reset/confirmation", new { token = "none", password = PipelineApi.Password }),
        ["GET /api/v1/me"] = (w, c) => c.GetAsync("me"),
        ["PUT /api/v1/me"] = (w, c) => c.PutAsync("me", new { name = "Changed" }, Stale),

        ["DELETE /api/v1/users/{id}/single-sign-on"] = async (w, c) =>
            await c.DeleteAsync($"users/{(await w.Api.NewUserAsync("Linked")).UserId}/single-sign-on"),
        ["GET /api/v1/users"] = (w, c) => c.GetAsync("users"),
        ["GET /api/v1/users/{id}"] = (w, c) => c.GetAsync($"users/{w.Somebody}"),
        ["POST /api/v1/users"] = (w, c) =>
            c.PostAsync("users", new { email = $"{w.Api.NewCode("new")}@test.pipeline", name = "New" }),
        ["PUT /api/v1/users/{id}"] = (w, c) => c.PutAsync($"users/{w.Somebody}", new { name = "Changed" }, Stale),
        ["POST /api/v1/users/{id}/invitation"] = (w, c) => c.PostAsync($"users/{w.Somebody}/invitation", new { }),
        ["POST /api/v1/users/{id}/anonymisation"] = async (w, c) =>
            await c.PostAsync(
                $"users/{(await w.Api.Administrator.PostAsync("users", new { email = $"{w.Api.NewCode("gone")}@test.pipeline", name = "Gone" })).ShouldBe(201).Id("id")}/anonymisation",
                new { }
            ),
        ["GET /api/v1/organisations"] = (w, c) => c.GetAsync("organisations"),
        ["POST /api/v1/organisations"] = (w, c) =>
            c.PostAsync("organisations", new { name = w.Api.NewCode("Organisation"), actorProfile = "foundation" }),
        ["GET /api/v1/organisations/{id}"] = (w, c) => c.GetAsync($"organisations/{w.Mine.OrganisationId}"),
        ["POST /api/v1/organisations/{id}/merge"] = async (w, c) =>
        {
            var twice = await w.Api.Administrator.PostAsync(
                "organisations",
                new { name = w.Api.NewCode("Organisation"), actorProfile = "foundation" }
            );
            return await c.PostAsync(
                $"organisations/{twice.ShouldBe(201).Id("id")}/merge",
                new { into = w.Mine.OrganisationId, reason = "The same statutes" }
            );
        },
        ["PUT /api/v1/organisations/{id}"] = (w, c) =>
            c.PutAsync(
                $"organisations/{w.Mine.OrganisationId}",
                new { name = "Changed", actorProfile = "foundation" },
                Stale
            ),
        ["GET /api/v1/reference"] = (w, c) => c.GetAsync("reference"),
        ["GET /api/v1/reference/ratio-references"] = (w, c) => c.GetAsync("reference/ratio-references"),
        ["PUT /api/v1/reference/ratio-references"] = (w, c) =>
            c.PutAsync("reference/ratio-references", new { items = Array.Empty<object>() }, Stale),
        ["PUT /api/v1/reference/need-profile"] = (w, c) =>
            c.PutAsync("reference/need-profile", new { items = Array.Empty<object>() }, Stale),
        ["GET /api/v1/audit"] = (w, c) => c.GetAsync("audit"),
        ["GET /api/v1/audit/verify"] = (w, c) => c.GetAsync("audit/verify"),
        ["GET /api/v1/admin/health"] = (w, c) => c.GetAsync("admin/health"),
        ["POST /api/v1/admin/health/events/retry"] = (w, c) => c.PostAsync("admin/health/events/retry", new { }),
        ["POST /api/v1/admin/health/mails/retry"] = (w, c) => c.PostAsync("admin/health/mails/retry", new { }),

        ["GET /api/v1/portfolios"] = (w, c) => c.GetAsync("portfolios"),
        ["POST /api/v1/portfolios"] = (w, c) =>
            c.PostAsync(
                "portfolios",
                new
                {
                    code = w.Api.NewCode("NEW"),
                    name = "New",
                    organisationId = w.Mine.OrganisationId,
                    currency = "EUR",
                }
            ),
        ["GET /api/v1/portfolios/{id}"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}"),
        ["PUT /api/v1/portfolios/{id}"] = (w, c) =>
            c.PutAsync(
                $"portfolios/{w.Mine.Id}",
                new
                {
                    code = w.Mine.Code,
                    name = "Changed",
                    organisationId = w.Mine.OrganisationId,
                    currency = "EUR",
                },
                Stale
            ),
        ["GET /api/v1/portfolios/{id}/members"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/members"),
        ["PUT /api/v1/portfolios/{id}/members/{userId}"] = (w, c) =>
            c.PutAsync($"portfolios/{w.Mine.Id}/members/{w.Somebody}", new { role = "investor" }),
        ["DELETE /api/v1/portfolios/{id}/members/{userId}"] = async (w, c) =>
        {
            (
                await w.Api.Administrator.PutAsync(
                    $"portfolios/{w.Mine.Id}/members/{w.Somebody}",
                    new { role = "investor" }
                )
            ).ShouldBe(200);
            return await c.DeleteAsync($"portfolios/{w.Mine.Id}/members/{w.Somebody}");
        },
        ["PUT /api/v1/portfolios/{id}/holdings/{projectId}"] = async (w, c) =>
            await c.PutAsync($"portfolios/{w.Mine.Id}/holdings/{(await HeldAsync(w)).Id}", new { kind = "coFunder" }),
        ["DELETE /api/v1/portfolios/{id}/holdings/{projectId}"] = async (w, c) =>
            await c.DeleteAsync($"portfolios/{w.Mine.Id}/holdings/{(await HeldAsync(w)).Id}"),
        ["GET /api/v1/portfolios/{id}/cube"] = (w, c) =>
            c.GetAsync($"portfolios/{w.Mine.Id}/cube?rows=domain&columns=region&measure=committed"),
        ["POST /api/v1/portfolios/{id}/holdings/{projectId}/end"] = async (w, c) =>
            await c.PostAsync(
                $"portfolios/{w.Mine.Id}/holdings/{(await HeldAsync(w)).Id}/end",
                new { endedOn = "2016-01-01", reason = "Another strategy" }
            ),
        ["GET /api/v1/portfolios/{id}/dashboard"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/dashboard"),
        ["GET /api/v1/portfolios/{id}/transitions"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/transitions"),
        ["POST /api/v1/portfolios/{id}/decisions"] = (w, c) =>
            c.PostAsync(
                $"portfolios/{w.Mine.Id}/decisions",
                new { decisions = new[] { new { transitionId = Guid.Empty, decision = "approve" } } }
            ),
        ["GET /api/v1/portfolios/{id}/report.xlsx"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/report.xlsx"),
        ["GET /api/v1/portfolios/{id}/excel-connection"] = (w, c) =>
            c.GetAsync($"portfolios/{w.Mine.Id}/excel-connection"),
        ["GET /api/v1/portfolios/{id}/360giving.json"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/360giving.json"),
        ["GET /api/v1/portfolios/{id}/360giving.csv"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/360giving.csv"),
        ["GET /api/v1/portfolios/{id}/subsidies.csv"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/subsidies.csv"),
        ["GET /api/v1/portfolios/{id}/api-keys"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/api-keys"),
        ["POST /api/v1/portfolios/{id}/api-keys"] = (w, c) =>
            c.PostAsync($"portfolios/{w.Mine.Id}/api-keys", new { name = "Key", access = "read" }),
        ["DELETE /api/v1/portfolios/{id}/api-keys/{keyId}"] = async (w, c) =>
            await c.DeleteAsync(
                $"portfolios/{w.Mine.Id}/api-keys/{(await w.Api.Administrator.PostAsync($"portfolios/{w.Mine.Id}/api-keys", new { name = "Key", access = "read" })).ShouldBe(201).Id("id")}"
            ),
        ["GET /api/v1/me/notifications"] = (w, c) => c.GetAsync("me/notifications?unread=true"),
        ["GET /api/v1/me/notifications/count"] = (w, c) => c.GetAsync("me/notifications/count"),
        ["GET /api/v1/me/reviews/count"] = (w, c) => c.GetAsync("me/reviews/count"),
        ["POST /api/v1/me/notifications/read"] = (w, c) =>
            c.PostAsync("me/notifications/read", new { upTo = Guid.Empty }),
        ["GET /api/v1/me/notification-preferences"] = (w, c) => c.GetAsync("me/notification-preferences"),
        ["PUT /api/v1/me/notification-preferences"] = (w, c) =>
            c.PutAsync("me/notification-preferences", new { preferences = Array.Empty<object>() }, Stale),
        ["POST /api/v1/me/calendar"] = (w, c) => c.PostAsync("me/calendar", null),
        ["GET /api/v1/me/calendar"] = async (w, c) =>
        {
            await c.PostAsync("me/calendar", null);
            return await c.GetAsync("me/calendar");
        },
        ["DELETE /api/v1/me/calendar"] = async (w, c) =>
        {
            await c.PostAsync("me/calendar", null);
            return await c.DeleteAsync("me/calendar");
        },
        ["GET /api/v1/portfolios/{id}/reminders"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/reminders"),
        ["PUT /api/v1/portfolios/{id}/reminders"] = (w, c) =>
            c.PutAsync(
                $"portfolios/{w.Mine.Id}/reminders",
                new
                {
                    daysBefore = 7,
                    onTheDay = true,
                    weeklyWhileLate = true,
                },
                Stale
            ),
        ["GET /api/v1/portfolios/{id}/webhooks"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/webhooks"),
        ["POST /api/v1/portfolios/{id}/webhooks"] = async (w, c) =>
        {
            var made = await c.PostAsync($"portfolios/{w.Mine.Id}/webhooks", WebhookBody);
            // A portfolio has so many at most.
            if (made.Status == 201)
                await w.Api.Administrator.DeleteAsync($"portfolios/{w.Mine.Id}/webhooks/{made.Id("id")}");
            return made;
        },
        ["GET /api/v1/portfolios/{id}/webhooks/{webhookId}"] = async (w, c) =>
            await c.GetAsync($"portfolios/{w.Mine.Id}/webhooks/{await w.WebhookAsync()}"),
        ["PUT /api/v1/portfolios/{id}/webhooks/{webhookId}"] = async (w, c) =>
            await c.PutAsync($"portfolios/{w.Mine.Id}/webhooks/{await w.WebhookAsync()}", WebhookBody, Stale),
        ["DELETE /api/v1/portfolios/{id}/webhooks/{webhookId}"] = async (w, c) =>
            await c.DeleteAsync($"portfolios/{w.Mine.Id}/webhooks/{await w.WebhookAsync()}"),
        ["POST /api/v1/portfolios/{id}/webhooks/{webhookId}/secret"] = async (w, c) =>
            await c.PostAsync($"portfolios/{w.Mine.Id}/webhooks/{await w.WebhookAsync()}/secret", null),
        ["POST /api/v1/portfolios/{id}/webhooks/{webhookId}/test"] = async (w, c) =>
            await c.PostAsync($"portfolios/{w.Mine.Id}/webhooks/{await w.WebhookAsync()}/test", null),
        ["GET /api/v1/portfolios/{id}/webhooks/{webhookId}/deliveries"] = async (w, c) =>
            await c.GetAsync($"portfolios/{w.Mine.Id}/webhooks/{await w.WebhookAsync()}/deliveries"),
        ["POST /api/v1/portfolios/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/retry"] = async (w, c) =>
            await c.PostAsync(
                $"portfolios/{w.Mine.Id}/webhooks/{await w.WebhookAsync()}/deliveries/{Guid.Empty}/retry",
                null
            ),
        ["GET /api/v1/portfolios/{id}/closings"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/closings"),
        // A day that is closed already: whoever may close is stopped there.
        ["POST /api/v1/portfolios/{id}/closings"] = async (w, c) =>
        {
            await w.ClosingAsync();
            return await c.PostAsync($"portfolios/{w.Mine.Id}/closings", new { asOf = "2016-01-01" });
        },
        ["GET /api/v1/portfolios/{id}/closings/{closingId}"] = async (w, c) => await c.GetAsync(await w.ClosingAsync()),
        ["GET /api/v1/portfolios/{id}/closings/{closingId}/changes"] = async (w, c) =>
            await c.GetAsync($"{await w.ClosingAsync()}/changes"),
        ["GET /api/v1/portfolios/{id}/closings/{closingId}/report.xlsx"] = async (w, c) =>
            await c.GetAsync($"{await w.ClosingAsync()}/report.xlsx"),
        ["GET /api/v1/portfolios/{id}/closings/{closingId}/dashboard.json"] = async (w, c) =>
            await c.GetAsync($"{await w.ClosingAsync()}/dashboard.json"),
        ["POST /api/v1/imports"] = (w, c) =>
            c.UploadAsync(
                $"imports?portfolioId={w.Mine.Id}",
                "grants.csv",
                Encoding.UTF8.GetBytes("no columns\nthat are known\n")
            ),

        ["GET /api/v1/imports/{id}"] = async (w, c) => await c.GetAsync($"imports/{await ImportedAsync(w)}"),
        ["GET /api/v1/imports/{id}/rejected.csv"] = async (w, c) =>
            await c.GetAsync($"imports/{await ImportedAsync(w)}/rejected.csv"),
        ["POST /api/v1/imports/{id}/reversal"] = async (w, c) =>
            await c.PostAsync($"imports/{await ImportedAsync(w)}/reversal", new { reason = "A mistake" }),
        ["GET /api/v1/portfolios/{id}/imports"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/imports"),
        ["GET /api/v1/portfolios/{id}/import-mappings"] = (w, c) =>
            c.GetAsync($"portfolios/{w.Mine.Id}/import-mappings"),
        ["GET /api/v1/portfolios/{id}/import-mappings/{name}"] = (w, c) =>
            c.GetAsync($"portfolios/{w.Mine.Id}/import-mappings/vendee"),
        ["PUT /api/v1/portfolios/{id}/import-mappings/{name}"] = (w, c) => MapAsync(w, c),
        ["DELETE /api/v1/portfolios/{id}/import-mappings/{name}"] = async (w, c) =>
        {
            (await MapAsync(w, w.Api.Administrator)).ShouldBe(200);
            return await c.DeleteAsync($"portfolios/{w.Mine.Id}/import-mappings/ours");
        },

        ["GET /api/v1/views"] = (w, c) => c.GetAsync("views"),
        ["POST /api/v1/views"] = (w, c) =>
            c.PostAsync(
                "views",
                new
                {
                    name = w.Api.NewCode("VIEW"),
                    query = "phase=modelling",
                    portfolioId = w.Mine.Id,
                }
            ),
        ["PUT /api/v1/views/{viewId}"] = async (w, c) =>
            await c.PutAsync($"views/{await w.ViewAsync()}", new { name = "Theirs", query = "" }, Stale),
        ["DELETE /api/v1/views/{viewId}"] = async (w, c) => await c.DeleteAsync($"views/{await w.ViewAsync()}"),

        ["GET /api/v1/projects"] = (w, c) => c.GetAsync("projects"),
        ["POST /api/v1/projects"] = (w, c) =>
            c.PostAsync(
                "projects",
                new
                {
                    code = w.Api.NewCode("NEW"),
                    name = "New",
                    ownerOrganisationId = w.Mine.OrganisationId,
                    portfolioId = w.Mine.Id,
                    startedOn = "2020-01-01",
                }
            ),
        ["GET /api/v1/projects/{id}"] = (w, c) => c.GetAsync(w.Project.Path),
        ["PUT /api/v1/projects/{id}"] = (w, c) =>
            c.PutAsync(
                w.Project.Path,
                new
                {
                    name = "Changed",
                    socioEconomicModel = "operator",
                    sdgs = Array.Empty<int>(),
                    domains = Array.Empty<string>(),
                },
                Stale
            ),
        ["POST /api/v1/projects/{id}/void"] = async (w, c) =>
            await c.PostAsync($"{(await VoidableAsync(w)).Path}/void", new { reason = "Entered twice" }),
        ["PUT /api/v1/projects/{id}/territories"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/territories", Array.Empty<object>(), Stale),
        ["PUT /api/v1/projects/{id}/stakeholders"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/stakeholders", Array.Empty<object>(), Stale),
        ["PUT /api/v1/projects/{id}/members/{userId}"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/members/{w.Somebody}", null),
        ["DELETE /api/v1/projects/{id}/members/{userId}"] = async (w, c) =>
        {
            (await w.Api.Administrator.PutAsync($"{w.Project.Path}/members/{w.Somebody}", null)).ShouldBe(200);
            return await c.DeleteAsync($"{w.Project.Path}/members/{w.Somebody}");
        },
        ["GET /api/v1/projects/{id}/ratios"] = (w, c) => c.GetAsync($"{w.Project.Path}/ratios"),
        ["GET /api/v1/projects/{id}/history"] = (w, c) => c.GetAsync($"{w.Project.Path}/history"),
        ["GET /api/v1/projects/{id}/transitions"] = (w, c) => c.GetAsync($"{w.Project.Path}/transitions"),
        ["GET /api/v1/projects/{id}/transitions/available"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/transitions/available"),
        ["POST /api/v1/projects/{id}/transitions"] = (w, c) =>
            c.PostAsync(
                $"{w.Project.Path}/transitions",
                new { trigger = "advance", effectiveOn = "2016-01-01" },
                Stale
            ),
        ["POST /api/v1/projects/{id}/transitions/{transitionId}/decision"] = (w, c) =>
            c.PostAsync($"{w.Project.Path}/transitions/{w.Pending}/decision", new { decision = "approve" }, Stale),
        ["POST /api/v1/projects/{id}/transitions/{transitionId}/withdrawal"] = (w, c) =>
            c.PostAsync($"{w.Project.Path}/transitions/{w.Pending}/withdrawal", new { }, Stale),
        ["GET /api/v1/projects/{id}/evaluations"] = (w, c) => c.GetAsync($"{w.Project.Path}/evaluations"),
        ["POST /api/v1/projects/{id}/evaluations"] = (w, c) =>
            c.PostAsync(
                $"{w.Project.Path}/evaluations",
                new
                {
                    phase = "conception",
                    form = "performance",
                    maturity = "narrated",
                    carriedOutOn = "2016-01-01",
                    evaluator = "A university",
                    participants = new[] { "beneficiaries" },
                    findings = "It works",
                    verdict = "favourable",
                }
            ),
        ["GET /api/v1/projects/{id}/plan"] = (w, c) => c.GetAsync($"{w.Project.Path}/plan"),
        ["PUT /api/v1/projects/{id}/plan"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/plan", new { lines = Array.Empty<object>() }, Stale),
        ["GET /api/v1/projects/{id}/commitments"] = (w, c) => c.GetAsync($"{w.Project.Path}/commitments"),
        ["POST /api/v1/projects/{id}/commitments"] = (w, c) => w.Project.TryCommitAsync(10, by: c),
        ["POST /api/v1/projects/{id}/commitments/{commitmentId}/cancellation"] = async (w, c) =>
            await c.PostAsync(
                $"{w.Project.Path}/commitments/{await w.Project.CommitAsync(10)}/cancellation",
                new { reason = "Not needed", cancelledOn = "2016-01-01" }
            ),
        ["GET /api/v1/projects/{id}/commitments/{commitmentId}/deliveries"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/commitments/{w.Commitment}/deliveries"),
        ["POST /api/v1/projects/{id}/commitments/{commitmentId}/deliveries"] = (w, c) =>
            w.Project.DeliverAsync(w.Commitment, 1, by: c),
        ["POST /api/v1/projects/{id}/commitments/{commitmentId}/deliveries/{deliveryId}/reversal"] = async (w, c) =>
            await c.PostAsync(
                $"{w.Project.Path}/commitments/{w.Commitment}/deliveries/{(await w.Project.DeliverAsync(w.Commitment, 1)).ShouldBe(201).Id("id")}/reversal",
                new { reason = "Paid twice", reversedOn = "2016-01-01" }
            ),

        ["GET /api/v1/projects/{id}/documents"] = (w, c) => c.GetAsync($"{w.Project.Path}/documents"),
        ["POST /api/v1/projects/{id}/documents"] = (w, c) => Documents.DocumentFiles.AddAsync(c, w.Project),
        ["GET /api/v1/projects/{id}/documents/{documentId}"] = async (w, c) =>
            await c.GetAsync($"{w.Project.Path}/documents/{await w.DocumentAsync()}"),
        ["GET /api/v1/projects/{id}/documents/{documentId}/content"] = async (w, c) =>
            await c.GetAsync($"{w.Project.Path}/documents/{await w.DocumentAsync()}/content"),
        ["DELETE /api/v1/projects/{id}/documents/{documentId}"] = async (w, c) =>
            await c.DeleteAsync($"{w.Project.Path}/documents/{await w.DocumentAsync()}", new { reason = "" }),
        ["GET /api/v1/projects/{id}/agreements/{portfolioId}"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/agreements/{w.Mine.Id}"),
        ["PUT /api/v1/projects/{id}/agreements/{portfolioId}"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/agreements/{w.Mine.Id}", AccessWorld.Agreement, Stale),
        ["GET /api/v1/projects/{id}/agreements/{portfolioId}/versions"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/agreements/{w.Mine.Id}/versions"),
        ["GET /api/v1/projects/{id}/commitments/{commitmentId}/repayments"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/commitments/{w.Loan}/repayments"),
        ["POST /api/v1/projects/{id}/commitments/{commitmentId}/repayments"] = (w, c) =>
            c.PostAsync(
                $"{w.Project.Path}/commitments/{w.Loan}/repayments",
                new { amount = w.Project.Money(1), repaidOn = "2016-01-01" }
            ),
        // Who may is stopped by what is not there: nothing is taken back.
        ["POST /api/v1/projects/{id}/commitments/{commitmentId}/repayments/{repaymentId}/reversal"] = (w, c) =>
            c.PostAsync(
                $"{w.Project.Path}/commitments/{w.Loan}/repayments/{Guid.Empty}/reversal",
                new { reason = "Booked twice", reversedOn = "2016-01-01" }
            ),
        ["GET /api/v1/portfolios/{id}/agreements"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/agreements"),
        ["GET /api/v1/portfolios/{id}/providers"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/providers"),
        ["GET /api/v1/projects/{id}/alliances"] = (w, c) => c.GetAsync($"{w.Project.Path}/alliances"),
        ["POST /api/v1/projects/{id}/alliances"] = (w, c) =>
            c.PostAsync($"{w.Project.Path}/alliances", AccessWorld.Together),
        ["GET /api/v1/projects/{id}/alliances/{allianceId}"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/alliances/{w.Alliance}"),
        ["PUT /api/v1/projects/{id}/alliances/{allianceId}"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/alliances/{w.Alliance}", AccessWorld.Together, Stale),
        ["GET /api/v1/projects/{id}/alliances/{allianceId}/versions"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/alliances/{w.Alliance}/versions"),
        ["GET /api/v1/portfolios/{id}/alliances"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/alliances"),
        ["GET /api/v1/programmes"] = (w, c) => c.GetAsync("programmes"),
        ["POST /api/v1/programmes"] = (w, c) =>
            c.PostAsync(
                "programmes",
                new
                {
                    code = w.Api.NewCode("PATH"),
                    name = "A path",
                    portfolioId = w.Mine.Id,
                }
            ),
        ["GET /api/v1/programmes/{id}"] = (w, c) => c.GetAsync($"programmes/{w.Programme.Id}"),
        ["PUT /api/v1/programmes/{id}"] = (w, c) =>
            c.PutAsync($"programmes/{w.Programme.Id}", new { code = "PATH", name = "A path" }, Stale),
        ["GET /api/v1/programmes/{id}/versions"] = (w, c) => c.GetAsync($"programmes/{w.Programme.Id}/versions"),
        ["GET /api/v1/programmes/{id}/cohorts"] = (w, c) => c.GetAsync($"programmes/{w.Programme.Id}/cohorts"),
        ["POST /api/v1/programmes/{id}/cohorts"] = (w, c) =>
            c.PostAsync($"programmes/{w.Programme.Id}/cohorts", new { startsOn = "2020-01-01" }),
        ["GET /api/v1/cohorts/{id}"] = (w, c) => c.GetAsync(w.Programme.Path),
        ["PUT /api/v1/cohorts/{id}"] = (w, c) => c.PutAsync(w.Programme.Path, new { startsOn = "2020-01-01" }, Stale),
        ["GET /api/v1/cohorts/{id}/versions"] = (w, c) => c.GetAsync($"{w.Programme.Path}/versions"),
        ["GET /api/v1/cohorts/{id}/sessions/{code}"] = (w, c) => c.GetAsync($"{w.Programme.Path}/sessions/S1"),
        ["PUT /api/v1/cohorts/{id}/sessions/{code}"] = (w, c) =>
            c.PutAsync($"{w.Programme.Path}/sessions/S1", new { on = "2020-01-01" }, Stale),
        ["GET /api/v1/cohorts/{id}/participations"] = (w, c) => c.GetAsync($"{w.Programme.Path}/participations"),
        ["POST /api/v1/cohorts/{id}/participations"] = (w, c) =>
            c.PostAsync($"{w.Programme.Path}/participations", w.Programme.Somebody(w.Api.NewCode("Territory"))),
        ["GET /api/v1/participations/{id}"] = (w, c) => c.GetAsync($"participations/{w.Participation}"),
        ["PUT /api/v1/participations/{id}"] = (w, c) =>
            c.PutAsync($"participations/{w.Participation}", w.Programme.Somebody("Nanterre"), Stale),
        ["GET /api/v1/participations/{id}/versions"] = (w, c) =>
            c.GetAsync($"participations/{w.Participation}/versions"),
        ["GET /api/v1/participations/{id}/coachings"] = (w, c) =>
            c.GetAsync($"participations/{w.Participation}/coachings"),
        ["POST /api/v1/participations/{id}/coachings"] = (w, c) =>
            c.PostAsync(
                $"participations/{w.Participation}/coachings",
                new
                {
                    before = "S2",
                    on = "2018-06-01",
                    note = "What is next",
                }
            ),
        ["GET /api/v1/participations/{id}/files"] = (w, c) => c.GetAsync($"participations/{w.Participation}/files"),
        ["POST /api/v1/participations/{id}/files"] = (w, c) =>
            c.PostAsync(
                $"participations/{w.Participation}/files",
                new
                {
                    kind = "roadmap",
                    on = "2018-06-01",
                    title = "Road map",
                    url = "https://example.org/road-map",
                }
            ),
        ["GET /api/v1/catalysts"] = (w, c) => c.GetAsync("catalysts"),
        ["POST /api/v1/catalysts"] = (w, c) => c.PostAsync("catalysts", w.Catalyst),
        ["GET /api/v1/catalysts/{id}"] = (w, c) => c.GetAsync($"catalysts/{w.Mine.OrganisationId}"),
        ["PUT /api/v1/catalysts/{id}"] = (w, c) => c.PutAsync($"catalysts/{w.Mine.OrganisationId}", w.Catalyst, Stale),
        ["GET /api/v1/catalysts/{id}/versions"] = (w, c) => c.GetAsync($"catalysts/{w.Mine.OrganisationId}/versions"),
        ["GET /api/v1/projects/{id}/impacts"] = (w, c) => c.GetAsync($"{w.Project.Path}/impacts"),
        ["POST /api/v1/projects/{id}/impacts"] = (w, c) => c.PostAsync($"{w.Project.Path}/impacts", AccessWorld.Effect),
        ["GET /api/v1/projects/{id}/impacts/{impactId}"] = (w, c) => c.GetAsync($"{w.Project.Path}/impacts/{w.Impact}"),
        ["PUT /api/v1/projects/{id}/impacts/{impactId}"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/impacts/{w.Impact}", AccessWorld.Effect, Stale),
        ["GET /api/v1/projects/{id}/impacts/{impactId}/versions"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/impacts/{w.Impact}/versions"),
        ["GET /api/v1/portfolios/{id}/cube.csv"] = (w, c) =>
            c.GetAsync($"portfolios/{w.Mine.Id}/cube.csv?rows=domain&columns=region&measure=committed"),
        ["GET /api/v1/portfolios/{id}/cube.xlsx"] = (w, c) =>
            c.GetAsync($"portfolios/{w.Mine.Id}/cube.xlsx?rows=domain&columns=region&measure=committed"),
        ["GET /api/v1/portfolios/{id}/cube/projects"] = (w, c) =>
            c.GetAsync($"portfolios/{w.Mine.Id}/cube/projects?rows=domain&columns=region&measure=committed"),
        ["GET /api/v1/portfolios/{id}/moves"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/moves"),
        ["GET /api/v1/portfolios/{id}/observatory.csv"] = (w, c) =>
            c.GetAsync($"portfolios/{w.Mine.Id}/observatory.csv"),
        ["GET /api/v1/portfolios/{id}/observatory.xlsx"] = (w, c) =>
            c.GetAsync($"portfolios/{w.Mine.Id}/observatory.xlsx"),
        ["POST /api/v1/observatory/imports"] = (w, c) =>
            c.UploadAsync("observatory/imports", "observations.csv", "no columns\nthat are known\n"u8.ToArray()),
        ["GET /api/v1/observatory"] = (w, c) => c.GetAsync("observatory"),
        ["GET /api/v1/portfolios/{id}/observatory"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/observatory"),
        ["GET /api/v1/questionnaires"] = (w, c) => c.GetAsync("questionnaires"),
        ["GET /api/v1/projects/{id}/diagnoses"] = (w, c) => c.GetAsync($"{w.Project.Path}/diagnoses"),
        ["POST /api/v1/projects/{id}/diagnoses"] = (w, c) =>
            c.PostAsync(
                $"{w.Project.Path}/diagnoses",
                new
                {
                    questionnaire = "projectReadiness",
                    date = "2020-01-01",
                    answers = new[] { new { question = "solution", level = "begun" } },
                }
            ),
        ["GET /api/v1/portfolios/{id}/diagnoses"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/diagnoses"),
        ["POST /api/v1/projects/{id}/impacts/{impactId}/readings"] = (w, c) =>
            c.PostAsync(
                $"{w.Project.Path}/impacts/{w.Impact}/readings",
                new
                {
                    on = "2016-01-01",
                    outcome = "partly",
                    note = "Seen",
                }
            ),
        ["GET /api/v1/portfolios/{id}/indicators"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/indicators"),
        ["PUT /api/v1/portfolios/{id}/indicators"] = (w, c) =>
            c.PutAsync(
                $"portfolios/{w.Mine.Id}/indicators",
                new { indicators = new[] { IndicatorApi.Indicator("JOBS") } },
                Stale
            ),
        ["GET /api/v1/portfolios/{id}/indicators/versions"] = (w, c) =>
            c.GetAsync($"portfolios/{w.Mine.Id}/indicators/versions"),
        ["GET /api/v1/projects/{id}/indicator-readings"] = (w, c) => c.GetAsync($"{w.Project.Path}/indicator-readings"),
        ["POST /api/v1/projects/{id}/indicator-readings"] = (w, c) =>
            c.PostAsync(
                $"{w.Project.Path}/indicator-readings",
                new
                {
                    indicator = "JOBS",
                    on = "2016-01-01",
                    value = 1,
                    source = "Counted",
                }
            ),
        ["POST /api/v1/projects/{id}/indicator-readings/{readingId}/reversal"] = (w, c) =>
            c.PostAsync(
                $"{w.Project.Path}/indicator-readings/{Guid.Empty}/reversal",
                new { reason = "Counted twice", reversedOn = "2016-01-01" }
            ),
        ["GET /api/v1/projects/{id}/indicator-targets"] = (w, c) => c.GetAsync($"{w.Project.Path}/indicator-targets"),
        ["PUT /api/v1/projects/{id}/indicator-targets"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/indicator-targets", new { targets = Array.Empty<object>() }, Stale),
        ["GET /api/v1/projects/{id}/indicator-targets/versions"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/indicator-targets/versions"),
        ["GET /api/v1/projects/{id}/evaluation-plan"] = (w, c) => c.GetAsync($"{w.Project.Path}/evaluation-plan"),
        ["PUT /api/v1/projects/{id}/evaluation-plan"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/evaluation-plan", new { evaluations = Array.Empty<object>() }, Stale),
        ["GET /api/v1/projects/{id}/evaluation-plan/versions"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/evaluation-plan/versions"),
        ["GET /api/v1/projects/{id}/economics/current"] = (w, c) => c.GetAsync($"{w.Project.Path}/economics/current"),
        ["PUT /api/v1/projects/{id}/economics/current"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/economics/current", AccessWorld.Picture, Stale),
        ["GET /api/v1/projects/{id}/economics/current/versions"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/economics/current/versions"),
        ["GET /api/v1/projects/{id}/economics/target"] = (w, c) => c.GetAsync($"{w.Project.Path}/economics/target"),
        ["PUT /api/v1/projects/{id}/economics/target"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/economics/target", AccessWorld.Picture, Stale),
        ["GET /api/v1/projects/{id}/economics/target/versions"] = (w, c) =>
            c.GetAsync($"{w.Project.Path}/economics/target/versions"),
        ["GET /api/v1/projects/{id}/participations"] = (w, c) => c.GetAsync($"{w.Project.Path}/participations"),
        ["GET /api/v1/projects/{id}/risks"] = (w, c) => c.GetAsync($"{w.Project.Path}/risks"),
        ["PUT /api/v1/projects/{id}/risks"] = (w, c) =>
            c.PutAsync($"{w.Project.Path}/risks", new { risks = Array.Empty<object>() }, Stale),
        ["GET /api/v1/projects/{id}/risks/versions"] = (w, c) => c.GetAsync($"{w.Project.Path}/risks/versions"),
        ["GET /api/v1/portfolios/{id}/territories"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/territories"),
        ["GET /api/v1/portfolios/{id}/risks"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/risks"),
        ["GET /api/v1/portfolios/{id}/impacts"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/impacts"),
        ["GET /api/v1/portfolios/{id}/lessons"] = (w, c) => c.GetAsync($"portfolios/{w.Mine.Id}/lessons"),
        ["GET /api/v1/projects/{id}/progress-reports"] = (w, c) => c.GetAsync($"{w.Project.Path}/progress-reports"),
        ["GET /api/v1/projects/{id}/progress-reports/{period}"] = (w, c) => c.GetAsync(ProgressOf(w)),
        ["GET /api/v1/projects/{id}/progress-reports/{period}/versions"] = (w, c) =>
            c.GetAsync($"{ProgressOf(w)}/versions"),
        ["PUT /api/v1/projects/{id}/progress-reports/{period}"] = (w, c) =>
            c.PutAsync(ProgressOf(w), new { sections = Array.Empty<object>() }, Stale),
        ["POST /api/v1/projects/{id}/progress-reports/{period}/submission"] = (w, c) =>
            c.PostAsync($"{ProgressOf(w)}/submission", null, Stale),
        ["POST /api/v1/projects/{id}/progress-reports/{period}/decision"] = (w, c) =>
            c.PostAsync($"{ProgressOf(w)}/decision", new { decision = "accept" }, Stale),
        ["GET /api/v1/portfolios/{id}/progress-reports"] = (w, c) =>
            c.GetAsync($"portfolios/{w.Mine.Id}/progress-reports"),
        ["GET /api/v1/deadlines"] = (w, c) => c.GetAsync("deadlines"),
        ["GET /api/v1/reference/alliance-kinds"] = (w, c) => c.GetAsync("reference/alliance-kinds"),
        ["GET /api/v1/reference/risks"] = (w, c) => c.GetAsync("reference/risks"),
        ["GET /api/v1/reference/resources"] = (w, c) => c.GetAsync("reference/resources"),
        ["GET /api/v1/reference/alliance-kinds/versions"] = (w, c) => c.GetAsync("reference/alliance-kinds/versions"),
        ["GET /api/v1/reference/risks/versions"] = (w, c) => c.GetAsync("reference/risks/versions"),
        ["GET /api/v1/reference/resources/versions"] = (w, c) => c.GetAsync("reference/resources/versions"),
        ["GET /api/v1/reference/ratio-references/versions"] = (w, c) =>
            c.GetAsync("reference/ratio-references/versions"),
        ["GET /api/v1/reference/need-profile/versions"] = (w, c) => c.GetAsync("reference/need-profile/versions"),
        ["PUT /api/v1/reference/alliance-kinds"] = (w, c) =>
            c.PutAsync("reference/alliance-kinds", new { items = Array.Empty<object>() }, Stale),
        ["PUT /api/v1/reference/resources"] = (w, c) =>
            c.PutAsync("reference/resources", new { items = Array.Empty<object>() }, Stale),
        ["GET /api/v1/resources"] = (w, c) => c.GetAsync("resources"),
        ["PUT /api/v1/reference/risks"] = (w, c) =>
            c.PutAsync("reference/risks", new { items = Array.Empty<object>() }, Stale),

        ["GET /api/v1/projects/export.xlsx"] = (w, c) => c.GetAsync("projects/export.xlsx"),
        ["GET /api/v1/projects/export.csv"] = (w, c) => c.GetAsync("projects/export.csv"),
        ["GET /api/v1/projects/export.json"] = (w, c) => c.GetAsync("projects/export.json"),
        ["GET /api/v1/transitions/export.xlsx"] = (w, c) => c.GetAsync("transitions/export.xlsx"),
        ["GET /api/v1/transitions/export.csv"] = (w, c) => c.GetAsync("transitions/export.csv"),
        ["GET /api/v1/transitions/export.json"] = (w, c) => c.GetAsync("transitions/export.json"),
        ["GET /api/v1/commitments/export.xlsx"] = (w, c) => c.GetAsync("commitments/export.xlsx"),
        ["GET /api/v1/commitments/export.csv"] = (w, c) => c.GetAsync("commitments/export.csv"),
        ["GET /api/v1/commitments/export.json"] = (w, c) => c.GetAsync("commitments/export.json"),
        ["GET /api/v1/deliveries/export.xlsx"] = (w, c) => c.GetAsync("deliveries/export.xlsx"),
        ["GET /api/v1/deliveries/export.csv"] = (w, c) => c.GetAsync("deliveries/export.csv"),
        ["GET /api/v1/deliveries/export.json"] = (w, c) => c.GetAsync("deliveries/export.json"),

        ["GET /.well-known/pipeline-closing-keys"] = (w, c) => c.GetAsync("../../.well-known/pipeline-closing-keys"),
        ["GET /calendar/{token}.ics"] = (w, c) => c.GetAsync("../../calendar/forged.ics"),
        ["GET /health/live"] = (w, c) => c.GetAsync("../../health/live"),
        ["GET /health/ready"] = (w, c) => c.GetAsync("../../health/ready"),
        ["GET /openapi/{documentName}.json"] = (w, c) => c.GetAsync("../../openapi/v1.json"),
        ["GET /sign-in/provider"] = (w, c) => c.GetAsync("../../sign-in/provider"),
        ["GET /sign-in/callback"] = (w, c) => c.GetAsync("../../sign-in/callback"),
    };

    /// <summary>The cells of each endpoint, in the order of <see cref="AccessWorld.Columns"/>.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<int>> Rows = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(line => line.Split('|'))
        .ToDictionary(
            parts => Spaces().Replace(parts[0].Trim(), " "),
            parts =>
                (IReadOnlyList<int>)
                    [
                        .. parts
                            .Skip(1)
                            .SelectMany(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                            .Select(cell => int.Parse(cell, null)),
                    ]
        );

    /// <summary>A route as the table writes it: without the kinds of its parameters.</summary>
    private static string ProgressOf(AccessWorld w) => $"{w.Project.Path}/progress-reports/{AccessWorld.Period}";

    public static string Plain(string route) => Constraints().Replace("/" + route.Trim('/'), "}");

    private static Task<Reply> MapAsync(AccessWorld world, Client client) =>
        client.PutAsync(
            $"portfolios/{world.Mine.Id}/import-mappings/ours",
            new { columns = new Dictionary<string, string> { ["What"] = "title" } }
        );

    // A file without a row that is right: nothing of the world is changed by it.
    private static async Task<Guid> ImportedAsync(AccessWorld world) =>
        (
            await world.Api.Administrator.UploadAsync(
                $"imports?portfolioId={world.Mine.Id}&onError=skip",
                "grants.csv",
                Encoding.UTF8.GetBytes(
                    "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Name\nG-1,One,EUR,much,2015-01-01,Somebody,The Fund\n"
                )
            )
        )
            .ShouldBe(200)
            .Id("importId");

    // A project of the other fund that the first one holds a part of.
    // Of everybody's of the first organisation, its owner's too.
    private static async Task<TestProject> VoidableAsync(AccessWorld world)
    {
        var project = await world.Mine.ProjectAsync();
        (
            await world.Api.Administrator.PutAsync($"{project.Path}/members/{world.Caller("owner").UserId}", null)
        ).ShouldBe(200);
        return project;
    }

    private static async Task<TestProject> HeldAsync(AccessWorld world)
    {
        var project = await world.Other.ProjectAsync();
        (
            await world.Api.Administrator.PutAsync(
                $"portfolios/{world.Mine.Id}/holdings/{project.Id}",
                new { kind = "coFunder" }
            )
        ).ShouldBe(200);
        return project;
    }

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();

    [GeneratedRegex(@":[a-z]+\}")]
    private static partial Regex Constraints();
}
