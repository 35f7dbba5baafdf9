using System.Reflection;

namespace Pipeline.Architecture.Tests;

/// <summary>The rules of the layers, as functions over assemblies and types, so that each can be shown a planted violation.</summary>
internal static class LayerRules
{
    /// <summary>Which of the product's assemblies each layer may know.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> MayKnow = new Dictionary<string, string[]>
    {
        ["Pipeline.Domain"] = [],
        ["Pipeline.Application"] = ["Pipeline.Domain"],
        ["Pipeline.Infrastructure"] = ["Pipeline.Domain", "Pipeline.Application"],
        ["Pipeline.Api"] = ["Pipeline.Domain", "Pipeline.Application", "Pipeline.Infrastructure"],
    };

    /// <summary>References from a layer to one that it may not know.</summary>
    public static IEnumerable<string> ForbiddenReferences(string layer, IEnumerable<AssemblyName> references) =>
        references
            .Select(r => r.Name!)
            .Where(name => name.StartsWith("Pipeline.", StringComparison.Ordinal) && !MayKnow[layer].Contains(name))
            .Select(name => $"{layer} references {name}");

    /// <summary>The one package of the domain: the state machine that carries the lifecycle (docs/adr/0002).</summary>
    public const string DomainPackage = "Stateless";

    /// <summary>References from the domain to anything but the framework and <see cref="DomainPackage"/>.</summary>
    public static IEnumerable<string> PackagesOf(IEnumerable<AssemblyName> references) =>
        references
            .Select(r => r.Name!)
            .Where(name =>
                !name.StartsWith("System", StringComparison.Ordinal)
                && name is not ("netstandard" or "mscorlib" or DomainPackage)
            )
            .Select(name => $"the domain references {name}");

    /// <summary>Public setters on domain types: their verbs are the only door.</summary>
    public static IEnumerable<string> OpenSetters(IEnumerable<Type> types) =>
        types
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(p =>
                p.SetMethod is { IsPublic: true } setter
                && !setter
                    .ReturnParameter.GetRequiredCustomModifiers()
                    .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
            )
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name} has a public setter");
}
