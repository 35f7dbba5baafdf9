using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.Hosting.Metrics;

/// <summary>What the product counts of itself, under the meter <c>Pipeline</c>; requests are counted by the framework (docs/operations.md).</summary>
internal sealed class PipelineMetrics
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "Pipeline";

    private readonly Counter<long> _transitions;
    private readonly Counter<long> _imports;
    private readonly Counter<long> _events;
    private readonly Histogram<long> _importRows;
    private readonly Histogram<double> _exportSeconds;
    private readonly Histogram<long> _exportRows;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;

    public PipelineMetrics(IMeterFactory meters, IServiceScopeFactory scopes, FileConcurrency files, TimeProvider time)
    {
        (_scopes, _time) = (scopes, time);
        var meter = meters.Create(Meter);
        _transitions = meter.CreateCounter<long>(
            "pipeline.transitions",
            "{transition}",
            "Reports and answers, by trigger and the status they led to."
        );
        _imports = meter.CreateCounter<long>("pipeline.imports", "{import}", "Files taken in, by format and outcome.");
        _events = meter.CreateCounter<long>(
            "pipeline.events",
            "{event}",
            "Events of the outbox that were delivered, by type."
        );
        _importRows = meter.CreateHistogram<long>("pipeline.import.rows", "{row}", "Rows of a file.");
        _exportSeconds = meter.CreateHistogram<double>(
            "pipeline.export.duration",
            "s",
            "From the request to the whole file."
        );
        _exportRows = meter.CreateHistogram<long>("pipeline.export.rows", "{row}", "Rows of a file that went out.");
        // Asked of the database only when somebody collects: one count on a small index.
        meter.CreateObservableGauge(
            "pipeline.reports.pending",
            Pending,
            "{report}",
            "Reports that wait for a manager."
        );
        meter.CreateObservableGauge(
            "pipeline.files.running",
            () => files.Running,
            "{file}",
            "Workbooks, exports and imports at this moment."
        );
        meter.CreateObservableGauge(
            "pipeline.files.waiting",
            () => files.Waiting,
            "{file}",
            "Requests for one that wait for their turn."
        );
    }

    /// <summary>A report was made, decided or withdrawn.</summary>
    public void Moved(Trigger trigger, TransitionStatus status) =>
        _transitions.Add(1, new("trigger", Codes.Of(trigger)), new("status", Codes.Of(status)));

    /// <summary>An event was delivered.</summary>
    public void Happened(string type) => _events.Add(1, new KeyValuePair<string, object?>("type", type));

    /// <summary>A file came in.</summary>
    /// <param name="outcome"><c>applied</c>, <c>dryRun</c> or <c>refused</c>.</param>
    public void Imported(string format, string outcome, int rows)
    {
        _imports.Add(1, new("format", format), new KeyValuePair<string, object?>("outcome", outcome));
        _importRows.Record(rows, new KeyValuePair<string, object?>("format", format));
    }

    /// <summary>A file goes out: measures until it is disposed of, and counts its rows where it came to its end.</summary>
    public ExportMeasure Export(string kind) => new(this, kind);

    private IEnumerable<Measurement<long>> Pending()
    {
        using var scope = _scopes.CreateScope();
        try
        {
            var db = scope.ServiceProvider.GetRequiredService<IPipelineDb>();
            return
            [
                new(
                    db.Transitions.LongCount(t =>
                        t.Decision == null
                        && t.Effect == null
                        && db.Projects.Any(p => p.Id == t.ProjectId && p.VoidedAt == null)
                    )
                ),
            ];
        }
        catch (DbException)
        {
            // No figure is better than a wrong one; health says what is the matter.
            return [];
        }
    }

    /// <summary>One export.</summary>
    internal sealed class ExportMeasure(PipelineMetrics metrics, string kind) : IDisposable
    {
        private readonly long _began = metrics._time.GetTimestamp();
        private string _outcome = "failed";

        public void Done(long rows)
        {
            _outcome = "written";
            metrics._exportRows.Record(rows, new KeyValuePair<string, object?>("kind", kind));
        }

        /// <summary>Rows that are written as they come: done when there are no more.</summary>
        public async IAsyncEnumerable<T> Through<T>(
            IAsyncEnumerable<T> rows,
            [EnumeratorCancellation] CancellationToken token = default
        )
        {
            var count = 0L;
            await foreach (var row in rows.WithCancellation(token))
            {
                count++;
                yield return row;
            }
            Done(count);
        }

        public void Dispose() =>
            metrics._exportSeconds.Record(
                metrics._time.GetElapsedTime(_began).TotalSeconds,
                new("kind", kind),
                new KeyValuePair<string, object?>("outcome", _outcome)
            );
    }
}
