// A fact for a name that nothing declares: its type is what the place where it is used asks for.
using System.Collections.Immutable;
using Dsl.LanguageServer.Features.Names;
using Dsl.LanguageServer.Workspaces;
using Dsl.Library.Types;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.CodeActions;

/// <summary>Declares missing facts.</summary>
internal static class NewFact
{
    private const string Money = "金额", Truth = "是否", Date = "日期", Year = "年度", Ratio = "比率", Text = "文本", Number = "数";

    /// <summary>An action for each table that could hold the fact; none for another finding.</summary>
    public static IEnumerable<ProposedAction> For(Snapshot snapshot, Diagnostic finding)
    {
        if (finding.Rule != NameDiagnostics.UnknownName)
            yield break;
        foreach (var action in Single(snapshot, finding))
            yield return action;
        if (All(snapshot, finding) is { } all)
            yield return all;
    }

    /// <summary>All that the block lacks, each where the first proposal of its own would put it; null where it is but one.</summary>
    private static ProposedAction? All(Snapshot snapshot, Diagnostic finding)
    {
        if (snapshot.TreeOf(finding.Source.Path)?.Root.Blocks.FirstOrDefault(block => block.Span.Start <= finding.Span.Start && finding.Span.End <= block.Span.End) is not { } block)
            return null;
        var missing = snapshot.Policies.Diagnostics
            .Where(other => other.Rule == NameDiagnostics.UnknownName && other.Source == finding.Source && block.Span.Start <= other.Span.Start && other.Span.End <= block.Span.End)
            .DistinctBy(static other => other.Source[other.Span])
            .Select(other => Single(snapshot, other).FirstOrDefault()).OfType<ProposedAction>().ToList();
        if (missing.Count < 2)
            return null;
        // They all go to the ends of tables: one edit a place, the lines one below the other.
        var edits = missing.SelectMany(static action => action.Edits).GroupBy(static entry => entry.Source)
            .Select(static file => (file.Key, file.SelectMany(static entry => entry.Edits).GroupBy(static edit => edit.Span)
                .Select(static place => new TextEdit(place.Key, string.Concat(place.Select(static edit => edit.NewText)))).ToImmutableArray()));
        return new($"新建这里缺少的 {missing.Count} 个事实", finding, false, [.. edits]);
    }

    private static IEnumerable<ProposedAction> Single(Snapshot snapshot, Diagnostic finding)
    {
        if (snapshot.TreeOf(finding.Source.Path) is not { } tree || TreePath.To(tree, finding.Span.Start + 1) is not { } place)
            yield break;
        var (name, type) = (place.Token.Value, Guess(snapshot, finding.Source.Path, place));
        foreach (var table in Tables(snapshot, finding.Source.Path, place.Block))
        {
            if (table.Syntax is { } block && snapshot.TreeOf(table.Symbol.Source.Path) is { } schema)
            {
                var end = schema.Source.LineSpan(schema.Source.PositionOf(block.Span.End).Line).End;
                yield return ProposedAction.Of($"在 {table.Symbol.Name} 中新建事实「{name} : {type}」", finding, schema.Source, new TextEdit(new(end, 0), $"\n  {name} : {type}"));
            }
        }
    }

    /// <summary>The subject of the block, and the detail whose rows it goes over, nearest first.</summary>
    private static IEnumerable<(TableSymbol Symbol, BlockSyntax? Syntax)> Tables(Snapshot snapshot, string path, BlockSyntax? block)
    {
        var policy = snapshot.PolicyOf(path);
        var clause = policy?.Clauses.FirstOrDefault(clause => clause.Basis.Syntax == block);
        var subject = clause?.Subject ?? policy?.Scopes.FirstOrDefault(scope => scope.Syntax == block)?.Subject
            ?? policy?.Procedures.FirstOrDefault(procedure => procedure.Basis.Syntax == block)?.Subject
            ?? snapshot.Model.Subjects.FirstOrDefault(static subject => subject.Name == "企业") ?? (snapshot.Model.Subjects is [var only] ? only : null);
        foreach (var table in new TableSymbol?[] { clause?.Each, subject }.OfType<TableSymbol>())
        {
            yield return (table, snapshot.TreeOf(table.Source.Path)?.Root.Blocks
                .FirstOrDefault(candidate => candidate is DataBlock data && data.Name.Span == table.Span || candidate is DetailBlock detail && detail.Name.Span == table.Span));
        }
    }

    /// <summary>The type that the place asks for, as it is written in a schema.</summary>
    private static string Guess(Snapshot snapshot, string path, TreePath place)
    {
        var name = place.Nodes[^1];
        for (var i = place.Nodes.Length - 2; i >= 0; i--)
        {
            switch (place.Nodes[i])
            {
                case BinaryExpression { Operator.Kind: SyntaxKind.AndKeyword or SyntaxKind.OrKeyword } or UnaryExpression { Operator.Kind: SyntaxKind.NotKeyword }:
                    return Truth;
                case BinaryExpression { Operator.Kind: SyntaxKind.ReachedKeyword }:
                    return Date;
                // A factor says nothing of the other; what the product is asked to be, does.
                case BinaryExpression { Operator.Kind: SyntaxKind.Times or SyntaxKind.Over }:
                    break;
                case BinaryExpression binary when TypeOf(snapshot, path, Contains(binary.Left, name) ? binary.Right : binary.Left) is { } type:
                    return type;
                case SuffixComparisonExpression comparison when TypeOf(snapshot, path, comparison.Bound) is { } type:
                    return type;
                case MembershipExpression { Set: NameExpression list }:
                    return list.Name.Value;
                case MembershipExpression { Set: SetExpression set } when set.Items.Items.All(static item => item is NameExpression):
                    return snapshot.Source(path)[set.Span];
                case CallExpression call when call.Arguments.Items.Where(argument => !Contains(argument, name)).Select(argument => TypeOf(snapshot, path, argument)).FirstOrDefault(static type => type is not null) is { } type:
                    return type;
                case ConditionalExpression choice when Contains(choice.Condition, name):
                    return Truth;
                case TableExpression table when ColumnType(snapshot, path, table, name) is { } type:
                    return type;
                case AwardLine or ExpressionLine { Keyword.Value: "单位上限" or "累计上限" or "规模" }:
                    return Money;
                case ExpressionLine:
                    return i == place.Nodes.Length - 2 ? Truth : Number;
            }
        }
        return Money;
    }

    /// <summary>What the cells below a name in the header of a table say.</summary>
    private static string? ColumnType(Snapshot snapshot, string path, TableExpression table, SyntaxNode name)
    {
        var column = table.Rows[0].Cells.ToList().FindIndex(cell => Contains(cell, name));
        if (column < 0)
            return null;
        var cells = table.Rows.Skip(1).Where(row => row.Cells.Length > column).Select(row => row.Cells[column].Content).OfType<ExpressionSyntax>().ToList();
        if (cells.Select(cell => TypeOf(snapshot, path, cell)).FirstOrDefault(static type => type is not null) is { } type)
            return type;
        var words = cells.SelectMany(static cell => cell is SetExpression set ? set.Items.Items : [cell]).OfType<NameExpression>().Select(static word => word.Name.Value).Distinct().ToList();
        return words.Count > 0 ? $"[{string.Join(", ", words)}]" : null;
    }

    /// <summary>The type of an expression as it is written in a schema; null where it does not tell.</summary>
    private static string? TypeOf(Snapshot snapshot, string path, ExpressionSyntax expression) => expression switch
    {
        LiteralExpression { Token: var token } => token.Kind switch
        {
            SyntaxKind.NumberLiteral when token.Number is { } number => number switch
            {
                { Unit: "元", PerUnit: "" } => Money,
                { Unit: "%" or "‰" } => Ratio,
                { Unit: "" } => null,
                { PerUnit: "" } => Units.Find(number.Unit)?.ToString() ?? number.Unit,
                _ => $"{number.Unit}/{number.PerUnit}",
            },
            SyntaxKind.RatioLiteral => Ratio,
            SyntaxKind.DateLiteral => Date,
            SyntaxKind.YearLiteral => Year,
            SyntaxKind.TextLiteral => Text,
            SyntaxKind.YesKeyword or SyntaxKind.NoKeyword => Truth,
            _ => null,
        },
        NameExpression { Name: var name } => snapshot.Names.At(path, name.Span.Start)?.Symbol switch
        {
            FieldSymbol field => field.Type.DisplayName,
            ParameterSymbol parameter => parameter.Type.DisplayName,
            LocalSymbol { Value: { IsError: false } value } => value.Type.DisplayName,
            _ => name.Value is Semantics.Binding.SpecialNames.AsOfDate or Semantics.Binding.SpecialNames.EffectiveDate ? Date : name.Value == Semantics.Binding.SpecialNames.ApplicationYear ? Year : null,
        },
        ParenthesizedExpression { Inner: var inner } => TypeOf(snapshot, path, inner),
        RangeExpression range => (range.Low is { } low ? TypeOf(snapshot, path, low) : null) ?? (range.High is { } high ? TypeOf(snapshot, path, high) : null),
        BinaryExpression { Operator.Kind: SyntaxKind.Plus or SyntaxKind.Minus or SyntaxKind.Times } sum => TypeOf(snapshot, path, sum.Left) is { } type and not Ratio ? type : TypeOf(snapshot, path, sum.Right),
        _ => null,
    };

    private static bool Contains(SyntaxNode node, SyntaxNode inner) => node.Span.Start <= inner.Span.Start && node.Span.End >= inner.Span.End;

    private static SourceText Source(this Snapshot snapshot, string path) => snapshot.SourceOf(path) ?? new SourceText(path, "");
}
