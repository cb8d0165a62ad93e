// What the binders of one policy's blocks share.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>A policy while its blocks are being bound.</summary>
/// <param name="File">Its file.</param>
/// <param name="Directory">All policies of the set.</param>
/// <param name="Policy">Its head, and the blocks bound so far.</param>
/// <param name="DefaultSubject">The subject of blocks that name none; null where there is none.</param>
internal sealed record PolicyContext(FileContext File, PolicyDirectory Directory, BoundPolicy Policy, SubjectSymbol? DefaultSubject)
{
    private Dictionary<string, BoundClause>? _clauses;

    /// <summary>Where findings go.</summary>
    public DiagnosticSink Sink => File.Sink;

    /// <summary>The subject of a word; null (reported) where there is none.</summary>
    public static SubjectSymbol? FindSubject(FileContext file, SyntaxToken word)
    {
        var subject = file.Visible.Subjects.GetValueOrDefault(word.Value);
        file.Sink.Names.Add(word, subject);
        if (subject is not null)
            return subject;
        DeclarationPass.ReportUnknownSubject(file.Sink, word, file.Visible.Subjects.Keys);
        return null;
    }

    /// <summary>对象 of a block, else the policy's; null (reported) where there is none.</summary>
    public SubjectSymbol? SubjectOf(NumberedBlock block)
    {
        if (block.Words("对象") is [var word, ..])
            return FindSubject(File, word);
        if (DefaultSubject is null && Policy.Syntax.First("对象") is null)
            Sink.Report(File.Visible.Subjects.Count == 0 ? DeclarationDiagnostics.NoSubject : DeclarationDiagnostics.SeveralSubjects, block.HeaderSpan());
        return DefaultSubject;
    }

    /// <summary>The bound clause of a number in half width, or null; asked for only when all clauses are bound.</summary>
    public BoundClause? FindClause(string number)
    {
        if (_clauses is null)
        {
            _clauses = new(StringComparer.Ordinal);
            foreach (var clause in Policy.Clauses)
                _clauses.TryAdd(clause.Number, clause);
        }
        return _clauses.GetValueOrDefault(number);
    }

    /// <summary>条, 依据, 牵头, 责任, 说明 of a block.</summary>
    public static BoundBasis Basis(NumberedBlock block) => new()
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
        var known = File.NumbersOf(kind);
        var wanted = number.Value;
        if (!number.IsMissing)
            Sink.Names.Add(number, File.FindNumbered(kind, wanted));
        if (number.IsMissing || known.Contains(wanted))
            return !number.IsMissing;
        var best = Spelling.Best(wanted, known);
        Sink.Add(Spelling.WithRename(
            DeclarationDiagnostics.UnknownClause.At(Sink.Source, number.Span, kind, wanted, Spelling.Hint(best), Spelling.Listing(known)), number.Span, best));
        return false;
    }
}
