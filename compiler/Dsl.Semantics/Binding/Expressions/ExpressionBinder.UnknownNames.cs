// What to say of a name that nothing in sight declares: run together, of another table, a value of a list, misspelt.
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

internal sealed partial class ExpressionBinder
{
    private BoundError ReportUnknownName(NameExpression syntax, string name)
    {
        var span = syntax.Name.Span;
        if (frame.OverRegistry && !frame.InAggregate && frame.Subject?.FindField(name) is not null)
            return ReportOutsideAggregate(syntax, name);
        if (frame.OuterRow?.FindField(name) is not null)
            return ReportOuterRow(syntax, name);
        if (frame is { Row: null, Each: { } each } && each.FindField(name) is not null)
            return ReportRowInCap(syntax, name, each);
        if (frame.Declarations.ListWith(name) is null && !InlineValues.Contains(name) && NumeralWords.Rewrite(name) is { } figure)
        {
            sink.Add(NameDiagnostics.NumeralWord.At(sink.Source, span, name, figure).WithFix($"改为「{figure}」", new TextEdit(span, figure)));
            return Error(syntax);
        }
        if (new NameSplitter(IsKnownWord).Split(name) is { } split)
        {
            sink.Add(NameDiagnostics.WordsRunTogether.At(sink.Source, span, syntax.Name.Text, "连在一起了", split, "在「且」「或」「超过」这样的词的两边各空一格。").WithFix($"改为「{split}」", new TextEdit(span, split)));
            return Error(syntax);
        }
        if (ReportPhrase(span, name))
            return Error(syntax);
        if (Units.Find(name) is not null)
        {
            sink.Report(NameDiagnostics.UnitAlone, span, name);
            return Error(syntax);
        }
        if (NonValueName(name) is { } what)
        {
            sink.Report(NameDiagnostics.NotAValue, span, name, what.What, what.Remedy);
            return Error(syntax);
        }
        if (TableWithField(name) is { } table)
            return ReportOtherTable(syntax, name, table);
        if (frame.Declarations.ListWith(name) is { } list && FactsOf(list) is [var fact, ..] facts)
        {
            var finding = NameDiagnostics.ListValueAlone.At(sink.Source, span, name, list.Name, fact);
            sink.Add(facts.Count == 1 && IsTruthWanted ? finding.WithGuess($"改为「{fact} = {name}」", new TextEdit(span, $"{fact} = {syntax.Name.Text}")) : finding);
            return Error(syntax);
        }
        if (frame.IsIncomplete)
            return Error(syntax);
        var (best, fits) = NearestFitting(name);
        sink.Add(WithRename(NameDiagnostics.UnknownName.At(sink.Source, span, name, Spelling.Hint(best)), span, fits ? best : null));
        return Error(syntax);
    }

    private bool IsTruthWanted => _fits is { } fits && fits(DslType.Truth) && !fits(DslType.Money);

    private List<string> FactsOf(ListSymbol list) =>
        [.. (frame.Subject?.Fields ?? []).Concat(frame.Row?.Fields ?? []).Where(candidate => candidate.Type == list.Type).Select(static candidate => candidate.Name)];

    private BoundError ReportOutsideAggregate(ExpressionSyntax syntax, string name)
    {
        sink.Report(NameDiagnostics.FactOutsideAggregate, syntax.Span, name, frame.Subject?.Name ?? "");
        return Error(syntax);
    }

    private BoundError ReportOtherTable(ExpressionSyntax syntax, string name, TableSymbol table)
    {
        // 每个 with a name that is none was reported: whose field it is is not known.
        if (frame.IsIncomplete)
            return Error(syntax);
        var remedy = table switch
        {
            DetailSymbol detail when detail.Subject == frame.Subject && frame.Row is null =>
                $"条款里写一行「每个 {detail.Name}」，就逐行计算；{OverRows(detail, name)}",
            DetailSymbol detail when detail.Subject == frame.Subject => $"这里逐行计算的是 {frame.Row?.Name}；{OverRows(detail, name)}",
            DetailSymbol detail => $"它属于 {detail.Subject.Name}；在条款里用 对象 {detail.Subject.Name} 说明主体。",
            _ => $"在条款里用 对象 {table.Name} 说明主体。",
        };
        sink.Report(NameDiagnostics.FieldOfOtherTable, syntax.Span, name, table is DetailSymbol ? "明细" : "数据", table.Name, remedy);
        return Error(syntax);
    }

    // Only figures have a sum.
    private static string OverRows(DetailSymbol detail, string name) => detail.FindField(name)?.Type switch
    {
        QuantityType => $"要 {detail.Name} 各行之和，写 合计({detail.Name}, {name})。",
        TruthType => $"有这样的行就算的，写 存在({detail.Name}, {name})。",
        _ => $"有这样的行就算的，写 存在({detail.Name}, 条件)。",
    };

    private TableSymbol? TableWithField(string name) =>
        frame.Subject?.Details.FirstOrDefault(detail => detail.FindField(name) is not null && !detail.IsBuiltIn)
        ?? (TableSymbol?)frame.Declarations.Details.Values.FirstOrDefault(detail => detail.FindField(name) is not null)
        ?? frame.Declarations.Subjects.Values.FirstOrDefault(subject => subject.FindField(name) is not null);

    private (string What, string Remedy)? NonValueName(string name)
    {
        if (frame.Declarations.Lists.ContainsKey(name))
            return ("名录", $"写明哪项事实是其中之一，如 注册区县 属于 {name}。");
        if (frame.Declarations.Details.ContainsKey(name))
            return ("明细", $"要行数的写 计数({name})，要某一项之和的写 合计({name}, 字段)，逐行给钱的另写一行 每个 {name}。");
        if (frame.Declarations.Subjects.ContainsKey(name))
            return ("数据", $"写出是 {name} 的哪一项事实，如 {name}.{(frame.Declarations.Subjects[name].Fields is [var first, ..] ? first.Name : "名称")}。");
        if (AggregateFunctions.Find(name) is { } aggregate)
            return ("函数", aggregate.TakesSelector ? $"写成 {name}(明细, 值)。" : $"写成 {name}(明细)。");
        return BuiltinFunctions.Find(name) is { } function ? ("函数", $"写成 {name}({string.Join(", ", function.Parameters)})。") : null;
    }

    private bool IsKnownWord(string word) =>
        SpecialNames.Find(word) is not null
        || frame.Locals?.Find(word) is not null
        || frame.Row?.FindField(word) is not null
        || frame.Subject?.FindField(word) is not null
        || frame.Declarations.Parameters.ContainsKey(word)
        || frame.Declarations.ListWith(word) is not null
        || InlineValues.Contains(word)
        || NumeralWords.Rewrite(word) is not null;

    private IEnumerable<string> InlineValues =>
        (frame.Row?.Fields ?? []).Concat(frame.Subject?.Fields ?? []).Select(static fact => fact.Type).OfType<EnumType>().SelectMany(static type => type.Members);
}
