// Binds what the head of a policy says of several clauses together: 竞合 between them, 合计上限, and the 依据 of both.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds the lines of a head that name clauses.</summary>
internal sealed class JointRulesBinder(PolicyContext context, PolicyBlock block)
{
    /// <summary>The lines; null where there are none.</summary>
    public BoundJointRules? Bind()
    {
        CheckQuotes();
        var caps = new JointCapBinder(context, block).Bind();
        var exclusions = new ExclusionBinder(context, block).Bind();
        return caps.IsEmpty && exclusions.IsEmpty ? null : new(block, caps, exclusions);
    }

    /// <summary>依据 in the head is of the 竞合 or 合计上限 above it.</summary>
    private void CheckQuotes()
    {
        LineSyntax? above = null;
        foreach (var line in block.Lines)
        {
            if (line is QuoteLine { Keyword: { } keyword } && above is not (JointCapLine or WordsLine { Keyword.Value: "竞合" }))
                context.Sink.Report(ExclusionDiagnostics.QuoteOfNothing, keyword.Span);
            above = line is QuoteLine ? above : line;
        }
    }
}

/// <summary>Reads 条款 2、3.</summary>
internal sealed class ClauseNumbers(PolicyContext context)
{
    /// <summary>The numbers that are known; what is wrong is reported.</summary>
    /// <param name="words">条款 and the numbers.</param>
    /// <param name="where">The word of the line.</param>
    /// <param name="forms">How the line is written.</param>
    public List<SyntaxToken> Of(IReadOnlyList<SyntaxToken> words, string where, string forms)
    {
        var sink = context.Sink;
        if (words.Count < 2 || words[0].Value != SyntaxFacts.ClauseKind)
        {
            if (words.Count > 0)
                sink.Report(DeclarationDiagnostics.UnknownWord, words[0].Span.Cover(words[^1].Span),
                    sink.Source[words[0].Span.Cover(words[^1].Span)], where, "", forms);
            return [];
        }
        var numbers = new List<SyntaxToken>();
        foreach (var word in words.Skip(1))
        {
            // 条款 2、条款 3.
            if (word.Value == SyntaxFacts.ClauseKind)
                continue;
            if (numbers.Exists(known => known.Value == word.Value))
                sink.Report(TailDiagnostics.Twice, word.Span, word.Text, where);
            else if (context.CheckClause(word, SyntaxFacts.ClauseKind))
                numbers.Add(word);
        }
        return numbers;
    }
}
