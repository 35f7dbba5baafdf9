using System.Globalization;
using System.Reflection;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>A query parameter: missing, or readable; anything else is a 422 that says what is expected.</summary>
internal sealed class Query<T>
    where T : struct
{
    private Query(T? value) => Value = value;

    public T? Value { get; }

    /// <summary>The value of a parameter that has to be there.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>.</exception>
    public T Required(string name) => Value ?? throw CommonRefusals.Required.With(name).At(name);

    public static ValueTask<Query<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        return new(new Query<T>(Read(context, QueryParameters.NameOf(parameter))));
    }

    /// <summary>The value of a parameter; null where it is missing.</summary>
    public static T? Read(HttpContext context, string name)
    {
        var text = context.Request.Query[name].ToString();
        return text.Length == 0 ? null : (T)Parse(text, name, context.IsPage());
    }

    /// <summary>Reads a value.</summary>
    /// <param name="name">The parameter that it stands in.</param>
    /// <param name="ofPage">Whether people see what is said of it.</param>
    internal static object Parse(string text, string name, bool ofPage)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (typeof(T).IsEnum)
        {
            var match = Enum.GetValues(typeof(T)).Cast<Enum>().FirstOrDefault(e => Codes.Of(e) == text);
            return match ?? throw Refuse(name, BindingRefusals.UnknownValue, text, Known(ofPage));
        }
        if (typeof(T) == typeof(Guid))
            return Guid.TryParseExact(text, "D", out var id)
                ? id
                : throw Refuse(name, BindingRefusals.InvalidId, text, "UUID");
        if (typeof(T) == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var number)
                ? number
                : throw Refuse(name, CommonRefusals.InvalidNumber, text, "0, 1, 2 …");
        if (typeof(T) == typeof(bool))
            return bool.TryParse(text, out var flag)
                ? flag
                : throw Refuse(name, BindingRefusals.InvalidBoolean, text, "true, false");
        if (typeof(T) == typeof(DateOnly))
            return IsoDay.Read(text) ?? throw Refuse(name, CommonRefusals.InvalidDate, text, "yyyy-MM-dd");
        if (typeof(T) == typeof(DateTimeOffset))
            return IsoInstant.Read(text)
                ?? throw Refuse(name, BindingRefusals.InvalidInstant, text, "2026-01-31T12:00:00Z");
        throw new NotSupportedException($"Query parameters of type {typeof(T)} are not read.");
    }

    // People do not write codes: who looks at a page is told what they are called.
    private static Text Known(bool ofPage)
    {
        var known = Enum.GetValues(typeof(T))
            .Cast<Enum>()
            .Select(e => (ofPage ? Labels.Find(e) : null) ?? Text.Same(Codes.Of(e)))
            .ToList();
        return new(string.Join(", ", known.Select(k => k.En)), string.Join(", ", known.Select(k => k.Fr)));
    }

    private static DomainException Refuse(string name, Refusal refusal, string text, object expected) =>
        refusal.Saying(BindingRefusals.QueryValue).With(text, name, expected).At(name);
}

/// <summary>A query parameter that takes several values: with commas between them, or written several times. Each is readable, or the request refused.</summary>
internal sealed class Several<T>
    where T : struct
{
    private Several(IReadOnlyList<T> values) => Values = values;

    /// <summary>What is named; nothing where the parameter is missing or empty.</summary>
    public IReadOnlyList<T> Values { get; }

    public static ValueTask<Several<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var name = QueryParameters.NameOf(parameter);
        var text = context.Request.Query[name].ToString();
        return new(
            new Several<T>(
                text.Length == 0 ? [] : [.. text.Split(',').Select(t => (T)Query<T>.Parse(t, name, context.IsPage()))]
            )
        );
    }
}

/// <summary>Which page of a list: <c>page</c> from 1, <c>pageSize</c> 1 to 200.</summary>
internal sealed class PageQuery
{
    /// <summary>The parameters that it reads.</summary>
    public static readonly string[] Names = ["page", "pageSize"];

    private PageQuery(PageOf page) => Value = page;

    public PageOf Value { get; }

    public static ValueTask<PageQuery?> BindAsync(HttpContext context) => new(new PageQuery(Read(context)));

    /// <summary>The page that is asked for; the first where none is.</summary>
    public static PageOf Read(HttpContext context) =>
        new(
            Read(context, "page", 1, int.MaxValue, 1),
            Read(context, "pageSize", 1, PageOf.MaxSize, PageOf.DefaultSize)
        );

    internal static int Read(HttpContext context, string name, int min, int max, int otherwise)
    {
        var text = context.Request.Query[name].ToString();
        if (text.Length == 0)
            return otherwise;
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min
            && number <= max
            ? number
            : throw BindingRefusals.OutOfRange.With(name, text, min, max).At(name);
    }
}
