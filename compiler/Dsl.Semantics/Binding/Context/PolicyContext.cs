// What the binders of one policy's blocks share.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Context;

/// <summary>
/// A policy while its blocks are being bound. What they ask about one another and about other policies is noted where they are kept.
/// </summary>
internal sealed class PolicyContext
{
    private readonly TermReads _terms = new();
    private Dictionary<string, BoundClause>? _clauses;
    private ImmutableArray<Question>.Builder? _questions;

    /// <summary>Makes one.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="directory">All policies of the set.</param>
    /// <param name="policy">Its head; for 算例 and 恒有 with the numbered blocks.</param>
    public PolicyContext(FileContext file, PolicyDirectory directory, BoundPolicy policy) =>
        (File, Directory, Policy) = (file, directory, policy with { Reads = _terms });

    /// <summary>Its file.</summary>
    public FileContext File { get; }

    /// <summary>Its head; for 算例 and 恒有 with the numbered blocks. A 范围 of it is asked for by <see cref="ScopeOf"/>.</summary>
    public BoundPolicy Policy { get; }

    /// <summary>The subject of blocks that name none; null where there is none.</summary>
    public SubjectSymbol? DefaultSubject => Policy.DefaultSubject;

    /// <summary>Where findings go.</summary>
    public DiagnosticSink Sink => File.Sink;

    /// <summary>Binds a block; what that asks is noted.</summary>
    public KeptBlock Keep(BlockSyntax block, Func<PolicyContext, BlockSyntax, object?> bind)
    {
        _questions = ImmutableArray.CreateBuilder<Question>();
        _terms.Take();
        File.BeginAnswers();
        var part = Sink.Record(() => bind(this, block));
        var kept = new KeptBlock(new(block, part), Policy.Terms, _terms.Take(), _questions.DrainToImmutable(), File.EndAnswers());
        _questions = null;
        return kept;
    }

    /// <summary>What the 范围 of a subject asks; null where there is none.</summary>
    public ScopeConditions? ScopeOf(SubjectSymbol subject) =>
        Ask(context => context.Policy.Scopes.FirstOrDefault(scope => scope.Subject == subject)?.Asked, QuestionKind.Scope);

    /// <summary>What a 范围 is bound to; null where it is nothing that could be used.</summary>
    public BoundScope? FindScope(ScopeBlock block) =>
        Ask(context => context.Policy.Scopes.FirstOrDefault(scope => scope.Syntax == block), QuestionKind.Scope);

    /// <summary>The 文号 as the policy itself writes it; the given one where it is not in the set.</summary>
    public string Canonical(string policyNumber) => Ask(context => context.Directory.Canonical(policyNumber));

    /// <summary>Whether a policy (and, where said, a clause of it) is in the set. Ways of writing a 文号 count alike.</summary>
    public bool IsInSet(string policyNumber, string? clauseNumber) =>
        Ask(context => context.Directory.Has(policyNumber, clauseNumber));

    /// <summary>The 文号 of all policies.</summary>
    public IReadOnlyList<string> PolicyNumbers => Split(Ask(static context => Join(context.Directory.Numbers)));

    /// <summary>Notes what a 文号, and the number of a clause after it, stand for.</summary>
    public void Note(SyntaxToken policyNumber, SyntaxToken? clauseNumber)
    {
        Sink.Names.Add(policyNumber, Ask(context => context.Directory.Find(policyNumber.Text)));
        if (clauseNumber is not null)
            Sink.Names.Add(clauseNumber, Ask(context => context.Directory.Find(policyNumber.Text, clauseNumber)));
    }

    /// <summary>The bound clause of a number in half width, or null; asked for by 算例 and 恒有.</summary>
    public BoundClause? FindClause(string number) => Ask(context => context.ClauseOf(number), QuestionKind.Bound);

    /// <summary>
    /// The subject of the bound clause of a number in half width; null where there is none. Asked for by 算例 and 恒有.
    /// </summary>
    public SubjectSymbol? FindSubjectOf(string number) => Ask(context => context.ClauseOf(number)?.Subject, QuestionKind.Subject);

    /// <summary>What the records of a clause of this policy hold.</summary>
    public ClauseHistory HistoryOf(string number) =>
        Ask(context => ClauseHistory.Of(context.File.FindNumbered(SyntaxFacts.ClauseKind, number)?.Syntax));

    /// <summary>In how many parts awards of a clause of this policy are paid; 0 where they are paid at once.</summary>
    public int PartsOf(string number) => HistoryOf(number).Parts;

    /// <summary>The clause of a number in half width as it is written, or null.</summary>
    public NumberedBlock? BlockOf(string number) =>
        Ask(context => context.File.FindNumbered(SyntaxFacts.ClauseKind, number)?.Syntax, QuestionKind.Bound);

    /// <summary>The bound target of a number in half width, or null; asked for by 算例.</summary>
    public BoundTarget? FindTarget(string number) =>
        Ask(context => context.Policy.Targets.FirstOrDefault(target => target.LegalBasis.Number == number), QuestionKind.Bound);

    private PolicyDirectory Directory { get; }

    /// <summary>对象 of a block, else the policy's; null (reported) where there is none.</summary>
    public SubjectSymbol? SubjectOf(NumberedBlock block)
    {
        if (block.Words("对象") is [var word, ..])
            return SubjectNames.Find(File, word);
        if (DefaultSubject is null && Policy.Syntax.First("对象") is null)
            Sink.Report(File.Visible.Subjects.Count == 0 ? DeclarationDiagnostics.NoSubject : DeclarationDiagnostics.SeveralSubjects,
                block.HeaderSpan());
        return DefaultSubject;
    }

    /// <summary>条, 依据, 牵头, 责任, 说明 of a block.</summary>
    public static BoundLegalBasis LegalBasis(NumberedBlock block) => new()
    {
        Syntax = block,
        Number = block.Number.Value,
        Title = block.Title.Value.Trim(),
        Place = block.Text("条"),
        Quotes = [.. block.LinesOf<QuoteLine>().SelectMany(static line => line.Quotes)],
        Lead = [.. block.Words("牵头").Select(static word => word.Value)],
        Responsible = [.. block.Words("责任").Select(static word => word.Value)],
        Note = block.Text("说明"),
    };

    /// <summary>适用条款: numbers of clauses of this policy; empty for 全部 or none.</summary>
    public ImmutableArray<string> Clauses(NumberedBlock block)
    {
        var words = block.Words("适用条款");
        if (words is [{ Value: "全部" }])
            return [];
        foreach (var word in words)
            CheckClause(word, "条款");
        return [.. words.Select(static word => word.Value)];
    }

    /// <summary>Reports a number that no block of a kind (条款, 目标) of this policy has.</summary>
    public bool CheckClause(SyntaxToken number, string kind)
    {
        var wanted = number.Value;
        if (number.IsMissing)
            return false;
        var symbol = Ask(context => context.File.FindNumbered(kind, wanted));
        Sink.Names.Add(number, symbol);
        if (symbol is not null)
            return true;
        var known = Split(Ask(context => Join(context.File.NumbersOf(kind))));
        var best = Spelling.Best(wanted, known);
        Sink.Add(Spelling.WithRename(
            DeclarationDiagnostics.UnknownClause.At(Sink.Source, number.Span, kind, wanted, Spelling.Hint(best), Spelling.Listing(known)),
            number.Span, best));
        return false;
    }

    private T Ask<T>(Func<PolicyContext, T> question, QuestionKind kind = QuestionKind.Numbers)
    {
        var answer = question(this);
        _questions?.Add(new(context => question(context), answer, kind));
        return answer;
    }

    private BoundClause? ClauseOf(string number)
    {
        if (_clauses is null)
        {
            _clauses = new(StringComparer.Ordinal);
            foreach (var clause in Policy.Clauses)
                _clauses.TryAdd(clause.Number, clause);
        }
        return _clauses.GetValueOrDefault(number);
    }

    // Numbers hold no line end.
    private static string Join(IEnumerable<string> numbers) => string.Join('\n', numbers);

    private static string[] Split(string numbers) => numbers.Length == 0 ? [] : numbers.Split('\n');
}
