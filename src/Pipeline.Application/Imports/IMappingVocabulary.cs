using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Imports;

/// <summary>What mappings can name: the words of whatever reads the files.</summary>
public interface IMappingVocabulary
{
    /// <summary>The fields.</summary>
    IReadOnlyList<string> Fields { get; }

    /// <summary>The encodings.</summary>
    IReadOnlyList<string> Encodings { get; }

    /// <summary>The mappings that every portfolio has, by their names.</summary>
    IReadOnlyDictionary<string, TableMapping> BuiltIn { get; }

    /// <summary>The field that a name means, which may be one of the standard's or of the French format's; null for none.</summary>
    string? FieldOf(string name);

    /// <summary>Whether an encoding is known by this name.</summary>
    bool KnowsEncoding(string name);

    /// <summary>Everything that is wrong with a mapping.</summary>
    IReadOnlyList<Fault> Faults(TableMapping mapping);
}
