using Microsoft.Data.Sqlite;

namespace Pipeline.Benchmarks;

/// <summary>ADO.NET, short to write.</summary>
internal static class Sql
{
    public static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        return connection;
    }

    public static SqliteCommand Command(
        this SqliteConnection connection,
        string sql,
        params (string Name, object? Value)[] values
    )
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public static void Each(
        this SqliteConnection connection,
        string sql,
        Action<SqliteDataReader> row,
        params (string Name, object? Value)[] values
    )
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            row(reader);
    }

    public static List<T> All<T>(
        this SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> row,
        params (string Name, object? Value)[] values
    )
    {
        var all = new List<T>();
        connection.Each(sql, r => all.Add(row(r)), values);
        return all;
    }

    public static T One<T>(this SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = connection.Command(sql, values);
        return (T)
            Convert.ChangeType(command.ExecuteScalar()!, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    public static int Run(this SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>As the database keeps ids.</summary>
    public static string Key(this Guid id) => id.ToString().ToUpperInvariant();
}
