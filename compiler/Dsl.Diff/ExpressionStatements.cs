// The exact differences between two expressions in a few words: 3% → 4%, > → ≥, 增加「甲」.
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Values.Functions.Meanings;

namespace Dsl.Diff;

/// <summary>Finds the smallest parts in which two expressions differ.</summary>
internal sealed class ExpressionStatements(ExpressionKeys keys)
{
    /// <summary>More would not be read.</summary>
    private const int MostStatements = 8;

    /// <summary>The statements; none where the expressions differ as a whole.</summary>
    public List<string> Of(IrExpression old, IrExpression @new)
    {
        var (told, left) = (new List<string>(), new Stack<(IrExpression Old, IrExpression New)>([(old, @new)]));
        while (left.TryPop(out var pair))
        {
            if (told.Count == MostStatements)
            {
                told.Add("……");
                break;
            }
            if (Key(pair.Old) == Key(pair.New))
                continue;
            var inner = new List<(IrExpression, IrExpression)>();
            var isWhole = ReferenceEquals(pair.Old, old);
            foreach (var statement in Statements(pair.Old, pair.New, inner) ?? (isWhole ? [] : [Arrow(TextOf(pair.Old), TextOf(pair.New))]))
                told.Add(statement);
            inner.Reverse();
            foreach (var next in inner)
                left.Push(next);
        }
        return told;
    }

    /// <summary>An expression as written; a table row by row.</summary>
    public static string TextOf(IrExpression node) => node switch
    {
        IrConstant constant => constant.Origin.Text.Length > 0 ? constant.Origin.Text : Wording.Of(constant.Value, constant.Type),
        IrTable table => string.Join("；", table.Rows.Select(static row => $"{row.Text} → {row.Value.Origin.Text}")),
        _ => node.Origin.Text,
    };

    /// <summary>What differs at this node, and the pairs to look into; null where the two have nothing in common.</summary>
    private IEnumerable<string>? Statements(IrExpression old, IrExpression @new, List<(IrExpression, IrExpression)> inner)
    {
        switch (old, @new)
        {
            case (IrConstant a, IrConstant b):
                return [Arrow(Wording.Of(a.Value, a.Type), Wording.Of(b.Value, b.Type))];
            case (IrCompare a, IrCompare b):
                return Signs(Wording.Sign(a.Operator), Wording.Sign(b.Operator), [a.Left, a.Right], [b.Left, b.Right], inner);
            case (IrArithmetic a, IrArithmetic b):
                return Signs(Wording.Sign(a.Operator), Wording.Sign(b.Operator), [a.Left, a.Right], [b.Left, b.Right], inner);
            case (IrMember a, IrMember b) when Key(a.Operand) == Key(b.Operand):
                return Members(a, b);
            case (IrAnd or IrOr, IrAnd or IrOr):
                return Chains(old is IrAnd ? "且" : "或", @new is IrAnd ? "且" : "或", IrWalk.Parts(old), IrWalk.Parts(@new), inner);
            case (IrCall a, IrCall b) when a.Function.Meaning is ExtremeMeaning || b.Function.Meaning is ExtremeMeaning:
                return Chains(a.Function.Name, b.Function.Name, a.Arguments, b.Arguments, inner);
            case (IrCall a, IrCall b) when a.Arguments.Length == b.Arguments.Length:
                return Signs(a.Function.Name, b.Function.Name, a.Arguments, b.Arguments, inner);
            case (IrNot a, IrNot b):
                return Signs("", "", [a.Operand], [b.Operand], inner);
            case (IrSameText a, IrSameText b):
                return Signs("", "", [a.Left, a.Right], [b.Left, b.Right], inner);
            case (IrTable a, IrTable b):
                return Rows(a.Rows, b.Rows, inner);
            case (IrChoose a, IrChoose b):
                return Signs("", "", [a.Condition, a.WhenTrue, a.WhenFalse], [b.Condition, b.WhenTrue, b.WhenFalse], inner);
            default:
                return null;
        }
    }

    private static List<string> Signs(
        string old, string @new, IReadOnlyList<IrExpression> before, IReadOnlyList<IrExpression> after,
        List<(IrExpression, IrExpression)> inner)
    {
        inner.AddRange(before.Zip(after));
        return old == @new ? [] : [Arrow(old, @new)];
    }

    private static List<string> Members(IrMember old, IrMember @new)
    {
        List<string> told = [.. @new.Values.Except(old.Values).Select(static value => $"增加「{value}」"),
            .. old.Values.Except(@new.Values).Select(static value => $"删去「{value}」")];
        if (old.IsOpen != @new.IsOpen)
            told.Add(@new.IsOpen ? "增加「等」" : "删去「等」");
        return told;
    }

    // The operands have no order: those on both sides are equal, the rest is paired as far as possible.
    private List<string> Chains(
        string old, string @new, IReadOnlyList<IrExpression> before, IReadOnlyList<IrExpression> after,
        List<(IrExpression, IrExpression)> inner)
    {
        List<string> told = old == @new ? [] : [Arrow(old, @new)];
        var common = before.Select(Key).Intersect(after.Select(Key)).ToHashSet();
        var (removed, added) =
            (before.Where(part => !common.Contains(Key(part))).ToList(), after.Where(part => !common.Contains(Key(part))).ToList());
        var paired = Math.Min(removed.Count, added.Count);
        inner.AddRange(removed.Zip(added));
        told.AddRange(removed.Skip(paired).Select(static part => $"删去「{TextOf(part)}」"));
        told.AddRange(added.Skip(paired).Select(static part => $"增加「{TextOf(part)}」"));
        return told;
    }

    private List<string> Rows(IReadOnlyList<IrTableRow> before, IReadOnlyList<IrTableRow> after, List<(IrExpression, IrExpression)> inner)
    {
        var told = new List<string>();
        var old = before.ToLookup(TestKey);
        var @new = after.ToLookup(TestKey);
        foreach (var row in before)
        {
            if (@new[TestKey(row)].FirstOrDefault() is not { } same)
                told.Add($"删去「{row.Text} → {TextOf(row.Value)}」");
            else if (Key(row.Value) != Key(same.Value))
                told.Add($"{row.Text}：{Arrow(TextOf(row.Value), TextOf(same.Value))}");
        }
        told.AddRange(after.Where(row => !old.Contains(TestKey(row))).Select(static row => $"增加「{row.Text} → {TextOf(row.Value)}」"));
        return told;
    }

    private int TestKey(IrTableRow row) => row.Test is { } test ? Key(test) : -1;

    private int Key(IrExpression node) => keys.Of(node, LocalReading.Name);

    private static string Arrow(string old, string @new) => $"{old} → {@new}";
}
