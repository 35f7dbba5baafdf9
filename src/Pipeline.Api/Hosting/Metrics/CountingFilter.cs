using Pipeline.Api.Endpoints;
using Pipeline.Application.Common;
using Pipeline.Application.Imports;
using Pipeline.Application.Transitions;

namespace Pipeline.Api.Hosting.Metrics;

/// <summary>Counts what happened by what is answered: no endpoint has to think of it, and an answer that is given again is not counted again.</summary>
internal sealed class CountingFilter(PipelineMetrics metrics) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        switch ((result as IValueHttpResult)?.Value)
        {
            case TransitionReply t:
                metrics.Moved(t.Trigger, t.Status);
                break;
            case Listed<DecisionOutcome> decided:
                foreach (var outcome in decided.Items)
                    if (outcome is { Done: true, Trigger: { } trigger, Status: { } status })
                        metrics.Moved(trigger, status);
                break;
            case IImportReport r:
                metrics.Imported(r.Format, r.Applied ? "applied" : "dryRun", r.RowsRead);
                break;
            case ImportProblem p:
                metrics.Imported(p.Format, "refused", p.RowsRead);
                break;
        }
        return result;
    }
}
