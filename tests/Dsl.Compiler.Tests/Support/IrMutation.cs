// Copies of an IR in which one member of one node is another: found by reflection, so that a new member takes part by itself.
using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Types;

namespace Dsl.Compiler.Tests.Support;

/// <summary>Makes the copies.</summary>
/// <param name="isLeftOut">Whether the last member of a path (each said as Type.Member) is left as it is.</param>
public sealed class IrMutation(Func<string, bool> isLeftOut)
{
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new InvalidOperationException();

    // The conditions of a 范围 are lowered once, for all its clauses.
    private readonly HashSet<IrExpression> _scopes = [];

    /// <summary>Every copy of a program with one change, and where it lies: the members on the way, the last one as Type.Member.</summary>
    public IEnumerable<(string Path, IrProgram Program)> Of(IrProgram program) =>
        OfNode(program, "", isOwned: true).Select(static copy => (copy.Path, (IrProgram)copy.Value));

    private IEnumerable<(string Path, object Value)> OfNode(object node, string path, bool isOwned)
    {
        foreach (var member in IrText.Members(node.GetType()))
        {
            var name = $"{member.DeclaringType?.Name}.{member.Name}";
            if (isLeftOut($"{path}/{name}") || !CanSet(member))
                continue;
            foreach (var (inner, changed) in OfValue(member.GetValue(node), member.PropertyType, $"{path}/{name}", isOwned))
                yield return (inner, With(node, member, changed));
        }
    }

    private IEnumerable<(string Path, object? Value)> OfValue(object? value, Type type, string path, bool isOwned)
    {
        switch (value)
        {
            case null:
                return Missing(Nullable.GetUnderlyingType(type) ?? type) is { } made ? [(path, made)] : [];
            case string or bool or int or long or DateOnly or Rational or Enum or Value or Bounds:
                return [(path, Other(value))];
            case EnumType { Name: not null } named when path.EndsWith("IrField.Type", StringComparison.Ordinal):
                return [(path, With(named, typeof(EnumType).GetProperty("Name") ?? throw new InvalidOperationException(path), "改"))];
            case EnumType list:
                return OfNode(list, path, isOwned).Select(static copy => (copy.Path, (object?)copy.Value));
            case DslType:
                return [(path, value.Equals(DslType.Text) ? DslType.Date : DslType.Text)];
            case Unit:
                return [(path, Units.Find(value.Equals(Units.Find("家")) ? "人" : "家"))];
            case BuiltinFunction function:
                return [(path, BuiltinFunctions.All.First(other => other != function))];
            case IrExpression expression:
                return [(path, Constant(expression)),
                    .. OfNode(expression, path, isOwned: false).Select(static copy => (copy.Path, (object?)copy.Value))];
            case IrSubject or IrDetail or IrField or IrParameter when !Owns(path, value):
                return [(path, With(value, value.GetType().GetProperty("Name") ?? throw new InvalidOperationException(path), "改"))];
            case IDictionary values:
                return OfDictionary((ImmutableDictionary<string, Value>)values, path);
            case IEnumerable items:
                return OfItems(value, [.. items.Cast<object?>()], path, isOwned);
            default:
                return value.GetType().Name.StartsWith("ValueTuple", StringComparison.Ordinal)
                    ? OfTuple(value, path)
                    : OfNode(value, path, isOwned).Select(static copy => (copy.Path, (object?)copy.Value));
        }
    }

    // The schema holds its tables, they their fields; everything else points at them.
    private static bool Owns(string path, object value) =>
        path.StartsWith("/IrProgram.Schema", StringComparison.Ordinal) && !path.EndsWith("IrDetail.Key", StringComparison.Ordinal)
        || (value is IrParameter && path.StartsWith("/IrProgram.Parameters", StringComparison.Ordinal));

    private IEnumerable<(string Path, object? Value)> OfItems(object array, List<object?> items, string path, bool isOwned)
    {
        var type = array.GetType().GetGenericArguments()[0];
        // One value per field, one table per detail: neither more nor fewer.
        var isPerField =
            path.EndsWith("SubjectFacts.Values", StringComparison.Ordinal) || path.EndsWith("RowFacts.Values", StringComparison.Ordinal)
            || path.EndsWith("SubjectFacts.Details", StringComparison.Ordinal);
        var seen = items
            .Select(item =>
                item is IrDetail { IsBuiltIn: true } || (item is IrCondition { FromScope: true } scope && !_scopes.Add(scope.Expression)))
            .ToList();
        if (items.Count > 0 && !isPerField && !seen[^1])
            yield return ($"{path}-", Array(array, type, items.SkipLast(1)));
        for (var i = 0; i < items.Count; i++)
        {
            if (seen[i])
                continue;
            foreach (var (inner, changed) in OfValue(items[i], type, path, isOwned))
                yield return (inner, Array(array, type, [.. items.Take(i), changed, .. items.Skip(i + 1)]));
        }
    }

    private static object Array(object array, Type type, IEnumerable<object?> items)
    {
        var values = System.Array.CreateInstance(type, items.Count());
        foreach (var (index, item) in items.Index())
            values.SetValue(item, index);
        return typeof(ImmutableArray).GetMethods()
            .First(static method =>
                method is { Name: "Create", IsGenericMethod: true } && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(type).Invoke(null, [values]) ?? array;
    }

    private static IEnumerable<(string Path, object? Value)> OfDictionary(ImmutableDictionary<string, Value> values, string path) =>
        values.SelectMany(pair =>
            new[] { (path, (object?)values.Remove(pair.Key)), (path, values.SetItem(pair.Key, (Value)Other(pair.Value))) })
            .Append((path, values.Add("改", TruthValue.Yes)));

    private IEnumerable<(string Path, object? Value)> OfTuple(object tuple, string path)
    {
        foreach (var field in tuple.GetType().GetFields())
        {
            foreach (var (inner, changed) in OfValue(field.GetValue(tuple), field.FieldType, $"{path}.{field.Name}", isOwned: false))
            {
                var copy = Clone.Invoke(tuple, null) ?? tuple;
                field.SetValue(copy, changed);
                yield return (inner, copy);
            }
        }
    }

    private static object Other(object value) => value switch
    {
        string text => text + "改",
        bool truth => !truth,
        int number => number + 1,
        long number => number + 1,
        DateOnly day => day.AddDays(1),
        Rational number => number + 1,
        Enum kind => Enum.GetValues(kind.GetType()).Cast<object>().First(other => !other.Equals(kind)),
        NumberValue number => NumberValue.Of((number.Bounds.Low ?? Rational.Zero) + 1),
        TruthValue truth => truth.Truth == Truth.Yes ? TruthValue.No : TruthValue.Yes,
        TextValue text => TextValue.Of(text.Text + "改"),
        Bounds bounds => new Bounds((bounds.Low ?? 0) - 1, bounds.High),
        _ => value,
    };

    private static object? Missing(Type type) =>
        type == typeof(string) ? "改" : type == typeof(int) ? 2019 : type == typeof(DateOnly) ? new DateOnly(2019, 1, 1)
        : type == typeof(Bounds) ? Bounds.Exactly(7)
        : type == typeof(Value) ? TextValue.Of("改")
        : type == typeof(Rational) ? new Rational(7, 1)
        : type == typeof(IrExpression) ? new IrConstant(NumberValue.Of(7), DslType.Money, SourceLocation.None)
        : type == typeof(IrPassThrough) ? new IrPassThrough("改", null, false)
        : type == typeof(Unit) ? Units.Find("家")
        : type == typeof(IrDetail) ? new IrDetail("改", 0, false)
        : type == typeof(ImmutableArray<RowFacts>) ? ImmutableArray<RowFacts>.Empty
        : null;

    private static IrConstant Constant(IrExpression node) => node.Type == DslType.Truth
        ? new IrConstant(node is IrConstant { Value: TruthValue { Truth: Truth.Yes } } ? TruthValue.No : TruthValue.Yes, node.Type,
            SourceLocation.None)
        : new IrConstant(node.Type is TextType or EnumType ? TextValue.Of("改") : NumberValue.Of(123_457), node.Type, SourceLocation.None);

    private static bool CanSet(PropertyInfo member) => member.CanWrite || Field(member) is not null;

    private static FieldInfo? Field(PropertyInfo member) =>
        member.DeclaringType?.GetField($"<{member.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);

    private static object With(object node, PropertyInfo member, object? value)
    {
        var copy = Clone.Invoke(node, null) ?? node;
        if (Field(member) is { } field)
            field.SetValue(copy, value);
        else
            member.SetValue(copy, value);
        return copy;
    }
}
