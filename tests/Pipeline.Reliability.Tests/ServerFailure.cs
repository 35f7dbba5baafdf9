using System.Reflection;
using Microsoft.Data.SqlClient;

namespace Pipeline.Reliability.Tests;

/// <summary>SQL Server's own exception with a number of choice: its library makes it from what the wire says, and lets nobody else.</summary>
internal static class ServerFailure
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;

    public static SqlException Of(int number, byte severity = 16, Exception? cause = null)
    {
        var constructor = typeof(SqlError)
            .GetConstructors(Hidden)
            .OrderByDescending(c => c.GetParameters().Length)
            .First();
        var error = constructor.Invoke([.. constructor.GetParameters().Select(p => Argument(p, number, severity))]);
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        var create = typeof(SqlException).GetMethod(
            "CreateException",
            Hidden,
            [typeof(SqlErrorCollection), typeof(string)]
        )!;
        var failure = (SqlException)create.Invoke(null, [errors, "15.0.0"])!;
        typeof(Exception).GetField("_innerException", Hidden)!.SetValue(failure, cause);
        if (cause is not null)
            typeof(SqlException)
                .GetField("_clientConnectionId", Hidden)!
                .SetValue(failure, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        return failure;
    }

    private static object? Argument(ParameterInfo parameter, int number, byte severity) =>
        parameter.Name switch
        {
            "infoNumber" => number,
            "errorClass" => severity,
            _ when parameter.ParameterType == typeof(string) => "made for a test",
            _ => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null,
        };
}
