// Columns that the lines of one block share: values of 政策, colons of 数据 and 明细.
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.Syntax.Formatting;

/// <summary>Shared columns of a block.</summary>
internal sealed class BlockLayout
{
    private readonly Dictionary<LineSyntax, int> _nameWidths = [];

    /// <summary>The width that keywords are padded to; 0 for no padding.</summary>
    public int KeywordWidth { get; private init; }

    /// <summary>The width that the name of a field, with 主键 before it, is padded to.</summary>
    public int NameWidth(LineSyntax line) => _nameWidths.GetValueOrDefault(line);

    /// <summary>Measures a block; lines with mistakes take no part.</summary>
    public static BlockLayout Of(BlockSyntax block, Func<SyntaxNode, bool> isSound)
    {
        var layout = new BlockLayout { KeywordWidth = block is PolicyBlock ? WidestKeyword(block.Lines.Where(line => isSound(line))) : 0 };
        if (block is DataBlock or DetailBlock)
            layout.MeasureFields(block, isSound);
        return layout;
    }

    private static int WidestKeyword(IEnumerable<LineSyntax> lines) => lines
        .Select(static line => line.Keyword is { } keyword ? DisplayWidth.Of(SyntaxFacts.CanonicalKeyword(keyword.Value)) : 0)
        .DefaultIfEmpty().Max();

    // Fields without a blank line between them are one group.
    private void MeasureFields(BlockSyntax block, Func<SyntaxNode, bool> isSound)
    {
        var group = new List<FieldLine>();
        foreach (var line in block.Lines)
        {
            if (StartsGroup(line))
                CloseGroup(group);
            if (line is FieldLine field && isSound(field))
                group.Add(field);
        }
        CloseGroup(group);
    }

    private static bool StartsGroup(LineSyntax line) =>
        line.Tokens.FirstOrDefault(static token => !token.IsMissing) is { } first
        && CharacterFacts.SplitLines(first.LeadingTrivia) is { Length: > 2 } lines
        && lines[1..^1].Any(static text => string.IsNullOrWhiteSpace(text));

    /// <summary>Columns of a field up to its colon: 主键 编号 is 9 wide.</summary>
    public static int WidthOf(FieldLine field) =>
        DisplayWidth.Of(field.Name.Value)
        + (field.Keyword is { } keyword ? DisplayWidth.Of(SyntaxFacts.CanonicalKeyword(keyword.Value)) + 1 : 0);

    private void CloseGroup(List<FieldLine> group)
    {
        var width = group.Select(WidthOf).DefaultIfEmpty().Max();
        foreach (var field in group)
            _nameWidths[field] = width;
        group.Clear();
    }
}
