// Binds 合计上限 of the head of a policy.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Terms;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds the caps of a head.</summary>
internal sealed class JointCapBinder(PolicyContext context, PolicyBlock block)
{
    private readonly DiagnosticSink _sink = context.Sink;

    private readonly ClauseNumbers _numbers = new(context);

    /// <summary>The caps of the head.</summary>
    public ImmutableArray<BoundJointCap> Bind() => [.. block.LinesOf<JointCapLine>().Select(BindCap).OfType<BoundJointCap>()];

    private BoundJointCap? BindCap(JointCapLine line)
    {
        var words = line.Clauses.Items.Where(static word => !word.IsMissing).ToList();
        if (words.Count == 0)
            return null;
        var isAll = words is [{ Value: CapWords.AllClauses }];
        var numbers = isAll ? [] : _numbers.Of(words, "合计上限", JointDiagnostics.JointCapForms);
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
        var numbers = _numbers.Of(words, "先", JointDiagnostics.JointCapForms);
        foreach (var stray in numbers.Where(number => covered.Count > 0 && !covered.Exists(known => known.Value == number.Value)))
            _sink.Report(JointDiagnostics.FirstOfNone, stray.Span, stray.Text);
        if (covered.Count > 0 && covered.TrueForAll(known => numbers.Exists(number => number.Value == known.Value)))
            _sink.Report(JointDiagnostics.FirstOfAll, words[0].Span.Cover(words[^1].Span),
                string.Join('、', numbers.Select(static number => number.Text)));
        return [.. numbers.Select(static number => number.Value)];
    }
}
