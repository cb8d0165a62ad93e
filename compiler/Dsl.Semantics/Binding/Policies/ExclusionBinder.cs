// Binds 竞合 of the head of a policy where it names clauses.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds the lines that say which clauses stand against one another.</summary>
internal sealed class ExclusionBinder(PolicyContext context, PolicyBlock block)
{
    private const string Keyword = "竞合", Forms = DeclarationDiagnostics.CombinationForms;

    private readonly DiagnosticSink _sink = context.Sink;
    private readonly ClauseNumbers _numbers = new(context);

    // By number, the clause of the set of clauses that stand together, and the first that has a 事项.
    private readonly Dictionary<string, string> _together = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BoundClause> _items = new(StringComparer.Ordinal);

    /// <summary>The lines.</summary>
    public ImmutableArray<BoundExclusion> Bind()
    {
        var (bound, seen) = (ImmutableArray.CreateBuilder<BoundExclusion>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in block.LinesOf<WordsLine>(Keyword))
        {
            List<SyntaxToken> words = [.. line.Words.Items.Where(static word => !word.IsMissing && word.Value.Length > 0)];
            if (!ExclusionWords.NamesClauses(words.Select(static word => word.Value)))
                continue;
            if (!seen.Add(string.Join(' ', words.Select(static word => word.Value))))
                _sink.Report(TailDiagnostics.Twice, words[0].Span.Cover(words[^1].Span), _sink.Source[words[0].Span.Cover(words[^1].Span)],
                    Keyword);
            else if (Bind(line, words) is { } exclusion)
                bound.Add(exclusion);
        }
        return bound.ToImmutable();
    }

    private BoundExclusion? Bind(WordsLine line, List<SyntaxToken> words)
    {
        var (first, last) = (words[0].Value, words[^1].Value);
        if (words.Count == 2 && first == ExclusionWords.WithinPolicy && last == ExclusionWords.StepUp)
            return new(line, ExclusionKind.StepUp, [], [], null);
        if (first == ExclusionWords.Choice)
            return BindChoice(line, words);
        if (last == ExclusionWords.NotBoth)
            return BindSides(line, words);
        if (KindOf(last) is { } kind)
            return BindAll(line, kind, words[..^1]);
        if (KindOf(first) is { } front)
            return BindAll(line, front, words[1..]);
        ReportForm(words);
        return null;
    }

    private static ExclusionKind? KindOf(string word) => word switch
    {
        ExclusionWords.Higher => ExclusionKind.Higher,
        ExclusionWords.OnlyOne => ExclusionKind.OnlyOne,
        ExclusionWords.StepUp => ExclusionKind.StepUp,
        _ => null,
    };

    private void ReportForm(List<SyntaxToken> words) => _sink.Report(DeclarationDiagnostics.UnknownWord,
        words[0].Span.Cover(words[^1].Span), _sink.Source[words[0].Span.Cover(words[^1].Span)], Keyword, "", Forms);

    /// <summary>条款 1、2 只给一项.</summary>
    private BoundExclusion? BindAll(WordsLine line, ExclusionKind kind, List<SyntaxToken> words)
    {
        if (words.Count == 0)
        {
            ReportForm([.. line.Words.Items]);
            return null;
        }
        var clauses = Clauses(words);
        if (IsOne(words) && clauses is [var (word, only)]
            && (kind == ExclusionKind.Higher || (kind == ExclusionKind.OnlyOne && only.PerRow is null)))
            _sink.Report(ExclusionDiagnostics.TooFew, word.Span, _sink.Source[line.Span]);
        return clauses.Count == 0 ? null : new(line, kind, Numbers(clauses), [], null);
    }

    /// <summary>Whether one number is written; one that is left of several was reported already.</summary>
    private static bool IsOne(List<SyntaxToken> words) => words.Count(static word => word.Value != SyntaxFacts.ClauseKind) == 1;

    /// <summary>条款 1 与 条款 2 不重复享受.</summary>
    private BoundExclusion? BindSides(WordsLine line, List<SyntaxToken> words)
    {
        var with = words.FindIndex(static word => word.Value == ExclusionWords.With);
        if (with < 1 || with == words.Count - 2)
        {
            ReportForm(words);
            return null;
        }
        var (one, other) = (Clauses(words[..with]), Clauses(words[(with + 1)..^1]));
        foreach (var (word, clause) in other.Where(entry => one.Exists(known => known.Clause == entry.Clause)))
            _sink.Report(ExclusionDiagnostics.BothSides, word.Span, clause.Number);
        if (one.Count == 0 || other.Count == 0)
            return null;
        CheckTogether([one[0], .. other]);
        return new(line, ExclusionKind.Higher, Numbers(one), Numbers(other), null);
    }

    /// <summary>择一 条款 1、2 依 选择方式.</summary>
    private BoundExclusion? BindChoice(WordsLine line, List<SyntaxToken> words)
    {
        var by = words.FindIndex(static word => word.Value == ExclusionWords.ChosenBy);
        if (by < 1 || by != words.Count - 2)
        {
            ReportForm(words);
            return null;
        }
        var clauses = Clauses(words[1..by]);
        if (IsOne(words[1..by]) && clauses is [var (only, _)])
            _sink.Report(ExclusionDiagnostics.TooFew, only.Span, _sink.Source[line.Span]);
        if (clauses.Count == 0 || FieldOf(words[^1], clauses[0].Clause.Subject) is not { } field)
            return null;
        foreach (var (word, clause) in clauses.Where(entry => BoundExclusion.ValuesOf(field, entry.Clause).IsEmpty))
            _sink.Report(ExclusionDiagnostics.NotNamed, word.Span, field.Name, clause.Number,
                clause.LegalBasis.Title.Length > 0 ? clause.LegalBasis.Title : clause.Number);
        return new(line, ExclusionKind.Choice, Numbers(clauses), [], field);
    }

    private FieldSymbol? FieldOf(SyntaxToken word, SubjectSymbol subject)
    {
        if (subject.FindField(word.Value) is { Type: EnumType or TextType } field)
        {
            _sink.Names.Add(word, field);
            return field;
        }
        var best = Spelling.Best(word.Value, subject.Fields.Select(static one => one.Name));
        _sink.Report(ExclusionDiagnostics.NoField, word.Span, word.Text, subject.Name, Spelling.Hint(best));
        return null;
    }

    private static ImmutableArray<string> Numbers(List<(SyntaxToken Word, BoundClause Clause)> clauses) =>
        [.. clauses.Select(static entry => entry.Clause.Number)];

    /// <summary>The clauses that can stand against others; those that cannot are reported.</summary>
    private List<(SyntaxToken Word, BoundClause Clause)> Clauses(List<SyntaxToken> words)
    {
        var clauses = new List<(SyntaxToken Word, BoundClause Clause)>();
        foreach (var word in _numbers.Of(words, Keyword, Forms))
        {
            if (context.FindClause(word.Value) is not { } clause)
                continue;
            if (clause.Kind != ClauseKind.Award)
                _sink.Report(ExclusionDiagnostics.NoAward, word.Span, clause.Number);
            else if (clause.IsStackable)
                _sink.Report(ExclusionDiagnostics.Stackable, word.Span, clause.Number);
            else
                clauses.Add((word, clause));
        }
        CheckTogether(clauses);
        return clauses;
    }

    /// <summary>Clauses that stand together are of one kind of subject, and of one 事项 where they have any.</summary>
    private void CheckTogether(List<(SyntaxToken Word, BoundClause Clause)> clauses)
    {
        for (var i = 1; i < clauses.Count; i++)
        {
            var (first, (word, clause)) = (clauses[0].Clause, clauses[i]);
            if (first.Subject != clause.Subject)
                _sink.Report(ExclusionDiagnostics.SeveralSubjects, word.Span, first.Number, first.Subject.Name, clause.Number,
                    clause.Subject.Name);
            var (one, other) = (RootOf(first), RootOf(clause));
            if (one == other)
                continue;
            _together[other] = one;
            if (_items.GetValueOrDefault(other) is not { } with)
                continue;
            if (_items.GetValueOrDefault(one) is { BenefitItem: { } known } before && with.BenefitItem is { } item && known != item)
                _sink.Report(ExclusionDiagnostics.SeveralItems, word.Span, before.Number, known, with.Number, item);
            _items.TryAdd(one, with);
        }
    }

    private string RootOf(BoundClause clause)
    {
        if (_together.TryAdd(clause.Number, clause.Number) && clause.BenefitItem is not null)
            _items.Add(clause.Number, clause);
        var root = clause.Number;
        while (_together[root] != root)
            root = _together[root];
        return root;
    }
}
