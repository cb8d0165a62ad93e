// What to do about a name that stands for something else than the place asks for.
using Dsl.Values.Functions;
using Dsl.Values.Types;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Symbols;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Sentences that rules about names take as a fact.</summary>
internal static class NameRemedies
{
    /// <summary>What a name is that is declared and no value, and what to write; null for any other name.</summary>
    public static (string What, string Remedy)? OfNonValue(VisibleDeclarations declarations, string name)
    {
        if (declarations.Lists.ContainsKey(name))
            return ("名录", $"写明哪项事实是其中之一，如 注册区县 属于 {name}。");
        if (declarations.Details.ContainsKey(name))
            return ("明细", $"要行数的写 计数({name})，要某一项之和的写 合计({name}, 字段)，逐行给钱的另写一行 每个 {name}。");
        if (declarations.Subjects.ContainsKey(name))
            return ("数据",
                $"写出是 {name} 的哪一项事实，如 {name}.{(declarations.Subjects[name].Fields is [var first, ..] ? first.Name : "名称")}。");
        if (AggregateFunctions.Find(name) is { } aggregate)
            return ("函数", aggregate.TakesSelector ? $"写成 {name}(明细, 值)。" : $"写成 {name}(明细)。");
        return BuiltinFunctions.Find(name) is { } function ? ("函数", $"写成 {name}({string.Join(", ", function.Parameters)})。") : null;
    }

    /// <summary>How one of several values is written.</summary>
    public static string OneOf(IEnumerable<string> values) => $"几个值之一的，写 属于 [{string.Join(", ", values)}]。";

    /// <summary>What to write for a field of a table that is not at hand.</summary>
    public static string OfOtherTable(BindingFrame frame, TableSymbol table, string name) => table switch
    {
        DetailSymbol detail when detail.Subject == frame.Subject && frame.Row is null =>
            $"条款里写一行「每个 {detail.Name}」，就逐行计算；{OverRows(detail, name)}",
        DetailSymbol detail when detail.Subject == frame.Subject => $"这里逐行计算的是 {frame.Row?.Name}；{OverRows(detail, name)}",
        DetailSymbol detail => $"它属于 {detail.Subject.Name}；在条款里用 对象 {detail.Subject.Name} 说明主体。",
        _ => $"在条款里用 对象 {table.Name} 说明主体。",
    };

    // Only figures have a sum.
    private static string OverRows(DetailSymbol detail, string name) => detail.FindField(name)?.Type switch
    {
        QuantityType => $"要 {detail.Name} 各行之和，写 合计({detail.Name}, {name})。",
        TruthType => $"有这样的行就算的，写 存在({detail.Name}, {name})。",
        _ => $"有这样的行就算的，写 存在({detail.Name}, 条件)。",
    };
}
