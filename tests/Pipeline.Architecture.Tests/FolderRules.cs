namespace Pipeline.Architecture.Tests;

/// <summary>The arrows between the folders of a layer: a folder is the first part of a namespace after the layer's own.</summary>
internal static class FolderRules
{
    /// <summary>Every use of one folder's type by another folder's, once for each pair of types.</summary>
    public static IReadOnlyList<FolderUse> Uses(IEnumerable<Type> types, string layer) =>
        [
            .. (
                from type in types
                let folder = Folder(type, layer)
                where folder is not null
                from used in TypeUse.Of(type)
                let other = Folder(used, layer)
                where other is not null && other != folder
                select new FolderUse(folder, other, Outermost(type).Name, Outermost(used).Name)
            ).Distinct(),
        ];

    /// <summary>The uses that lie on a circle of folders, however long.</summary>
    public static IReadOnlyList<FolderUse> Circles(IEnumerable<FolderUse> uses)
    {
        var all = uses.ToList();
        var next = all.ToLookup(use => use.From, use => use.To);
        return [.. all.Where(use => Reaches(use.To, use.From))];

        bool Reaches(string from, string to)
        {
            var (seen, open) = (new HashSet<string>(), new Stack<string>([from]));
            while (open.TryPop(out var at))
                if (at == to)
                    return true;
                else if (seen.Add(at))
                    foreach (var further in next[at].Distinct())
                        open.Push(further);
            return false;
        }
    }

    // A type in the layer's own namespace (the composition, Program) is no folder.
    private static string? Folder(Type type, string layer) =>
        type.Namespace?.StartsWith(layer + ".", StringComparison.Ordinal) == true
            ? type.Namespace[(layer.Length + 1)..].Split('.')[0]
            : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
