using System.Reflection;
using System.Text.Json;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Api.Web.Words;

/// <summary>What the codes are called that a field holds. A field is known by its name: the domain's own types say which of its vocabularies it is of.</summary>
internal static class FieldCodes
{
    private static readonly ILookup<string, Type> Vocabularies = typeof(Labels)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .Select(p => (Field: JsonNamingPolicy.CamelCase.ConvertName(p.Name), Vocabulary: VocabularyOf(p.PropertyType)))
        .Where(p => p.Vocabulary is not null)
        .Distinct()
        .ToLookup(p => p.Field, p => p.Vocabulary!);

    // Fields whose codes are of a list, where the domain has a text.
    private static readonly Dictionary<string, Func<ReferenceReply, string, Text?>> Lists = new()
    {
        ["kinds"] = (reference, code) => Listed(reference.AllianceKinds, code),
        ["code"] = (reference, code) => Listed(reference.Risks, code),
        ["domains"] = (_, code) => Domains.Find(code)?.Label,
        ["region"] = (_, code) => Regions.Find(code)?.Label,
        ["regions"] = (_, code) => Regions.Find(code)?.Label,
        ["events"] = (_, code) => EventTypes.Has(code) ? EventTypes.LabelOf(code) : null,
        ["section"] = (_, code) => Section(code),
        ["sections"] = (_, code) => Section(code),
    };

    /// <summary>What a code is called; null where the field holds none of this name.</summary>
    /// <param name="field">The last part of its name, without a place in a list.</param>
    /// <param name="reference">Lists that administrators edit.</param>
    public static Text? Of(string field, string code, ReferenceReply reference) =>
        // A list bears the plural of what it is of.
        Vocabularies[field]
            .Concat(field.EndsWith('s') ? Vocabularies[field[..^1]] : [])
            .Select(v => Member(v, code))
            .OfType<Text>()
            .FirstOrDefault()
        ?? Lists.GetValueOrDefault(field)?.Invoke(reference, code)
        // Criteria are told apart from texts by themselves.
        ?? (Gates.IsCriterion(code) ? Gates.Criterion(code).Sentence : null);

    // Of a list or a table, what it holds.
    private static Type? VocabularyOf(Type type) =>
        type.GetGenericArguments()
            .Prepend(type)
            .FirstOrDefault(t => t.IsEnum && t.GetFields().Any(f => f.IsDefined(typeof(LabelAttribute))));

    private static Text? Member(Type vocabulary, string code) =>
        Enum.GetValues(vocabulary).Cast<Enum>().FirstOrDefault(v => Codes.Of(v) == code) is { } member
            ? Labels.Of(member)
            : null;

    private static Text? Listed(ReferenceListReply list, string code) =>
        list.Items.FirstOrDefault(e => e.Code == code)?.Name;

    private static Text? Section(string code) =>
        ReportSections.Usual.Contains(code) ? ReportSections.LabelOf(code) : null;
}
