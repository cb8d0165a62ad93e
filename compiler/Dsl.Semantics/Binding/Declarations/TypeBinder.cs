// Types as written after a colon: words, units, lists.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Declarations;

/// <summary>Binds types.</summary>
internal static class TypeBinder
{
    private static readonly ImmutableDictionary<string, DslType> Words =
        DslType.Named.ToImmutableDictionary(static named => named.Word, static named => named.Type, StringComparer.Ordinal);

    /// <summary>Whether a word is a type of its own.</summary>
    public static bool IsTypeWord(string word) => Words.ContainsKey(word) || Units.Find(word) is not null;

    /// <summary>The type; <see cref="DslType.Error"/> after a report.</summary>
    public static DslType Bind(TypeSyntax syntax, FileContext file)
    {
        if (syntax.Members is { } members)
            return List(null, members, file.Sink) is { Members.IsEmpty: false } inline ? inline : DslType.Error;
        if (syntax.Name is not { IsMissing: false } name || name.Value.Length == 0)
            return DslType.Error;
        var type =
            Words.GetValueOrDefault(name.Value) ?? (Units.Find(name.Value) is { } unit ? DslType.In(unit) : null) ?? NamedList(name, file);
        if (type is null)
        {
            ReportUnknown(name, file);
            return DslType.Error;
        }
        return syntax.PerUnits.Aggregate(type, (whole, per) => whole.IsError ? whole : Over(whole, per, file));
    }

    private static EnumType? NamedList(SyntaxToken name, FileContext file)
    {
        var list = file.FindList(name.Value);
        file.Sink.Names.Add(name, list);
        return list?.Type;
    }

    private static DslType Over(DslType type, SyntaxToken per, FileContext file)
    {
        if (per.IsMissing)
            return DslType.Error;
        if (Units.Find(per.Value) is { } unit && type is QuantityType { Dimension: var dimension })
            return new QuantityType(dimension.Over(Dimension.Of(unit)));
        file.Sink.Report(DeclarationDiagnostics.UnknownUnit, per.Span, per.Text);
        return DslType.Error;
    }

    private static void ReportUnknown(SyntaxToken name, FileContext file)
    {
        if (OtherTypes.TryGetValue(name.Value, out var ours))
        {
            file.Sink.Add(NameDiagnostics.TypeOfOthers.At(file.Sink.Source, name.Span, name.Text, ours)
                .WithFix($"改为「{ours}」", new Syntax.Diagnostics.TextEdit(name.Span, ours)));
            return;
        }
        var best = Spelling.Best(name.Value, Words.Keys.Concat(file.ListNames));
        var rule =
            name.Value is "整数" or "数字" or "数值" or "小数" or "数量" ? NameDiagnostics.NumberAsType : NameDiagnostics.UnknownType;
        var finding = rule.At(file.Sink.Source, name.Span, name.Text, Spelling.Hint(best));
        file.Sink.Add(Spelling.WithRename(finding, name.Span, best));
    }

    // What other programs call the types.
    private static readonly ImmutableDictionary<string, string> OtherTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["万元"] = "金额", ["亿元"] = "金额", ["人民币"] = "金额", ["货币"] = "金额", ["布尔"] = "是否", ["布尔值"] = "是否",
        ["真假"] = "是否", ["字符串"] = "文本", ["字符"] = "文本", ["文字"] = "文本", ["文本型"] = "文本",
        ["时间"] = "日期", ["年月日"] = "日期", ["百分比"] = "比率", ["百分数"] = "比率", ["百分率"] = "比率", ["比例"] = "比率",
        ["占比"] = "比率", ["年份"] = "年度", ["人数"] = "人", ["户数"] = "户",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>A list as a type; without values (reported) where there are none.</summary>
    public static EnumType List(string? name, SetExpression set, DiagnosticSink sink)
    {
        var type = new EnumType(name, Members(set, sink), set.Etc is not null);
        sink.Names.DeclareMembers(set, type);
        return type;
    }

    private static ImmutableArray<string> Members(SetExpression set, DiagnosticSink sink)
    {
        var members = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in set.Items.Items)
        {
            var token = NameUses.TokenOf(item);
            if (token is null && item is not ErrorExpression)
                sink.Report(TypeDiagnostics.NotInExpression, item.Span, sink.Source[item.Span]);
            if (token is not { IsMissing: false })
                continue;
            if (seen.Add(token.Value))
                members.Add(token.Value);
            else
                sink.Report(DeclarationDiagnostics.DuplicateMember, token.Span, token.Value);
        }
        if (members.Count == 0 && set.Items.Items.IsEmpty)
            sink.Report(DeclarationDiagnostics.EmptyList, set.Span);
        return members.ToImmutable();
    }
}
