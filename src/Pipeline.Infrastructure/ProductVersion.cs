using System.Reflection;

namespace Pipeline.Infrastructure;

/// <summary>Which version of the product this is; all of its assemblies are of one.</summary>
public static class ProductVersion
{
    /// <summary>With the commit that it was built from, for those who operate it.</summary>
    public static string Full { get; } =
        typeof(ProductVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;

    /// <summary>As it was released: <c>0.1.0</c>.</summary>
    public static string Release { get; } = Full.Split('+')[0];
}
