using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ShopBot.Kernel.Tests.Api;

/// <summary>What a bot author can name of an assembly, a line for each type and each member, in a fixed order.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(int)] = "int",
        [typeof(long)] = "long", [typeof(uint)] = "uint", [typeof(double)] = "double", [typeof(float)] = "float", [typeof(byte)] = "byte",
    };

    public static IEnumerable<string> Of(Assembly assembly)
    {
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            yield return $"{type.Namespace}: {Kind(type)} {Name(type)}{Bases(type)}";
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                yield return $"{type.Namespace}: {Name(type)}.{member}";
        }
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
            return [Describe(type.GetMethod("Invoke")!)!];
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        return type.GetMembers(Declared).Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute))).Select(Describe).OfType<string>();
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } made when Seen(made) is { } seen => $"{seen}new{Signature(made)}",
        MethodInfo { IsSpecialName: false } method when Seen(method) is { } seen => $"{seen}{How(method)}{Name(method)}{Signature(method)} : {Name(method.ReturnType)}",
        MethodInfo { Name: ['o', 'p', '_', ..] } method when Seen(method) is { } seen => $"{seen}{method.Name}{Signature(method)} : {Name(method.ReturnType)}",
        PropertyInfo property when Accessors(property) is { } accessors => accessors,
        FieldInfo { IsPublic: true } field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{field.Name} : {Name(field.FieldType)}{Value(field)}",
        _ => null,
    };

    private static string? Accessors(PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && Seen(getter) is { } seesGet ? $"{seesGet}get" : null;
        var set = property.SetMethod is { } setter && Seen(setter) is { } seesSet ? $"{seesSet}set" : null;
        if (get is null && set is null)
            return null;
        var parameters = property.GetIndexParameters();
        var index = parameters.Length == 0 ? "" : $"[{string.Join(", ", parameters.Select(Parameter))}]";
        return $"{How((property.GetMethod ?? property.SetMethod)!)}{property.Name}{index} : {Name(property.PropertyType)} {{ {string.Join("; ", new[] { get, set }.OfType<string>())} }}";
    }

    /// <returns>Null for what a bot author cannot reach.</returns>
    private static string? Seen(MethodBase method) => method.IsPublic ? "" : method.IsFamily || method.IsFamilyOrAssembly ? "protected " : null;

    private static string How(MethodInfo method) => method.IsStatic ? "static "
        : method.DeclaringType!.IsInterface ? ""
        : method.IsAbstract ? "abstract "
        : method.GetBaseDefinition() != method ? "override "
        : method.IsVirtual && !method.IsFinal ? "virtual " : "";

    private static string Name(MethodInfo method) =>
        method.IsGenericMethod ? $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : method.Name;

    private static string Signature(MethodBase method)
    {
        var extends = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"({extends}{string.Join(", ", method.GetParameters().Select(Parameter))})";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var way = parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var text = $"{way}{Name(parameter.ParameterType)} {parameter.Name}";
        return parameter.IsOptional ? $"[{text}{(parameter.DefaultValue is { } value ? $" = {value}" : "")}]" : text;
    }

    private static string Value(FieldInfo field) => field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "";

    private static string Kind(Type type) => type.IsInterface ? "interface"
        : type.IsEnum ? "enum"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class" : "class";

    private static string Bases(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
            return "";
        var own = type.GetInterfaces().Where(one => one.IsPublic && !type.GetInterfaces().Any(other => other.GetInterfaces().Contains(one)));
        string[] bases = [.. type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [Name(parent)] : Array.Empty<string>(), .. own.Select(Name).Order(StringComparer.Ordinal)];
        return bases.Length == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        var name = type.Name.Split('`')[0];
        if (type.IsGenericType)
            name += $"<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        return type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{name}" : name;
    }
}
