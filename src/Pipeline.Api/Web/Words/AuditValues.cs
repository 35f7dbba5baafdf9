using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Api.Binding;
using Pipeline.Application.Audit;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Values that the audit keeps, as people read them: ids by name, codes by their labels, days in words.</summary>
public sealed partial class AuditValues
{
    // As the audit writes it.
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private readonly ReferenceReply _reference;
    private readonly IReadOnlyDictionary<Guid, string> _names;
    private readonly Language _language;

    private AuditValues(ReferenceReply reference, IReadOnlyDictionary<Guid, string> names, Language language) =>
        (_reference, _names, _language) = (reference, names, language);

    /// <summary>What it takes to write the values of some entries.</summary>
    public static async Task<AuditValues> OfAsync(Page page, IReadOnlyList<AuditEntryReply> entries)
    {
        var ids = entries.SelectMany(e => e.Changes).SelectMany(c => Ids(c.From).Concat(Ids(c.To))).Distinct().ToList();
        var cancel = page.Http.RequestAborted;
        return new(
            await page.Mediator.Send(new GetReference(), cancel),
            await page.Mediator.Send(new NameIds(ids), cancel),
            page.Language
        );
    }

    /// <summary>A value; null for none.</summary>
    /// <param name="field">The field that holds it, as the audit calls it.</param>
    public string? Write(string field, JsonElement value) =>
        Write(Place().Replace(field.Split('.')[^1], ""), within: "", value);

    // What a key of an object holds is told by the key, or by the field around it where keys are codes themselves.
    private string? Write(string field, string within, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => Said(field, within, value.GetString()!),
            JsonValueKind.Number => Numbers.Plain(
                field.EndsWith("cents", StringComparison.OrdinalIgnoreCase) ? value.GetDecimal() / 100 : value.GetDecimal(),
                _language
            ),
            JsonValueKind.True => HistoryWords.Yes.In(_language),
            JsonValueKind.False => HistoryWords.No.In(_language),
            JsonValueKind.Array => string.Join(
                ", ",
                value.EnumerateArray().Select(v => Write(field, within, v)).OfType<string>()
            ),
            // By which an entry stays the same one says nothing to people.
            _ => string.Join(
                ", ",
                value
                    .EnumerateObject()
                    .Where(p => p.Name != "id")
                    .Select(p => Write(p.Name, field, p.Value))
                    .OfType<string>()
            ),
        };

    private string Said(string field, string within, string value)
    {
        if (Guid.TryParseExact(value, "D", out var id))
            return _names.GetValueOrDefault(id) is { Length: > 0 } name ? name : HistoryWords.Unnamed.In(_language);
        if ((FieldCodes.Of(field, value, _reference) ?? FieldCodes.Of(within, value, _reference)) is { } label)
            return label.In(_language);
        if (IsoDay.Read(value) is { } day)
            return Numbers.Day(day, _language);
        if (
            DateTimeOffset.TryParseExact(
                value,
                Instant,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at
            )
        )
            return Numbers.Instant(at, _language);
        // A code that its list has lost.
        return Code().IsMatch(value) ? FieldWords.Of(value).In(_language) : value;
    }

    private static IEnumerable<Guid> Ids(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Guid.TryParseExact(value.GetString(), "D", out var id) ? [id] : [],
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Ids),
            JsonValueKind.Object => value.EnumerateObject().Where(p => p.Name != "id").SelectMany(p => Ids(p.Value)),
            _ => [],
        };

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Place();

    // Names such as eBay are none.
    [GeneratedRegex("^[a-z]{2,}([A-Z][a-z]+)+$")]
    private static partial Regex Code();
}
