using System.Globalization;
using Pipeline.Api.Binding;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web;

/// <summary>
/// What a form sent, read field by field. Fields bear the names that the API has for them, so that the product's own faults find their field. What cannot be read is
/// noted; <see cref="Check"/> refuses all of it at once.
/// </summary>
public sealed class Form
{
    private readonly IFormCollection? _sent;
    private readonly Language _language;
    private readonly List<Fault> _faults = [];

    /// <param name="request">Its form has been read.</param>
    /// <param name="language">How numbers are written.</param>
    public Form(HttpRequest request, Language language)
    {
        ArgumentNullException.ThrowIfNull(request);
        _language = language;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
            _sent = FormLists.Settle(request.Form);
    }

    /// <summary>Which form of the page was sent; null where none was.</summary>
    public string? Name => _sent?["_handler"];

    /// <summary>The version of what was read when the form was made; null where it has none.</summary>
    public long? Version => ReadVersion("_version");

    /// <summary>What was read when the form was made, where it may make something or replace what is there; null where it knew of nothing.</summary>
    public VersionRead? Read => Version is { } version ? new(version) : null;

    /// <summary>The version of one of many that a form is about, as it was read; null where it has none.</summary>
    public long? VersionOf(Guid id) => ReadVersion($"version.{id}");

    /// <summary>Whether it was sent to add a row to one of its lists, or to take one away: nothing is to be done then but to show it again.</summary>
    public bool Reshapes => Typed(FormLists.More) is not null || Typed(FormLists.Less) is not null;

    /// <summary>How many rows of a list were sent, and one more where another was asked for; null where the list was not sent.</summary>
    public int? RowCount(string list) =>
        int.TryParse(Typed(FormLists.CountOf(list)), NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? rows + (Typed(FormLists.More) == list ? 1 : 0)
            : null;

    /// <summary>The rows of a list that were sent, each as what the names of its fields begin with.</summary>
    public IReadOnlyList<string> Rows(string list) =>
        [.. Enumerable.Range(0, RowCount(list) ?? 0).Select(at => FormLists.Row(list, at))];

    /// <summary>All that was typed and chosen, for a form of another step to carry on.</summary>
    public IEnumerable<(string Field, string Value)> Carried =>
        from sent in _sent ?? FormCollection.Empty
        where !FormLists.IsOwn(sent.Key)
        from value in sent.Value
        select (sent.Key, value ?? "");

    /// <summary>What was typed, as it was; null where the field was not sent.</summary>
    public string? Typed(string field) =>
        _sent is { } sent && sent.TryGetValue(field, out var value) ? value.ToString() : null;

    /// <summary>
    /// The field in which a fault is mended. What is wrong with one of several lines or boxes is named by its index (<c>themes[1]</c>), which is no field of its own.
    /// </summary>
    public string FieldOf(string fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var whole = fault.EndsWith(']') ? fault[..fault.LastIndexOf('[')] : fault;
        return Typed(fault) is null && Typed(whole) is not null ? whole : fault;
    }

    /// <summary>All that was chosen under one name.</summary>
    public IReadOnlyList<string> All(string field) => [.. (_sent?[field] ?? default).OfType<string>()];

    /// <summary>All that was chosen under one name, so that a form that is sent untouched changes nothing.</summary>
    /// <param name="stored">Those that were stored keep their order, which need not be that of the boxes.</param>
    public IReadOnlyList<string> All(string field, IReadOnlyList<string>? stored) => InOrder(All(field), stored ?? []);

    /// <inheritdoc cref="All(string, IReadOnlyList{string})" />
    public IReadOnlyList<int> Wholes(string field, IReadOnlyList<int>? stored) => InOrder(Wholes(field), stored ?? []);

    /// <inheritdoc cref="All(string, IReadOnlyList{string})" />
    public IReadOnlyList<Guid> Ids(string field, IReadOnlyList<Guid>? stored) =>
        All(field).Count == 0 ? [] : InOrder(Ids(field), stored ?? []);

    /// <summary>Whether a box was ticked.</summary>
    public bool Ticked(string field) => _sent?.ContainsKey(field) == true;

    /// <summary>A text without blanks around it; empty where nothing was typed, which the product then refuses where it has to be there.</summary>
    public string Text(string field) => Typed(field)?.Trim() ?? "";

    /// <summary>A text that has to be there, where the API's own fault would not name the field: its place in the form is another than in the list that is sent.</summary>
    public string RequiredText(string field)
    {
        var text = Text(field);
        if (text.Length == 0)
            _faults.Add(CommonRefusals.Required.With(field).On(field));
        return text;
    }

    /// <summary>A text, or null where nothing was typed.</summary>
    public string? OptionalText(string field) => Text(field) is { Length: > 0 } text ? text : null;

    /// <summary>The file that was chosen, which has to be one.</summary>
    public IFormFile File(string field)
    {
        // A browser sends an empty part where none was chosen.
        if (_sent?.Files.GetFile(field) is not { FileName.Length: > 0 } file)
            throw CommonRefusals.Required.With(field).At(field);
        return file;
    }

    /// <summary>The lines of a text that are not empty.</summary>
    public IReadOnlyList<string> Lines(string field) =>
        Text(field).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whole numbers that were chosen.</summary>
    public IReadOnlyList<int> Wholes(string field)
    {
        var values = new List<int>();
        foreach (var text in All(field))
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                values.Add(value);
            else
                _faults.Add(CommonRefusals.InvalidNumber.With(field).On(field));
        return values;
    }

    /// <summary>A day, or null where nothing was typed.</summary>
    public DateOnly? OptionalDay(string field) => Optional<DateOnly>(field, IsoDay.Read, CommonRefusals.InvalidDate);

    /// <summary>A day that has to be there.</summary>
    public DateOnly Day(string field) => Required(field, OptionalDay(field));

    /// <summary>A number, or null where nothing was typed; written as in the page's language, with or without blanks between thousands.</summary>
    public decimal? OptionalNumber(string field) =>
        Optional<decimal>(field, text => Numbers.Parse(text, _language), CommonRefusals.InvalidNumber);

    /// <summary>A number that has to be there.</summary>
    public decimal Number(string field) => Required(field, OptionalNumber(field));

    /// <summary>An amount of money, or null where nothing was typed; with or without its currency's sign.</summary>
    public decimal? OptionalAmount(string field) =>
        Optional<decimal>(field, text => Numbers.ParseAmount(text, _language), CommonRefusals.InvalidNumber);

    /// <summary>An amount of money that has to be there.</summary>
    public decimal Amount(string field) => Required(field, OptionalAmount(field));

    /// <summary>A share that is typed per cent and has to be there: 0 to 100, two decimals at most.</summary>
    public decimal Percent(string field)
    {
        var percent = Required(
            field,
            Optional<decimal>(field, text => Numbers.ParsePercent(text, _language), CommonRefusals.InvalidNumber)
        );
        if (percent is < 0 or > 100 || decimal.Round(percent, 2) != percent)
            _faults.Add(BindingRefusals.PercentOutOfRange.With(field).On(field));
        return percent / 100;
    }

    /// <summary>A whole number that has to be there.</summary>
    public int Whole(string field) => Whole(field, Number(field));

    /// <summary>A whole number, or null where nothing was typed.</summary>
    public int? OptionalWhole(string field) => OptionalNumber(field) is { } number ? Whole(field, number) : null;

    private int Whole(string field, decimal number)
    {
        if (decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue)
            return (int)number;
        _faults.Add(BindingRefusals.WholeExpected.With(field).On(field));
        return default;
    }

    /// <summary>A member of a vocabulary, or null where none was chosen.</summary>
    public T? OptionalCode<T>(string field)
        where T : struct, Enum => OptionalText(field) is { } text ? Member<T>(field, text) : null;

    /// <summary>A member of a vocabulary that has to be chosen.</summary>
    public T Code<T>(string field)
        where T : struct, Enum => Required(field, OptionalCode<T>(field));

    /// <summary>The members of a vocabulary that were chosen.</summary>
    /// <param name="stored">Those that were stored keep their order, which need not be that of the boxes.</param>
    public IReadOnlyList<T> Codes<T>(string field, IReadOnlyList<T>? stored = null)
        where T : struct, Enum => InOrder(All(field).Select(text => Member<T>(field, text)).OfType<T>(), stored ?? []);

    /// <summary>What was chosen, in the order in which it was stored; what was not stored comes last.</summary>
    public static IReadOnlyList<T> InOrder<T>(IEnumerable<T> chosen, IEnumerable<T> stored)
    {
        var before = stored.ToList();
        return [.. chosen.OrderBy(value => before.IndexOf(value) is >= 0 and var place ? place : before.Count)];
    }

    /// <summary>What an id names, or null where nothing was chosen.</summary>
    public Guid? OptionalId(string field) =>
        Optional<Guid>(field, text => Guid.TryParse(text, out var id) ? id : null, BindingRefusals.InvalidId);

    /// <summary>What an id names, which has to be chosen.</summary>
    public Guid Id(string field) => Required(field, OptionalId(field));

    /// <summary>What was chosen of a list, which has to be something.</summary>
    public IReadOnlyList<Guid> Ids(string field)
    {
        RequiredText(field);
        return [.. All(field).Where(id => Guid.TryParse(id, out _)).Select(Guid.Parse)];
    }

    /// <summary>Refuses what could not be read.</summary>
    /// <exception cref="InvalidValueException">Naming every field at once.</exception>
    public void Check()
    {
        if (_faults.Count > 0)
            throw InvalidValueException.Of(_faults);
    }

    private T? Member<T>(string field, string text)
        where T : struct, Enum
    {
        if (Domain.Common.Codes.TryParse<T>(text, out var value))
            return value;
        // A choice that no page offers; some vocabularies are named by their pages alone.
        var known = string.Join(
            ", ",
            Enum.GetValues<T>().Select(member => Labels.Find(member)?.In(_language) ?? Domain.Common.Codes.Of(member))
        );
        _faults.Add(BindingRefusals.UnknownValue.With(text, known).On(field));
        return null;
    }

    private long? ReadVersion(string field) =>
        long.TryParse(_sent?[field], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private T Required<T>(string field, T? value)
        where T : struct
    {
        if (value is null && Text(field).Length == 0)
            _faults.Add(CommonRefusals.Required.With(field).On(field));
        return value ?? default;
    }

    private T? Optional<T>(string field, Func<string, T?> read, Refusal refusal)
        where T : struct
    {
        if (OptionalText(field) is not { } text)
            return null;
        var value = read(text);
        if (value is null && _faults.TrueForAll(f => f.Field != field))
            _faults.Add(refusal.With(field, text, "").On(field));
        return value;
    }
}
