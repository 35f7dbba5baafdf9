using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>
/// Refuses what no text can have where a question is asked, before it comes to a database: one cuts a text at NUL, one keeps it, one refuses the whole
/// command.
/// </summary>
internal sealed class PlainTextMiddleware(RequestDelegate next)
{
    /// <exception cref="InvalidValueException"><c>invalid_text</c>, naming the query parameters.</exception>
    public Task InvokeAsync(HttpContext context)
    {
        var faults = context
            .Request.Query.Select(q => Guard.NoText(q.Value.ToString(), q.Key))
            .OfType<Fault>()
            .ToList();
        return faults.Count == 0 ? next(context) : throw InvalidValueException.Of(faults);
    }
}
