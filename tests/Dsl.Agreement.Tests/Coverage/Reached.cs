// Which forms of the IR and of results a run met. What there is to meet is found by reflection: a new node or member asks to be met.
using System.Collections;
using System.Reflection;
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Functions;

namespace Dsl.Agreement.Tests.Coverage;

/// <summary>Collects what was met.</summary>
internal sealed class Reached
{
    // What no engine reads, or what no program holds.
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["IrReplacement"] = "makes expressions of one clause into those of another one; no node",
        ["IrExample"] = "examples run in the interpreter only",
        ["IrSubjectGroup"] = "examples run in the interpreter only",
        ["IrExpectedPart"] = "examples run in the interpreter only",
        ["IrInvariant"] = "invariants run in the interpreter only",
        ["IrContext.Kind=Award"] = "stands in invariants only",
        ["IrPolicy.Examples=有"] = "examples run in the interpreter only",
        ["IrPolicy.Invariants=有"] = "invariants run in the interpreter only",
        ["IrLegalBasis"] = "texts that results repeat",
        ["SourceLocation"] = "no meaning",
        ["未知 Limit"] = "numbers beyond the limits are those of FigureTests",
    };

    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Dictionary<PropertyInfo, bool> Nullable = [];

    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>What there is to meet and was not met.</summary>
    public IReadOnlyList<string> Missing =>
        [.. Wanted().Where(label => !_labels.Contains(label) && !Exempt.ContainsKey(label)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Notes every node of a program.</summary>
    public void Add(IrProgram program)
    {
        var left = new Stack<object>([program]);
        while (left.TryPop(out var node))
        {
            if (!_seen.Add(node))
                continue;
            _labels.Add(node.GetType().Name);
            foreach (var property in Properties(node.GetType()))
            {
                var value = property.GetValue(node);
                _labels.UnionWith(LabelsOf(property, value));
                foreach (var child in value is IEnumerable items and not string ? items.Cast<object?>() : [value])
                {
                    if (child is not null && IsNode(child.GetType()))
                        left.Push(child);
                }
            }
        }
        _seen.Clear();
    }

    /// <summary>Notes how clauses are computed, and with which operations.</summary>
    public void Add(GeneratedProgram generated)
    {
        _labels.UnionWith(
            generated.Clauses.Select(static plan => plan.Kernel < 0 ? "内核 解释" : plan.HasBlockKernel ? "内核 成块" : "内核 逐个"));
        _labels.UnionWith(BlockOperations.Where(name => generated.Source.Contains($"{nameof(BlockMath)}.{name}(", StringComparison.Ordinal))
            .Select(static name => $"成块 {name}"));
    }

    /// <summary>Notes a result.</summary>
    public void Add(SubjectResult result)
    {
        foreach (var clause in result.Policies.SelectMany(static policy => policy.Clauses))
        {
            _labels.Add($"条款 {clause.Status}");
            _labels.UnionWith(clause.Unknowns.Items.Select(static item => $"未知 {item.Kind}"));
            _labels.UnionWith(clause.Rows.Select(static row => $"行 {row.Status}"));
            _labels.UnionWith(clause.Rows.SelectMany(static row => row.Unknowns.Items).Select(static item => $"未知 {item.Kind}"));
            if (clause.Group is not null)
                _labels.Add("条款 竞合未定");
            if (clause.Rows.Any(static row => row.Group is not null))
                _labels.Add("行 竞合未定");
        }
    }

    /// <summary>Notes what was said of a registry.</summary>
    public void Add(RegistryResult result)
    {
        _labels.UnionWith(result.Targets.Select(static target => $"目标 {target.Figure.Status}"));
        _labels.UnionWith(result.Pools.Select(static pool => $"资金池 {pool.IsExceeded}"));
    }

    private static IEnumerable<string> Wanted()
    {
        foreach (var type in typeof(IrExpression).Assembly.GetTypes()
            .Where(static type => IsNode(type) && !type.IsAbstract && !Exempt.ContainsKey(type.Name)))
        {
            yield return type.Name;
            foreach (var label in Properties(type).SelectMany(static property => LabelsOf(property))
                .Where(static label => !Exempt.ContainsKey(label)))
                yield return label;
        }
        foreach (var label in Enum.GetNames<ClauseStatus>().Select(static name => $"条款 {name}")
            // Whether a policy is in force is said of the clause.
            .Concat(Enum.GetNames<ClauseStatus>().Where(static name => name != nameof(ClauseStatus.NotInForce))
                .Select(static name => $"行 {name}"))
            .Concat(Enum.GetNames<UnknownKind>().Select(static name => $"未知 {name}"))
            .Concat(Enum.GetNames<TargetStatus>().Select(static name => $"目标 {name}"))
            .Concat(Enum.GetNames<Truth>().Select(static name => $"资金池 {name}"))
            .Concat(BlockOperations.Select(static name => $"成块 {name}"))
            .Concat(["条款 竞合未定", "行 竞合未定", "内核 解释", "内核 成块", "内核 逐个"]))
            yield return label;
    }

    private static IEnumerable<string> BlockOperations =>
        typeof(BlockMath).GetMethods(BindingFlags.Static | BindingFlags.Public).Select(static method => method.Name).Distinct();

    private static bool IsNode(Type type) =>
        type.Namespace == typeof(IrExpression).Namespace && type is { IsEnum: false, IsPublic: true } && (type.IsClass || type.IsValueType);

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(static property => property.GetIndexParameters().Length == 0);

    /// <summary>The forms that a member can take.</summary>
    private static IEnumerable<string> LabelsOf(PropertyInfo property)
    {
        var (name, type) = ($"{property.DeclaringType?.Name}.{property.Name}=", property.PropertyType);
        var inner = System.Nullable.GetUnderlyingType(type);
        if (type == typeof(bool))
            return [name + "是", name + "否"];
        if (type.IsEnum)
            return Enum.GetNames(type).Select(value => name + value);
        if (type == typeof(BuiltinFunction))
            return BuiltinFunctions.All.Select(function => name + function.Name);
        if (IsList(type))
            return [name + "有"];
        return inner is not null || IsNullable(property) ? [name + "有", name + "无"] : [name + "有"];
    }

    private static IEnumerable<string> LabelsOf(PropertyInfo property, object? value)
    {
        var name = $"{property.DeclaringType?.Name}.{property.Name}=";
        return value switch
        {
            null => [name + "无"],
            bool truth => [name + (truth ? "是" : "否")],
            Enum => [name + value],
            BuiltinFunction function => [name + function.Name],
            string text => [name + (text.Length > 0 ? "有" : "无")],
            IEnumerable items when IsList(property.PropertyType) => items.Cast<object?>().Any() ? [name + "有"] : [],
            _ => [name + "有"],
        };
    }

    private static bool IsList(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static bool IsNullable(PropertyInfo property)
    {
        if (!Nullable.TryGetValue(property, out var isNullable))
            Nullable.Add(property, isNullable = Nullability.Create(property).ReadState == NullabilityState.Nullable);
        return isNullable;
    }
}
