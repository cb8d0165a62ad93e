// The types that a fact can have where nothing declares it: solved from the units around it, several where they do not decide.
using System.Collections.Immutable;
using Dsl.LanguageServer.Features.Completion;
using Dsl.LanguageServer.Features.Names;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.CodeActions;

internal sealed class FactTypes
{
    private static readonly ImmutableArray<DslType> Unknown = [];

    private readonly SyntaxTree _tree;
    private readonly TreePath _place;
    private readonly NamesInSight _names;

    private FactTypes(Snapshot snapshot, SyntaxTree tree, TreePath place) =>
        (_tree, _place, _names) = (tree, place, NamesInSight.Of(snapshot, tree, place.Block));

    /// <summary>The types as a schema writes them, best first; only one where the place leaves no choice.</summary>
    public static ImmutableArray<string> Of(Snapshot snapshot, SyntaxTree tree, TreePath place) =>
        new FactTypes(snapshot, tree, place).Solve();

    private ImmutableArray<string> Solve()
    {
        var last = _place.Nodes.Length - 1;
        if (last > 0 && Written(_place.Nodes[last - 1], _place.Nodes[last]) is { } words)
            return [words];
        var types = Needed(last);
        return types.IsEmpty || types.Any(static type => !IsWritable(type))
            ? Choices()
            : [.. types.Select(static type => type.DisplayName).Distinct()];
    }

    /// <summary>What belongs to a list or a column says its values.</summary>
    private string? Written(SyntaxNode parent, SyntaxNode name) => parent switch
    {
        MembershipExpression { Set: NameExpression list } membership when membership.Left == name => list.Name.Value,
        MembershipExpression { Set: SetExpression set } membership
            when membership.Left == name && set.Items.Items.All(static item => item is NameExpression) =>
            _tree.Source[set.Span],
        TableCellSyntax when _place.Nodes.OfType<TableExpression>().LastOrDefault() is { } table => ColumnType(table, name),
        _ => null,
    };

    /// <summary>Where the units do not decide: money, a number, and the units that the block itself speaks of.</summary>
    private ImmutableArray<string> Choices()
    {
        var units = _place.Block?.Tokens.Select(static token => token.Number).Where(static number => number is not null)
            .SelectMany(static number => CompoundUnits.Words(number?.PerUnit ?? "").Prepend(number?.Unit ?? ""))
            .Select(static word => Units.Find(word)).OfType<Unit>().Where(static unit => unit != Units.Yuan)
            .Select(static unit => unit.Name)
                ?? [];
        return [.. new[] { DslType.Money.DisplayName, DslType.Number.DisplayName }.Concat(units).Distinct().Take(5)];
    }

    private static bool IsWritable(DslType type) =>
        type is not QuantityType { Dimension: var dimension } || dimension.Factors.Count(static factor => factor.Power == 1) <= 1
            && dimension.Factors.All(static factor => factor.Power is 1 or -1)
            && (dimension == Dimension.None || dimension.Factors.Any(static factor => factor.Power == 1));

    /// <summary>What a node must be for what is around it; nothing where that does not say.</summary>
    private ImmutableArray<DslType> Needed(int index)
    {
        var (node, parent) = (_place.Nodes[index], index > 0 ? _place.Nodes[index - 1] : null);
        switch (parent)
        {
            case ParenthesizedExpression or UnaryExpression { Operator.Kind: not SyntaxKind.NotKeyword }:
                return Needed(index - 1);
            case UnaryExpression or BinaryExpression { Operator.Kind: SyntaxKind.AndKeyword or SyntaxKind.OrKeyword }:
                return [DslType.Truth];
            case BinaryExpression { Operator.Kind: SyntaxKind.ReachedKeyword } reached:
                return [reached.Left == node ? DslType.Date : DslType.In(Units.Years)];
            case BinaryExpression binary:
                return OfOperand(binary, node, index);
            case SuffixComparisonExpression suffixed:
                return Compared(suffixed.Left == node ? suffixed.Bound : suffixed.Left);
            case RangeExpression:
                return Needed(index - 1);
            case CallExpression call when AggregateFunctions.Find(call.Name.Value) is null:
                return call.Arguments.Items.Where(argument => argument != node).Select(Compared)
                    .FirstOrDefault(static types => types.Length == 1)
                    is { IsDefault: false } same
                    ? same
                    : Needed(index - 1);
            case ConditionalExpression choice when choice.Condition == node:
                return [DslType.Truth];
            case ConditionalExpression:
                return Needed(index - 1);
            case TableCellSyntax:
                return _place.Nodes.Take(index).ToList().FindLastIndex(static above => above is TableExpression) is >= 0 and var table
                    ? Needed(table)
                    : Unknown;
            case LineSyntax { Keyword.Value: var word } when SyntaxFacts.FindLineKeyword(word) is { IsAmount: true }:
                return [DslType.Money];
            case ExpressionLine:
                return [DslType.Truth];
            default:
                return Unknown;
        }
    }

    private ImmutableArray<DslType> OfOperand(BinaryExpression binary, SyntaxNode node, int index)
    {
        var isLeft = binary.Left == node;
        var other = isLeft ? binary.Right : binary.Left;
        switch (binary.Operator.Kind)
        {
            case SyntaxKind.Plus or SyntaxKind.Minus:
                return Compared(other) is [QuantityType] same ? same : Needed(index - 1);
            case SyntaxKind.Star:
                return Solved(index, other, static (whole, factor) => whole.Over(factor));
            case SyntaxKind.Slash when isLeft:
                return Solved(index, other, static (whole, divisor) => whole.Times(divisor));
            case SyntaxKind.Slash:
                return Solved(index, other, static (whole, dividend) => dividend.Over(whole));
            default:
                return Compared(other);
        }
    }

    /// <summary>
    /// The unknown of a product or quotient. Things counted vanish beside money, so that money over money may be any count.
    /// </summary>
    private ImmutableArray<DslType> Solved(int index, ExpressionSyntax other, Func<Dimension, Dimension, Dimension> solve)
    {
        if (TypeOf(other) is not QuantityType { Dimension: var known } || Needed(index - 1) is not [QuantityType { Dimension: var whole }])
            return Unknown;
        var solved = solve(whole, known);
        return solved == Dimension.None ? Unknown : [new QuantityType(solved)];
    }

    /// <summary>The type of the other side; a bare figure says no unit.</summary>
    private ImmutableArray<DslType> Compared(ExpressionSyntax? other) => other switch
    {
        LiteralExpression { Token.Number: { Unit.Length: 0 } } => Unknown,
        RangeExpression range => Compared(range.Low) is { Length: > 0 } low ? low : Compared(range.High),
        null => Unknown,
        _ => TypeOf(other) is { } type ? [type] : Unknown,
    };

    private DslType? TypeOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpression { Token: { Kind: SyntaxKind.RatioLiteral } } => DslType.Ratio,
        LiteralExpression { Token.Number: { PerUnit.Length: > 0 } number } =>
            number.Dimension is { } dimension ? new QuantityType(dimension) : null,
        ParenthesizedExpression { Inner: var inner } => TypeOf(inner),
        _ => _names.TypeOf(expression),
    };

    /// <summary>What the cells below a name in the header of a table say.</summary>
    private string? ColumnType(TableExpression table, SyntaxNode name)
    {
        var column = table.Rows[0].Cells.ToList().FindIndex(cell => cell.Span.Start <= name.Span.Start && cell.Span.End >= name.Span.End);
        if (column < 0)
            return null;
        var cells = table.Rows.Skip(1).Where(row => row.Cells.Length > column).Select(row => row.Cells[column].Content)
            .OfType<ExpressionSyntax>().ToList();
        if (cells.Select(Compared).FirstOrDefault(static types => types.Length == 1) is { IsDefaultOrEmpty: false } types)
            return types[0].DisplayName;
        var words = cells.SelectMany(static cell => cell is SetExpression set ? set.Items.Items : [cell]).OfType<NameExpression>()
            .Select(static word => word.Name.Value).Distinct().ToList();
        return words.Count > 0 ? $"[{string.Join(", ", words)}]" : null;
    }
}
