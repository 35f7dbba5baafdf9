using System.Reflection;
using System.Reflection.Emit;

namespace Pipeline.Architecture.Tests;

/// <summary>Which types a type uses, read from what was compiled: so neither a name without its <c>using</c> nor an inferred type is missed.</summary>
/// <remarks>Constants and members of enums are compiled in as plain values: a use of these alone is not seen.</remarks>
internal static class TypeUse
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Every type that a type names: its base, attributes, members, signatures, and what its methods call.</summary>
    public static IEnumerable<Type> Of(Type type) => Named(type).OfType<Type>().SelectMany(Parts).Distinct();

    private static IEnumerable<Type?> Named(Type type)
    {
        yield return type.BaseType;
        foreach (var used in type.GetInterfaces().Concat(Attributes(type)))
            yield return used;
        foreach (var member in type.GetMembers(Declared))
        {
            foreach (var used in Attributes(member))
                yield return used;
            foreach (var used in Signature(member))
                yield return used;
            if (member is MethodBase method)
                foreach (var used in Body(method))
                    yield return used;
        }
    }

    private static IEnumerable<Type> Attributes(MemberInfo member) =>
        member.GetCustomAttributesData().Select(attribute => attribute.AttributeType);

    private static IEnumerable<Type> Signature(MemberInfo member) =>
        member switch
        {
            FieldInfo field => [field.FieldType],
            PropertyInfo property => [property.PropertyType],
            EventInfo raised => [raised.EventHandlerType!],
            MethodInfo method =>
            [
                method.ReturnType,
                .. method.GetParameters().Select(p => p.ParameterType),
                .. method.IsGenericMethod ? method.GetGenericArguments() : [],
            ],
            ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
            _ => [],
        };

    private static IEnumerable<Type?> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;
        foreach (var token in Tokens(body.GetILAsByteArray() ?? []))
            if (
                method.Module.ResolveMember(
                    token,
                    method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
                    method is { IsGenericMethod: true, IsConstructor: false } ? method.GetGenericArguments() : null
                ) is
                { } called
            )
            {
                yield return called as Type ?? called.DeclaringType;
                foreach (var used in Signature(called))
                    yield return used;
            }
    }

    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length; )
        {
            // The first byte of a two-byte instruction is 0xFE.
            var code = OpCodesByValue[il[at] == 0xFE ? unchecked((short)(0xFE00 | il[at + 1])) : il[at]];
            at += code.Size;
            if (
                code.OperandType
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineTok
                    or OperandType.InlineType
            )
                yield return BitConverter.ToInt32(il, at);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type) : [type];
    }
}
