// Binds a 条款: subject and rows, 令, conditions, then the money.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Terms;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds one clause.</summary>
internal sealed class ClauseBinder(PolicyContext context, NumberedBlock block)
{
    /// <summary>Lines that only make sense beside 奖补.</summary>
    private static readonly string[] MoneyLines =
        ["单位上限", "累计上限", "名额", "总额", "兑付", "取整", "分担", "形式", "另行给予", "落实"];

    private readonly DiagnosticSink _sink = context.Sink;

    /// <summary>Binds it; null where its subject is unknown (reported).</summary>
    public BoundClause? Bind()
    {
        if (context.SubjectOf(block) is not { } subject)
            return null;
        var each = BindEach(subject);
        var locals = DeclareLocals(subject, each);
        var named = new List<NumberedBlock>();
        var frame = new BindingFrame
        {
            Declarations = context.File.Visible,
            Subject = subject,
            Row = each,
            PerRow = each,
            ClauseNumber = block.Number.Value,
            KnowsClause = number => Names(number, named),
            IsYearly = block.First<FrequencyLine>() is { Mode.Value: "每年" },
            Locals = locals,
            Window = WindowTable.Of(block.First<FrequencyLine>()),
            History = new(context, block.Number.Value, block.First<FrequencyLine>()),
            IsIncomplete = (each is null && block.First("每个") is not null)
                || block.LinesOf<LetLine>().Any(static line => line.Name.IsMissing),
        };
        var binder = new ExpressionBinder(_sink, frame);
        foreach (var local in locals.All)
            binder.BindLet(locals, local);
        var kind = Kind();
        var money = new ClauseMoneyBinder(context, block, binder);
        var places = new PlaceBinder(_sink, block, binder);
        var quota = places.BindQuota();
        var clause = new BoundClause
        {
            LegalBasis = PolicyContext.LegalBasis(block),
            Kind = kind,
            Subject = subject,
            PerRow = each,
            Scope = IsUnlimitedScope() ? null : context.ScopeOf(subject),
            Conditions = PolicyBinder.Conditions(block, binder),
            Award = money.BindAward(),
            Frequency = money.BindFrequency(),
            SubjectCap = money.BindCap("单位上限", each: false),
            IsSubjectCapShared = money.IsCapShared,
            CumulativeCap = money.BindCap("累计上限", each: false),
            RowCap = money.BindCap("累计上限", each: true),
            Quota = quota,
            Budget = places.BindBudget(quota),
            Payout = new PayoutBinder(_sink, binder).Bind(block.First<PayoutLine>()),
            Rounding = money.BindRounding(),
            Shares = kind == ClauseKind.Award ? money.BindShares() : [],
            Beneficiary = block.Text("受益人"),
            BenefitItem = BindBenefitItem(),
            Form = block.Words("形式") is [var form, ..] ? form.Value : "",
            IsStackable = block.First("另行给予") is not null,
            PassThrough = money.BindPassThrough(),
            Entitlement = block.Text("享受"),
            Locals = [.. locals.Bound],
            Named = [.. named.Distinct()],
        };
        new AmountLimits(_sink, block, clause).Check();
        return clause;
    }

    private ClauseKind Kind()
    {
        if (block.First("奖补") is not null)
            return ClauseKind.Award;
        foreach (var line in MoneyLines.Select(keyword => block.First(keyword)).OfType<LineSyntax>())
        {
            if (line.Keyword is { } keyword)
                _sink.Report(DeclarationDiagnostics.LineWithoutAward, keyword.Span, keyword.Text);
        }
        if (block.First("享受") is not null)
            return ClauseKind.Entitlement;
        // A line that could not be read may have been the one.
        if (block.First("说明") is null && !block.Lines.Any(static line => line is ErrorLine))
            _sink.Report(DeclarationDiagnostics.ClauseWithoutContent, block.Number.Span, block.Number.Text);
        return ClauseKind.Declaratory;
    }

    /// <summary>Whether there is a clause of a number; its block is noted, so that this one is bound anew with it.</summary>
    private bool Names(SyntaxToken number, List<NumberedBlock> named)
    {
        if (!context.CheckClause(number, SyntaxFacts.ClauseKind) || context.BlockOf(number.Value) is not { } other)
            return false;
        named.Add(other);
        return true;
    }

    private DetailSymbol? BindEach(SubjectSymbol subject)
    {
        if (block.Words("每个") is not [var word, ..])
            return null;
        if (subject.Details.FirstOrDefault(detail => detail.Name == word.Value && !detail.IsBuiltIn) is { } found)
        {
            _sink.Names.Add(word, found);
            return found;
        }
        new UnknownNames(_sink, context.File.Frame)
            .ReportTable(word, $"明细（{subject.Name} 名下的）",
                subject.Details.Where(static detail => !detail.IsBuiltIn).Select(static detail => detail.Name));
        return null;
    }

    private LocalTable DeclareLocals(SubjectSymbol subject, DetailSymbol? each)
    {
        var locals = new LocalTable(context.Policy.Locals, context.DefaultSubject);
        foreach (var line in block.LinesOf<LetLine>().Where(static line => !line.Name.IsMissing))
        {
            var local = new LocalSymbol(line, context.File.Home);
            DeclarationPass.CheckReserved(_sink, line.Name, "令");
            Symbol? earlier = locals.Find(local.Name) ?? each?.FindField(local.Name) ?? subject.FindField(local.Name)
                ?? (Symbol?)context.File.Visible.Parameters.GetValueOrDefault(local.Name);
            if (earlier is not null)
                DeclarationPass.ReportDuplicate(_sink, local, earlier, "名称");
            if (locals.TryAdd(local))
                _sink.Names.Declare(local);
        }
        return locals;
    }

    private bool IsUnlimitedScope()
    {
        var words = BlockLines.Phrase(block, "范围", DeclarationDiagnostics.ScopeForms, _sink);
        if (words.IsEmpty)
            return false;
        var isUnlimited = words[0].Value == SyntaxFacts.Unlimited;
        foreach (var word in words.Skip(isUnlimited ? 1 : 0))
            _sink.Report(DeclarationDiagnostics.UnknownWord, word.Span, word.Text, "范围", "", DeclarationDiagnostics.ScopeForms);
        return isUnlimited;
    }

    private string? BindBenefitItem()
    {
        if (block.Words("事项") is not [var word, ..])
            return null;
        var lists = context.File.Visible.Lists;
        if (context.File.Visible.ListWith(word.Value) is { } list)
        {
            _sink.Names.AddMember(word, list.Type, word.Value);
            return word.Value;
        }
        var known = lists.GetValueOrDefault("事项") is { } matters
            ? matters.Type.Members.AsEnumerable()
            : lists.Values.SelectMany(static list => list.Type.Members);
        var best = Spelling.Best(word.Value, known);
        _sink.Add(
            Spelling.WithRename(DeclarationDiagnostics.UnknownBenefitItem.At(_sink.Source, word.Span, word.Value, Spelling.Hint(best)),
            word.Span, best));
        return word.Value;
    }
}
