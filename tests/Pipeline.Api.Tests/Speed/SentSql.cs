using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Speed;

/// <summary>Listens to what one database is sent while something is done, and shows how SQLite would go about it where it is one of SQLite.</summary>
internal sealed class SentSql : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _connection;
    private readonly (string, string) _database;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<(string Sql, List<(string Name, object Value)> Values)> _sent = [];

    private SentSql(string connection, string server, string database)
    {
        (_connection, _database) = (connection, (server, database));
        var all = DiagnosticListener.AllListeners.Subscribe(this);
        lock (_subscriptions)
            _subscriptions.Add(all);
    }

    public int Count
    {
        get
        {
            lock (_sent)
                return _sent.Count;
        }
    }

    /// <summary>What was sent, one after the other.</summary>
    public IReadOnlyList<string> Statements
    {
        get
        {
            lock (_sent)
                return [.. _sent.Select(s => s.Sql)];
        }
    }

    /// <summary>Everything that was sent meanwhile; tests of other databases run beside this one.</summary>
    public static async Task<SentSql> DuringAsync(PipelineApi api, Func<Task> work)
    {
        using var sent = await api.InDatabaseAsync(db =>
        {
            var connection = db.Database.GetDbConnection();
            return Task.FromResult(
                new SentSql(connection.ConnectionString, connection.DataSource, connection.Database)
            );
        });
        await work();
        return sent;
    }

    /// <summary>Steps of the plans that go through all of a table, each with its statement; not through what the statement has made itself, whose own steps are looked at.</summary>
    public IReadOnlyList<string> Scans()
    {
        var steps = Steps();
        var made = steps
            .Where(s => s.Step.Split(' ') is ["CO-ROUTINE" or "MATERIALIZE", _])
            .Select(s => (s.Sql, Name: s.Step.Split(' ')[1]))
            .ToHashSet();
        return
        [
            .. steps
                .Where(s => s.Step.Split(' ') is ["SCAN", var name, ..] && !made.Contains((s.Sql, name)))
                .Select(s => $"{s.Step}\n{s.Sql}"),
        ];
    }

    /// <summary>The steps of the plans, each with its statement.</summary>
    public IReadOnlyList<(string Step, string Sql)> Steps()
    {
        using var connection = new SqliteConnection(_connection);
        connection.Open();
        var steps = new List<(string, string)>();
        foreach (var (sql, values) in _sent.Where(s => s.Sql.StartsWith("SELECT", StringComparison.Ordinal)))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
            foreach (var (name, value) in values)
                command.Parameters.AddWithValue(name, value);
            using var reader = command.ExecuteReader();
            while (reader.Read())
                steps.Add((reader.GetString(3), sql));
        }
        return steps;
    }

    public void Dispose()
    {
        lock (_subscriptions)
        {
            foreach (var subscription in _subscriptions)
                subscription.Dispose();
            _subscriptions.Clear();
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name != DbLoggerCategory.Name)
            return;
        lock (_subscriptions)
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value.Value is not CommandEventData { Command: var command }
            || value.Key != RelationalEventId.CommandExecuting.Name
        )
            return;
        if ((command.Connection?.DataSource, command.Connection?.Database) != _database)
            return;
        if (IsOfWorker(command.CommandText))
            return;
        lock (_sent)
            _sent.Add(
                (
                    command.CommandText,
                    [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value!))]
                )
            );
    }

    // Workers run beside whatever is measured; a request only writes to the outbox, and none that is measured looks at webhooks, at their messages or at an inbox.
    private static bool IsOfWorker(string sql) =>
        sql.Contains("\"Webhooks\"", StringComparison.Ordinal)
        || sql.Contains("\"WebhookDeliveries\"", StringComparison.Ordinal)
        || sql.Contains("\"Notification", StringComparison.Ordinal)
        || (
            sql.Contains("\"Outbox\"", StringComparison.Ordinal) && !sql.StartsWith("INSERT", StringComparison.Ordinal)
        );

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
