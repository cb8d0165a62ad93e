// Finds every place of a policy file where a figure, an operator, a unit, a list, a line or a quotation can be changed.
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Policies.Tests.Mutations;

/// <summary>
/// Makes mutations of the declarations of any policy file from its syntax tree. 算例 check the declarations and stay as they are;
/// titles, places, departments and remarks are free text that decides nothing.
/// </summary>
internal sealed class Mutator(SyntaxTree tree)
{
    /// <summary>Lines that decide and can be left out by mistake.</summary>
    private static readonly string[] Removable =
        ["条件", "排除", "单位上限", "累计上限", "频次", "其中", "情形", "须经", "取整", "分担", "对象", "另行给予", "形式"];

    /// <summary>Every change of a figure, an operator, a unit, a list or a line.</summary>
    public IEnumerable<Mutation> Meaning()
    {
        foreach (var block in tree.Root.Blocks.Where(static block => block is not (ExampleBlock or ErrorBlock)))
        {
            foreach (var part in block.Children.OfType<SyntaxNode>().Where(static part => part is not (TextLine or WordsLine or QuoteLine)))
            {
                foreach (var mutation in OfPart(block, part))
                    yield return mutation;
            }
            foreach (var line in block.Lines.Where(line => IsRemovable(block, line)))
                yield return Make(block, "删行", line.Span, "");
        }
    }

    /// <summary>One change per quotation: a character, and each figure.</summary>
    public IEnumerable<Mutation> Quotations(Random random)
    {
        foreach (var block in tree.Root.Blocks)
        {
            foreach (var quote in block.Lines.OfType<QuoteLine>().SelectMany(static line => line.Quotes))
            {
                var text = quote.Text;
                var letters = Enumerable.Range(1, text.Length - 2).Where(at => !IsFolded(text[at])).ToList();
                var at = letters[random.Next(letters.Count)];
                yield return Make(block, "引文", new TextSpan(quote.Span.Start + at, 1), text[at] == '改' ? "变" : "改");
                foreach (var digit in letters.Where(digit => char.IsAsciiDigit(text[digit])))
                    yield return Make(block, "引文", new TextSpan(quote.Span.Start + digit, 1),
                        text[digit] == '9' ? "8" : ((char)(text[digit] + 1)).ToString());
            }
        }
    }

    private IEnumerable<Mutation> OfPart(BlockSyntax block, SyntaxNode part)
    {
        var tokens = part.Tokens.ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var (kind, text) in FigureMutations.Of(tokens[i]))
                yield return Make(block, kind, tokens[i].Span, text);
            foreach (var text in WordMutations.OfOperator(tokens[i], tokens[Math.Min(i + 1, tokens.Count - 1)]))
                yield return Make(block, "运算", tokens[i].Span, text);
        }
        foreach (var node in part.DescendantsAndSelf())
        {
            foreach (var (kind, place, text) in WordMutations.OfNode(node))
                yield return Make(block, kind, place.Span, text);
            foreach (var mutation in OfNode(block, node))
                yield return mutation;
        }
    }

    private IEnumerable<Mutation> OfNode(BlockSyntax block, SyntaxNode node) => node switch
    {
        SetExpression set => OfSet(block, set),
        ConditionalExpression choice =>
        [
            Make(block, "运算", TextSpan.FromBounds(choice.WhenTrue.Span.Start, choice.WhenFalse.Span.End),
                $"{Text(choice.WhenFalse.Span)}{Text(TextSpan.FromBounds(choice.WhenTrue.Span.End, choice.WhenFalse.Span.Start))}"
                + $"{Text(choice.WhenTrue.Span)}"),
        ],
        AwardLine { AtMost: { } atMost, Value: { } ceiling } => [Make(block, "删行", atMost.Span.Cover(ceiling.Span), "")],
        FrequencyLine { LimitKeyword: { Value: "最多" } limit, Limit: { } years } =>
            [Make(block, "频次", limit.Span.Cover(years.Span), "")],
        LineSyntax { Keyword: { Value: "条件" or "排除" } keyword } =>
            [Make(block, "运算", keyword.Span, keyword.Value == "条件" ? "排除" : "条件")],
        _ => [],
    };

    /// <summary>Each member left out, where more than one is there; 等 left out and put in.</summary>
    private IEnumerable<Mutation> OfSet(BlockSyntax block, SetExpression set)
    {
        var members = set.Items.Items.Select(member => Text(member.Span)).ToList();
        var end = set.Etc is null ? "" : ", 等";
        for (var i = 0; i < members.Count && members.Count > 1; i++)
            yield return Make(block, "列举", set.Span, $"[{string.Join(", ", members.Where((_, index) => index != i))}{end}]");
        yield return Make(block, "列举", set.Span, $"[{string.Join(", ", members)}{(set.Etc is null ? ", 等" : "")}]");
    }

    /// <summary>A bare condition of a 范围 is removable as well as a line that says so.</summary>
    private static bool IsRemovable(BlockSyntax block, LineSyntax line) =>
        line.Keyword is { } keyword
            ? Removable.Contains(SyntaxFacts.CanonicalKeyword(keyword.Value)) && block is not PolicyBlock
            : block is ScopeBlock;

    private Mutation Make(BlockSyntax block, string kind, TextSpan span, string text) =>
        new(kind, NameOf(block), NumberOf(block), tree.Source.PositionOf(span.Start).Line + 1, span.Start, Text(span), text);

    private string Text(TextSpan span) => tree.Source[span];

    private static string NameOf(BlockSyntax block) => block switch
    {
        NumberedBlock numbered => $"{block.Keyword?.Value} {numbered.Number.Value}",
        InvariantBlock invariant => $"{block.Keyword?.Value} {invariant.TargetKind.Value} {invariant.Number.Value}",
        ParameterBlock parameter => $"{block.Keyword?.Value} {parameter.Name.Value}",
        ScopeBlock { Subject: { } subject } => $"{block.Keyword?.Value} {subject.Value}",
        _ => block.Keyword?.Value ?? "",
    };

    /// <summary>Only 条款 and 目标 have 算例 of their own.</summary>
    private static string? NumberOf(BlockSyntax block) => block switch
    {
        NumberedBlock { Keyword.Value: "条款" or "目标" } numbered => numbered.Number.Value,
        InvariantBlock invariant => invariant.Number.Value,
        _ => null,
    };

    /// <summary>Characters whose twins count as the same in a quotation (punctuation, gap marks).</summary>
    private static bool IsFolded(char character) => character == '…' || char.IsPunctuation(character) || char.IsWhiteSpace(character);
}
