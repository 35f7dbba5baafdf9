using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Commands that stay prepared with their connection: the library forgets a statement with its command, and working one out anew takes as long as answering it
/// (docs/adr/0072). Who is done with a command gives it back, reset, so that it holds neither a lock nor a moment of the file. Of one connection, hence of one
/// owner at a time.
/// </summary>
internal sealed class SqliteStatements(SqliteConnection connection)
{
    /// <summary>How many a connection keeps; who has not been asked for the longest goes first.</summary>
    public const int Most = 64;

    // A statement keeps what was last put into it.
    private const int LongestValue = 4096;

    private readonly Dictionary<string, Statement> _idle = new(new ByTheirEnd());
    private readonly LinkedList<Statement> _longest = new();
    private bool _closed;

    /// <summary>How many wait for the next who asks the same.</summary>
    public int Count => _idle.Count;

    /// <summary>How many somebody works with.</summary>
    public int Lent { get; private set; }

    /// <summary>Forgets all that nobody works with.</summary>
    public void Clear()
    {
        foreach (var statement in _longest)
            statement.Forget();
        _idle.Clear();
        _longest.Clear();
    }

    /// <summary>Forgets all, and keeps none from here on.</summary>
    public void Close()
    {
        _closed = true;
        Clear();
    }

    private Statement Create()
    {
        Lent++;
        return new(this) { Connection = connection, CommandTimeout = connection.DefaultTimeout };
    }

    private Statement PreparedAs(Statement asked)
    {
        asked.HoldsMuch = asked.Parameters.Cast<SqliteParameter>().Any(p => LengthOf(p.Value) > LongestValue);
        if (!_idle.Remove(asked.CommandText, out var prepared))
            return asked;
        _longest.Remove(prepared.Place);
        prepared.IsLent = true;
        prepared.HoldsMuch = asked.HoldsMuch;
        prepared.Transaction = asked.Transaction;
        prepared.CommandTimeout = asked.CommandTimeout;
        foreach (SqliteParameter parameter in asked.Parameters)
            prepared.Parameters.Add(parameter);
        asked.Parameters.Clear();
        // One of them is lent before and after.
        asked.Forget();
        return prepared;
    }

    private static int LengthOf(object? value) =>
        value switch
        {
            string text => text.Length,
            byte[] bytes => bytes.Length,
            _ => 0,
        };

    private bool TakesBack(Statement statement)
    {
        statement.IsLent = false;
        Lent--;
        if (_closed || statement.IsUnclear || statement.HoldsMuch || !_idle.TryAdd(statement.CommandText, statement))
            return false;
        statement.Parameters.Clear();
        statement.Transaction = null;
        _longest.AddLast(statement.Place);
        if (_idle.Count > Most)
        {
            var first = _longest.First!.Value;
            _longest.RemoveFirst();
            _idle.Remove(first.CommandText);
            first.Forget();
        }
        return true;
    }

    /// <summary>Hands them out in place of new ones, on connections that are kept.</summary>
    internal sealed class Lending : DbCommandInterceptor
    {
        public static readonly Lending Instance = new();

        /// <inheritdoc />
        public override InterceptionResult<DbCommand> CommandCreating(
            CommandCorrelatedEventData eventData,
            InterceptionResult<DbCommand> result
        ) =>
            !result.HasResult && eventData.Context is SqlitePipelineDbContext { Kept: { } kept }
                ? InterceptionResult<DbCommand>.SuppressWithResult(kept.Statements.Create())
                : result;

        /// <inheritdoc />
        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
            result is Statement asked ? asked.Owner.PreparedAs(asked) : result;
    }

    private sealed class Statement : SqliteCommand
    {
        private bool _failed;
        private bool _forgotten;

        public Statement(SqliteStatements owner) => (Owner, Place) = (owner, new(this));

        public SqliteStatements Owner { get; }

        public LinkedListNode<Statement> Place { get; }

        public bool IsLent { get; set; } = true;

        public bool HoldsMuch { get; set; }

        // It broke off before it had its reader, or whoever read with it is not at the end.
        public bool IsUnclear => _failed || DataReader is not null;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            _failed = true;
            var reader = base.ExecuteReader(behavior);
            _failed = false;
            return reader;
        }

        public void Forget()
        {
            _forgotten = true;
            Dispose();
        }

        protected override void Dispose(bool disposing)
        {
            // Whoever ends it twice has given it back at once.
            if (disposing && !_forgotten && (!IsLent || Owner.TakesBack(this)))
                return;
            base.Dispose(disposing);
        }
    }

    // Texts of thousands of characters, mostly the very same object: which column comes last and how long they are tells them apart.
    private sealed class ByTheirEnd : IEqualityComparer<string>
    {
        private const int End = 32;

        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string text) =>
            HashCode.Combine(text.Length, string.GetHashCode(text.AsSpan(Math.Max(0, text.Length - End))));
    }
}
