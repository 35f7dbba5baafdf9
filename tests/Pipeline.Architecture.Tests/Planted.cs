using System.ComponentModel;

namespace Pipeline.Architecture.Tests;

/// <summary>Every way in which a type can use another, for the test of the tests: see <see cref="TypeUse"/>.</summary>
internal static class Planted
{
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class Used : Attribute
    {
        public static int Count() => 1;
    }

    public sealed class InASignature
    {
        public static Used[] Made() => [];
    }

    public sealed class InABody
    {
        public static int Counted(int more) =>
            more switch
            {
                0 => 0,
                1 => 2,
                2 => 5,
                3 => 7,
                _ => Used.Count(),
            };
    }

    public sealed class InALambda
    {
        public static Func<int, int> Counting() => more => more + Used.Count();
    }

    public sealed class AsAnArgument
    {
        [Description("By its type alone")]
        public static bool Any() => Enumerable.Empty<Used>().Any();
    }

    [Used]
    public sealed class AsAnAttribute;
}
