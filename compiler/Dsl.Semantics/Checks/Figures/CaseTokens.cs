// Literals that are written once for several cases: the boundary of 若 … 否则 …, what stands after 否则, a ceiling around a choice.
using Dsl.Values.Functions;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks.Figures;

/// <summary>How many sentences of the document a literal may stand for.</summary>
internal sealed class CaseTokens
{
    private readonly Dictionary<SyntaxToken, int> _times = [];

    /// <summary>Reads a block.</summary>
    public CaseTokens(BlockSyntax block)
    {
        foreach (var node in block.Lines.SelectMany(static line => line.DescendantsAndSelf()))
            Read(node);
        var choices = block.Lines.Where(static line => line is AwardLine or LetLine).SelectMany(static line => line.DescendantsAndSelf())
            .Select(CasesOf).DefaultIfEmpty(1).Max();
        if (choices == 1)
            return;
        // A condition of the clause, and a ceiling around the choice, are those of every case.
        foreach (var token in block.Lines.Where(static line => line is ExpressionLine { Keyword.Value: "条件" or "排除" })
            .SelectMany(static line => line.Tokens))
            _times[token] = choices;
        foreach (var call in block.Lines.SelectMany(static line => line.DescendantsAndSelf()).OfType<CallExpression>()
            .Where(static call => BuiltinFunctions.Find(call.Name.Value) is { IsLeast: true }))
        {
            foreach (var token in call.Arguments.Items.OfType<LiteralExpression>().Select(static literal => literal.Token))
                _times.TryAdd(token, choices);
        }
    }

    /// <summary>How many sentences a literal may stand for; 1 for most.</summary>
    public int TimesOf(SyntaxToken literal) => _times.GetValueOrDefault(literal, 1);

    private void Read(SyntaxNode node)
    {
        switch (node)
        {
            case ConditionalExpression choice:
                foreach (var token in choice.Condition.Tokens)
                    _times[token] = 2;
                foreach (var token in choice.WhenFalse is ConditionalExpression ? [] : choice.WhenFalse.Tokens)
                    _times[token] = 2;
                break;
            case TableExpression { Rows: [_, .. var rows] }:
                var hasRest = rows is [.., var last] && last.Cells.SkipLast(1).All(static cell => cell.Any is not null);
                foreach (var row in rows)
                    ReadRow(row, hasRest);
                break;
        }
    }

    /// <summary>The result of a row for several cases stands for each; above a last row of - every boundary has two sides.</summary>
    private void ReadRow(TableRowSyntax row, bool hasRest)
    {
        var isForSeveral = row.Cells.SkipLast(1)
            .Any(static cell => cell.Any is not null || cell.Content is RangeExpression or SetExpression || cell.Comparison is not null
                || cell.Suffix is not null);
        foreach (var token in isForSeveral && row.Cells is [.., var result] ? result.Tokens : [])
            _times[token] = 2;
        foreach (var token in hasRest ? row.Cells.SkipLast(1).SelectMany(static cell => cell.Tokens) : [])
            _times[token] = 2;
    }

    private static int CasesOf(SyntaxNode node) => node switch
    {
        ConditionalExpression { WhenFalse: ConditionalExpression inner } => 1 + CasesOf(inner),
        ConditionalExpression => 2,
        TableExpression { Rows: var rows } => Math.Max(1, rows.Length - 1),
        _ => 1,
    };
}
