using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>Refuses the character NUL in an address: it is in no text, and a database that takes it differs from one that does not.</summary>
internal sealed class TextMiddleware(RequestDelegate next)
{
    /// <exception cref="InvalidValueException"><c>invalid_text</c>, with the parameter.</exception>
    public Task InvokeAsync(HttpContext context)
    {
        foreach (var (name, values) in context.Request.Query)
            if (HasNul(name) || values.Any(HasNul))
                throw InvalidValueException.Of(
                    name.Replace("\0", "", StringComparison.Ordinal),
                    "invalid_text",
                    Sentence
                );
        return next(context);
    }

    /// <summary>What is said of such a text.</summary>
    public static Text Sentence { get; } =
        new("The text has a control character (U+0000).", "Le texte comporte un caractère de contrôle (U+0000).");

    /// <summary>Whether a text has the character.</summary>
    public static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
