// Nodes of the blocks of a file, and the file itself.
using System.Collections.Immutable;

namespace Dsl.Syntax.Tree;

/// <summary>A whole file. Lines before the first block, and blocks in an unknown form, are <see cref="ErrorBlock"/>s.</summary>
public sealed class CompilationUnit(ImmutableArray<BlockSyntax> blocks, SyntaxToken endOfFile) : SyntaxNode
{
    public ImmutableArray<BlockSyntax> Blocks { get; } = blocks;

    /// <summary>The blocks that others of the file depend on: all but the numbered ones, 算例 and 恒有, which are the most.</summary>
    public ImmutableArray<BlockSyntax> Frame
    {
        get => field.IsDefault ? field = [.. Blocks.Where(IsOfFrame)] : field;
        internal init;
    }

    /// <summary>The end, with the trivia after the last token.</summary>
    public SyntaxToken EndOfFile { get; } = endOfFile;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Blocks, EndOfFile);

    /// <inheritdoc/>
    public override SyntaxToken? LastTokenUpTo(int offset)
    {
        if (EndOfFile.Span.Start <= offset)
            return EndOfFile;
        var (low, high) = (0, Blocks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Blocks[middle].Span.Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low > 0 ? Blocks[low - 1].LastTokenUpTo(offset) : null;
    }

    /// <summary>Whether a block is one of <see cref="Frame"/>.</summary>
    internal static bool IsOfFrame(BlockSyntax block) => block is not (NumberedBlock or ExampleBlock or InvariantBlock);
}

/// <summary>A block: a header line and the lines under it.</summary>
public abstract class BlockSyntax : SyntaxNode
{
    // A block of many thousand lines is asked for each of its keywords. Made when first asked for; two threads make the same.
    private ILookup<string, LineSyntax>? _byKeyword;

    private protected BlockSyntax() { }

    /// <summary>The block's keyword; null only in an <see cref="ErrorBlock"/>.</summary>
    public SyntaxToken? Keyword { get; init; }

    /// <summary>Tokens after the end of the header's content; already reported.</summary>
    public ImmutableArray<SyntaxToken> Skipped { get; init; } = [];

    /// <summary>The lines under the header.</summary>
    public ImmutableArray<LineSyntax> Lines { get; init; } = [];

    /// <summary>The lines that begin with a keyword (its canonical word).</summary>
    public IEnumerable<LineSyntax> LinesOf(string keyword) =>
        (_byKeyword ??= Lines.ToLookup(static line => line.Keyword is { } token ? SyntaxFacts.CanonicalKeyword(token.Value) : "",
            StringComparer.Ordinal))[keyword];

    /// <summary>The lines of a form that begin with a keyword (its canonical word).</summary>
    public IEnumerable<T> LinesOf<T>(string keyword)
        where T : LineSyntax => LinesOf(keyword).OfType<T>();

    /// <summary>The lines of a form; for forms that one keyword has.</summary>
    public IEnumerable<T> LinesOf<T>()
        where T : LineSyntax => Lines.OfType<T>();

    /// <summary>The first line of a form that one keyword has; null for none.</summary>
    public T? First<T>()
        where T : LineSyntax => LinesOf<T>().FirstOrDefault();

    /// <summary>Keyword, header parts, skipped tokens, lines.</summary>
    private protected ImmutableArray<SyntaxElement> Block(params ReadOnlySpan<ChildPart> header) =>
        List(Keyword, header, Skipped, Lines);
}

/// <summary>政策 title.</summary>
public sealed class PolicyBlock(SyntaxToken title) : BlockSyntax
{
    public SyntaxToken Title { get; } = title;

    /// <summary>The path after 原文, relative to the file's folder; null if absent.</summary>
    public SyntaxToken? OfficialText =>
        LinesOf<TextLine>("原文").FirstOrDefault()?.Text is { IsMissing: false } path && !string.IsNullOrWhiteSpace(path.Text)
            ? path
            : null;

    /// <summary>The paths after 使用.</summary>
    public IEnumerable<SyntaxToken> UsedFiles =>
        LinesOf<WordsLine>("使用").SelectMany(static line => line.Words.Items)
            .Where(static word => word is { IsMissing: false, Value.Length: > 0 });

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Block(Title);
}

/// <summary>名录 名 = [a, b].</summary>
public sealed class ListBlock(SyntaxToken name, SyntaxToken equalsToken, ExpressionSyntax members) : BlockSyntax
{
    public SyntaxToken Name { get; } = name;

    /// <summary>A <see cref="SetExpression"/>, or an error.</summary>
    public ExpressionSyntax Members { get; } = members;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Block(Name, equalsToken, Members);
}

/// <summary>数据 名: a kind of subject and its facts (<see cref="FieldLine"/>s).</summary>
public sealed class DataBlock(SyntaxToken name) : BlockSyntax
{
    public SyntaxToken Name { get; } = name;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Block(Name);
}

/// <summary>明细 名 属于 数据 [计量 件 | 按年度].</summary>
public sealed class DetailBlock(SyntaxToken name, SyntaxToken inKeyword, SyntaxToken owner, SyntaxToken? measureKeyword, SyntaxToken? unit,
    SyntaxToken? byYear)
    : BlockSyntax
{
    public SyntaxToken Name { get; } = name;

    /// <summary>The subject that it belongs to.</summary>
    public SyntaxToken Owner { get; } = owner;

    /// <summary>The unit that one row counts for; null where none is said.</summary>
    public SyntaxToken? Unit { get; } = unit;

    /// <summary>按年度: one row for each year; null where it is not said.</summary>
    public SyntaxToken? ByYear { get; } = byYear;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Block(Name, inKeyword, Owner, measureKeyword, Unit, ByYear);
}

/// <summary>参数 名 : 类型 = 2021-06-21 起 100万元 | 2023-01-01 起 120万元, or 参数 名 : 类型 外部.</summary>
public sealed class ParameterBlock(
    SyntaxToken name, SyntaxToken colon, TypeSyntax type, SyntaxToken? external, SyntaxToken? equalsToken,
    SeparatedList<ParameterValueSyntax> values)
        : BlockSyntax
{
    public SyntaxToken Name { get; } = name;

    public TypeSyntax Type { get; } = type;

    /// <summary>外部; null where the values are written.</summary>
    public SyntaxToken? External { get; } = external;

    /// <summary>The history, or one value without a date.</summary>
    public SeparatedList<ParameterValueSyntax> Values { get; } = values;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren =>
        Block(Name, colon, Type, External, equalsToken, Values.Elements);
}

/// <summary>2021-06-21 起 100万元, or a value alone.</summary>
public sealed class ParameterValueSyntax(ExpressionSyntax? from, SyntaxToken? fromKeyword, ExpressionSyntax value) : SyntaxNode
{
    /// <summary>The date from which the value holds; null for always.</summary>
    public ExpressionSyntax? From { get; } = from;

    public ExpressionSyntax Value { get; } = value;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(From, fromKeyword, Value);
}

/// <summary>范围 [对象].</summary>
public sealed class ScopeBlock(SyntaxToken? subject) : BlockSyntax
{
    /// <summary>The kind of subject; null for the policy's.</summary>
    public SyntaxToken? Subject { get; } = subject;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Block(Subject);
}

/// <summary>条款, 目标, 资金池, 义务, 程序: number and title.</summary>
public sealed class NumberedBlock(SyntaxToken number, SyntaxToken title) : BlockSyntax
{
    /// <summary>The words that such blocks begin with.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["条款", "目标", "资金池", "义务", "程序"];

    /// <summary>The number: everything up to the first space.</summary>
    public SyntaxToken Number { get; } = number;

    /// <summary>The title; its text is empty where none is written.</summary>
    public SyntaxToken Title { get; } = title;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Block(Number, Title);
}

/// <summary>算例 条款 20 title.</summary>
public sealed class ExampleBlock(SyntaxToken targetKind, SyntaxToken number, SyntaxToken title) : BlockSyntax
{
    /// <summary>条款 or 目标.</summary>
    public SyntaxToken TargetKind { get; } = targetKind;

    /// <summary>The number of the clause or target.</summary>
    public SyntaxToken Number { get; } = number;

    public SyntaxToken Title { get; } = title;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Block(TargetKind, Number, Title);
}

/// <summary>恒有 条款 20 奖补 &lt;= 100万元.</summary>
public sealed class InvariantBlock(SyntaxToken targetKind, SyntaxToken number, ExpressionSyntax condition) : BlockSyntax
{
    /// <summary>条款.</summary>
    public SyntaxToken TargetKind { get; } = targetKind;

    /// <summary>The number of the clause.</summary>
    public SyntaxToken Number { get; } = number;

    /// <summary>What always holds.</summary>
    public ExpressionSyntax Condition { get; } = condition;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Block(TargetKind, Number, Condition);
}

/// <summary>Lines that belong to no block; already reported.</summary>
public sealed class ErrorBlock : BlockSyntax
{
    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Block();
}
