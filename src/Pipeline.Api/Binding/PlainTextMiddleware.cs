using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>Refuses the character NUL wherever text comes in: one database cuts a text there, one keeps it, one refuses the whole command.</summary>
internal sealed class PlainTextMiddleware(RequestDelegate next)
{
    /// <summary>Says so of one field.</summary>
    public static Text Refusal(string field) =>
        new($"{field} has a control character (U+0000).", $"{field} comporte un caractère de contrôle (U+0000).");

    /// <exception cref="InvalidValueException"><c>invalid_text</c>, naming the query parameter.</exception>
    public Task InvokeAsync(HttpContext context)
    {
        foreach (var (name, values) in context.Request.Query)
            if (values.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true))
                throw InvalidValueException.Of(name, "invalid_text", Refusal(name));
        return next(context);
    }
}
