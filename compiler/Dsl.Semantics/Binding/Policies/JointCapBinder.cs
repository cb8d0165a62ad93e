// Binds 合计上限 of the head of a policy.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Terms;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds the lines that name several clauses.</summary>
internal sealed class JointCapBinder(PolicyContext context, PolicyBlock block)
{
    private readonly DiagnosticSink _sink = context.Sink;

    /// <summary>The lines of the head; null where there are none.</summary>
    public BoundJointRules? Bind()
    {
        ImmutableArray<BoundJointCap> caps = [.. block.LinesOf<JointCapLine>().Select(BindCap).OfType<BoundJointCap>()];
        return caps.IsEmpty ? null : new(block, caps);
    }

    private BoundJointCap? BindCap(JointCapLine line)
    {
        var words = line.Clauses.Items.Where(static word => !word.IsMissing).ToList();
        if (words.Count == 0)
            return null;
        var isAll = words is [{ Value: CapWords.AllClauses }];
        var numbers = isAll ? [] : Numbers(words, "合计上限");
        if (!isAll && numbers.Count == 0)
            return null;
        var clauses = numbers.Select(number => (Word: number, Clause: context.FindClause(number.Value))).ToList();
        var covered = clauses.FindAll(entry => entry.Clause is { } clause && Check(entry.Word, clause));
        for (var i = 1; i < covered.Count; i++)
            CheckAlike(covered[0], covered[i]);
        var subject = covered is [(_, { Subject: var named }), ..] ? named : context.DefaultSubject;
        if (subject is null)
            return null;
        var locals = new LocalTable(context.Policy.Locals, context.DefaultSubject);
        var frame = context.File.Frame with { Subject = subject, Locals = locals, IsOfSubject = true, IsYearly = true };
        var limit = new ExpressionBinder(_sink, frame).BindMoney(line.Limit, "合计上限");
        return new(line, [.. numbers.Select(static number => number.Value)], First(line, numbers), subject, limit, [.. locals.Bound]);
    }

    /// <summary>条款 2、3: the numbers, those that no clause has reported.</summary>
    private List<SyntaxToken> Numbers(List<SyntaxToken> words, string where)
    {
        if (words[0].Value != SyntaxFacts.ClauseKind || words.Count == 1)
        {
            _sink.Report(DeclarationDiagnostics.UnknownWord, words[0].Span.Cover(words[^1].Span),
                _sink.Source[words[0].Span.Cover(words[^1].Span)], where, "", JointDiagnostics.JointCapForms);
            return [];
        }
        var numbers = new List<SyntaxToken>();
        foreach (var word in words.Skip(1))
        {
            // 条款 2、条款 3.
            if (word.Value == SyntaxFacts.ClauseKind)
                continue;
            if (numbers.Exists(known => known.Value == word.Value))
                _sink.Report(TailDiagnostics.Twice, word.Span, word.Text, where);
            else if (context.CheckClause(word, SyntaxFacts.ClauseKind))
                numbers.Add(word);
        }
        return numbers;
    }

    private bool Check(SyntaxToken word, BoundClause clause)
    {
        if (clause.Kind != ClauseKind.Award)
            _sink.Report(JointDiagnostics.NoMoney, word.Span, clause.Number);
        else if (clause.PassThrough is { IsInProgram: true })
            _sink.Report(JointDiagnostics.PassedOn, word.Span, clause.Number);
        else
            return true;
        return false;
    }

    private void CheckAlike((SyntaxToken Word, BoundClause? Clause) one, (SyntaxToken Word, BoundClause? Clause) other)
    {
        if (one.Clause is not { } first || other.Clause is not { } second)
            return;
        if (first.Subject != second.Subject)
            _sink.Report(JointDiagnostics.SeveralSubjects, other.Word.Span, first.Number, first.Subject.Name, second.Number,
                second.Subject.Name);
        else if (first.Form != second.Form)
            _sink.Report(JointDiagnostics.SeveralForms, other.Word.Span, first.Number, FormOf(first), second.Number, FormOf(second));
    }

    private static string FormOf(BoundClause clause) => clause.Form.Length > 0 ? clause.Form : "奖补";

    private ImmutableArray<string> First(JointCapLine line, List<SyntaxToken> covered)
    {
        var words = line.First.Items.Where(static word => !word.IsMissing).Skip(1).ToList();
        if (words.Count == 0)
        {
            if (line.First.Items is [var alone, ..])
                _sink.Report(DeclarationDiagnostics.UnknownWord, alone.Span, alone.Text, "合计上限", "", JointDiagnostics.JointCapForms);
            return [];
        }
        var numbers = Numbers(words, "先");
        foreach (var stray in numbers.Where(number => covered.Count > 0 && !covered.Exists(known => known.Value == number.Value)))
            _sink.Report(JointDiagnostics.FirstOfNone, stray.Span, stray.Text);
        if (covered.Count > 0 && covered.TrueForAll(known => numbers.Exists(number => number.Value == known.Value)))
            _sink.Report(JointDiagnostics.FirstOfAll, words[0].Span.Cover(words[^1].Span),
                string.Join('、', numbers.Select(static number => number.Text)));
        return [.. numbers.Select(static number => number.Value)];
    }
}
