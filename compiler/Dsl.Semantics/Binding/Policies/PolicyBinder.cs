// Binds one policy: its head, then its blocks in the order of the file; examples and invariants last.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds the policy of a file.</summary>
/// <param name="directory">All policies of the set.</param>
/// <param name="hasOfficialText">Whether the text of a document is there.</param>
/// <param name="keepsBlocks">Whether blocks are kept for the next version of the text, and those that were kept are used.</param>
/// <param name="cancellation">Cancelled when the policy is of no use any more.</param>
internal sealed class PolicyBinder(
    FileContext file, PolicyDirectory directory, Func<string, bool> hasOfficialText, bool keepsBlocks, CancellationToken cancellation)
{
    private const string DefaultSubject = "企业";

    private readonly DiagnosticSink _sink = file.Sink;

    /// <summary>Whether the policy as it was bound from the same text is what it would be bound to now.</summary>
    public bool StillHolds() => file is { Bound: not null, Kept.Head: { } head } && Holds(head)
        && file.Kept.Under.IsSame(new(head, directory.State, file.Visible));

    /// <summary>Binds it; null where the file holds none.</summary>
    public BoundPolicy? Bind()
    {
        if (file.Policy is not { } block)
            return null;
        directory.Declare(file);
        var head = Head(block);
        var policy = new BoundPolicy
        {
            Tree = file.Tree,
            Terms = head.Terms.Bound ?? BindTerms(block),
            SchemaFiles = [.. file.Uses.Select(static schema => schema.Path)],
            Scopes = [.. head.Scopes.Select(static scope => scope.Bound).OfType<BoundScope>()],
        };
        foreach (var (kind, first, extra) in file.RepeatedNumbers)
        {
            _sink.Add(DeclarationDiagnostics.DuplicateNumber.At(_sink.Source, extra.Span, kind, extra.Value) with
            {
                Related = [(_sink.Source, first.Span, "前一次用在这里")],
            });
        }
        return keepsBlocks
            ? new BlockReuse(file, directory, policy, BindBlock, cancellation).Bind(head)
            : BindExpected(BindNumbered(policy));
    }

    /// <summary>The policy with its numbered blocks, which ask nothing about what the others are bound to.</summary>
    private BoundPolicy BindNumbered(BoundPolicy policy)
    {
        var context = new PolicyContext(file, directory, policy);
        return policy with
        {
            Clauses = BindAll<BoundClause>(context, file.BlocksOf("条款")),
            Targets = BindAll<BoundTarget>(context, file.BlocksOf("目标")),
            Pools = BindAll<BoundPool>(context, file.BlocksOf("资金池")),
            Duties = BindAll<BoundDuty>(context, file.BlocksOf("义务")),
            Procedures = BindAll<BoundProcedure>(context, file.BlocksOf("程序")),
        };
    }

    /// <summary>The policy with its 算例, 恒有 and joint caps, which ask about the clauses and targets.</summary>
    private BoundPolicy BindExpected(BoundPolicy policy)
    {
        var (context, blocks) = (new PolicyContext(file, directory, policy), file.Tree.Root.Blocks);
        return policy with
        {
            Examples = BindAll<BoundExample>(context, blocks.OfType<ExampleBlock>()),
            Invariants = BindAll<BoundInvariant>(context, blocks.OfType<InvariantBlock>()),
            JointRules = BindAll<BoundJointRules>(context, blocks.OfType<PolicyBlock>().Take(1)),
        };
    }

    private ImmutableArray<T> BindAll<T>(PolicyContext context, IEnumerable<BlockSyntax> blocks)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var block in blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            if (BindBlock(context, block) is T bound)
                all.Add(bound);
        }
        return all.ToImmutable();
    }

    /// <summary>What a block is bound to; null where it is nothing that could be used.</summary>
    private object? BindBlock(PolicyContext context, BlockSyntax block)
    {
        if (block is NumberedBlock { Keyword.Value: { } kind } && NumberedBlock.Kinds.Contains(kind))
            BlockLines.CheckOnce(block, _sink);
        return block switch
        {
            NumberedBlock { Keyword.Value: "条款" } clause => new ClauseBinder(context, clause).Bind(),
            NumberedBlock { Keyword.Value: "目标" } target => new TargetBinder(context, target).Bind(),
            NumberedBlock { Keyword.Value: "资金池" } pool => DutyBinder.BindPool(context, pool),
            NumberedBlock { Keyword.Value: "义务" } duty => DutyBinder.BindDuty(context, duty),
            NumberedBlock { Keyword.Value: "程序" } procedure => DutyBinder.BindProcedure(context, procedure),
            ExampleBlock example => new ExampleBinder(context, example).Bind(),
            InvariantBlock invariant => InvariantBinder.Bind(context, invariant),
            ScopeBlock scope => context.FindScope(scope),
            PolicyBlock head => new JointRulesBinder(context, head).Bind(),
            _ => null,
        };
    }

    private PolicyHead Head(PolicyBlock block)
    {
        var known = file.Kept.Head;
        if (known is not null && Holds(known))
            known = known with { Terms = known.Terms.In(file.Newest), Scopes = [.. known.Scopes.Select(scope => scope.In(file.Newest))] };
        else
            known = BindHead(block, known);
        _sink.Add(known.Terms);
        foreach (var scope in known.Scopes)
        {
            _sink.Add(scope.Header);
            _sink.Add(scope.Conditions);
        }
        return file.Kept.Head = known;
    }

    private bool Holds(PolicyHead head) => file.Policy is { } block && HoldTerms(block, head)
        && head.Scopes.Select(static scope => scope.Syntax).SequenceEqual(Scopes)
        && head.Scopes.All(scope => scope.Parameters.StillHold(file.Visible.Parameters));

    private bool HoldTerms(PolicyBlock block, PolicyHead head) => head.Terms.Bound is { } terms && terms.Syntax == block
        && HasText(terms) == head.HasOfficialText && head.Parameters.StillHold(file.Visible.Parameters);

    private IEnumerable<ScopeBlock> Scopes => file.Tree.Root.Frame.OfType<ScopeBlock>();

    private bool HasText(PolicyTerms? terms) => terms?.OfficialTextPath is { } path && hasOfficialText(path);

    /// <summary>The head, with what of the one before is still the same.</summary>
    private PolicyHead BindHead(PolicyBlock block, PolicyHead? before)
    {
        var (terms, answers) = before is not null && HoldTerms(block, before)
            ? (before.Terms.In(file.Newest), before.Parameters) : Part(() => BindTerms(block));
        var (scopes, subjects, fallback) =
            (ImmutableArray.CreateBuilder<KeptScope>(), ImmutableArray<SubjectSymbol>.Empty, terms.Bound?.DefaultSubject);
        foreach (var syntax in Scopes)
        {
            scopes.Add(BindScope(syntax, fallback, subjects, before));
            if (scopes[^1].Bound is { } scope)
                subjects = subjects.Add(scope.Subject);
        }
        return new(terms, HasText(terms.Bound), answers, scopes.ToImmutable());
    }

    /// <summary>A 范围, with what of it was bound before and is still the same.</summary>
    private KeptScope BindScope(ScopeBlock syntax, SubjectSymbol? fallback, ImmutableArray<SubjectSymbol> earlier, PolicyHead? before)
    {
        bool StillHold(ParameterAnswers answers) => answers.StillHold(file.Visible.Parameters);
        if (before?.Scopes.FirstOrDefault(kept => kept.Syntax == syntax) is { } known && known.DefaultSubject == fallback
            && known.Earlier.SequenceEqual(earlier) && StillHold(known.Parameters))
            return known.In(file.Newest);
        var (header, _) = Part(() => BindSubject(syntax, fallback, earlier));
        ImmutableArray<ExpressionLine> lines = [.. ConditionLines(syntax)];
        if (header.Bound is not { } subject)
            return new(header, fallback, earlier, lines, default, new(null, [], [], 0)) { Syntax = syntax };
        var same = before?.Scopes.FirstOrDefault(kept =>
            kept.Conditions.Bound?.Subject == subject && kept.Lines.SequenceEqual(lines) && StillHold(kept.Parameters));
        var (conditions, asked) = same is not null ? (same.Conditions.In(file.Newest), same.Parameters)
            : Part(() => new ScopeConditions(
                subject, Conditions(syntax, new ExpressionBinder(_sink, file.Frame with { Subject = subject }))));
        return new(header, fallback, earlier, lines, asked, conditions)
        {
            Syntax = syntax,
            Bound = conditions.Bound is { } bound ? new(syntax, bound) : null,
        };
    }

    /// <summary>Binds a part of the head; where it is kept, apart from the rest.</summary>
    private (FilePart<T> Part, ParameterAnswers Answers) Part<T>(Func<T?> bind)
        where T : class
    {
        if (!keepsBlocks)
            return (new(bind(), [], [], 0), default);
        file.BeginAnswers();
        var part = _sink.Record(bind);
        return (part, file.EndAnswers());
    }

    private PolicyTerms BindTerms(PolicyBlock block)
    {
        BlockLines.CheckOnce(block, _sink);
        var (effective, written, expiry) = (DateOf(block, "施行日期"), DateOf(block, "成文日期"), DateOf(block, "失效日期"));
        if (block.First("施行日期") is null && block.First("成文日期") is null)
            _sink.Report(DeclarationDiagnostics.MissingDate, block.HeaderSpan());
        if ((effective ?? written) is { } from && expiry is { } to && to < from && block.Expression("失效日期") is { } place)
            _sink.Report(DeclarationDiagnostics.ExpiryBeforeEffective, place.Span, CivilDate.Format(to), CivilDate.Format(from));
        var combination = Combination(block);
        GovernmentLevels.Check(_sink, block.Words("级次"));
        var (issuer, subject) = (block.Text("发文机关"), SubjectOf(block));
        return new PolicyTerms
        {
            Syntax = block,
            OfficialTextPath = OfficialText(block),
            Title = block.Title.Value.Trim(),
            Number = PolicyDirectory.NumberOf(block),
            Issuer = issuer,
            Area = block.Words("地区") is [var area, ..] ? area.Value : issuer,
            Level = block.Words("级次") is [var level, ..] ? level.Value : "",
            EffectiveDate = effective ?? written,
            EffectiveDateIsAssumed = effective is null && written is not null,
            ExpiryDate = expiry,
            Combination = combination,
            DefaultSubject = subject,
            Locals = BindLocals(block, subject),
        };
    }

    /// <summary>令 of the head, over facts of the policy's 对象.</summary>
    private ImmutableArray<BoundLet> BindLocals(PolicyBlock block, SubjectSymbol? subject)
    {
        var locals = new LocalTable();
        var binder = new ExpressionBinder(_sink, file.Frame with { Subject = subject, Locals = locals });
        foreach (var line in block.LinesOf<LetLine>().Where(static line => !line.Name.IsMissing))
        {
            var local = new LocalSymbol(line, file.Home);
            DeclarationPass.CheckReserved(_sink, line.Name, "令");
            // A field of a row would be hidden by it wherever the row is meant.
            Symbol? earlier = locals.Find(local.Name) ?? subject?.FindField(local.Name)
                ?? subject?.Details.Select(detail => detail.FindField(local.Name)).FirstOrDefault(static field => field is not null)
                ?? (Symbol?)file.Visible.Parameters.GetValueOrDefault(local.Name);
            if (earlier is not null)
                DeclarationPass.ReportDuplicate(_sink, local, earlier, "名称");
            if (locals.TryAdd(local))
                _sink.Names.Declare(local);
        }
        foreach (var local in locals.All)
            binder.BindLet(locals, local);
        return [.. locals.Bound];
    }

    private DateOnly? DateOf(PolicyBlock block, string keyword) =>
        block.Expression(keyword) is { } syntax
        && FieldDeclarations.Constant(new ExpressionBinder(_sink, file.Frame), _sink, syntax, DslType.Date)
            is NumberValue { Bounds.Low: { } day }
            ? CivilDate.FromNumber(day) : null;

    private string? OfficialText(PolicyBlock block)
    {
        if (block.OfficialText is not { } text)
            return null;
        var path = PathText.Beside(file.Path, text.Text);
        if (!hasOfficialText(path))
            _sink.Report(DeclarationDiagnostics.UnknownOfficialText, text.Span, text.Text.Trim(), path);
        return path;
    }

    private (bool Others, bool Within, bool Supersedes) Combination(PolicyBlock block)
    {
        var (others, within, supersedes) = (false, false, false);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in block.LinesOf<WordsLine>("竞合")
            .Where(static line => !ExclusionWords.NamesClauses(line.Words.Items.Select(static word => word.Value))))
        {
            var words = BlockLines.Phrase(line, "竞合", DeclarationDiagnostics.CombinationForms, _sink);
            var rule = string.Concat(words.Select(static word => word.Value));
            if (words.Length > 0 && !seen.Add(rule))
                _sink.Report(TailDiagnostics.Twice, words[0].Span.Cover(words[^1].Span), rule, "竞合");
            switch (rule)
            {
                case "本区其他政策从高不重复":
                    others = true;
                    break;
                case "本政策内从高不重复":
                    within = true;
                    break;
                case "以往政策从新":
                    supersedes = true;
                    break;
                case var other when words.Length > 0:
                    _sink.Report(DeclarationDiagnostics.UnknownWord, words[0].Span.Cover(words[^1].Span), other, "竞合", "",
                        DeclarationDiagnostics.CombinationForms);
                    break;
            }
        }
        return (others, within, supersedes);
    }

    /// <summary>对象 of the policy, else 企业, else the only 数据 there is.</summary>
    private SubjectSymbol? SubjectOf(PolicyBlock block)
    {
        if (block.Words("对象") is [var word, ..])
            return SubjectNames.Find(file, word);
        return file.Visible.Subjects.GetValueOrDefault(DefaultSubject)
            ?? (file.Visible.Subjects.Count == 1 ? file.Visible.Subjects.Values.First() : null);
    }

    private SubjectSymbol? BindSubject(ScopeBlock block, SubjectSymbol? fallback, ImmutableArray<SubjectSymbol> earlier)
    {
        BlockLines.CheckOnce(block, _sink);
        var subject = block.Subject is { IsMissing: false } named ? SubjectNames.Find(file, named) : fallback;
        if (subject is null && block.Subject is null)
            _sink.Report(DeclarationDiagnostics.ScopeWithoutSubject, block.HeaderSpan());
        if (subject is not null && earlier.Contains(subject))
            _sink.Report(DeclarationDiagnostics.DuplicateLine, block.HeaderSpan(), $"范围 {subject.Name}");
        return subject;
    }

    /// <summary>条件, 排除 and (in 范围) bare conditions, in the order written.</summary>
    internal static ImmutableArray<BoundCondition> Conditions(BlockSyntax block, ExpressionBinder binder) =>
        [.. ConditionLines(block)
            .Select(line => new BoundCondition(line, binder.BindTruth(line.Expression), line.Keyword is { Value: "排除" }))];

    private static IEnumerable<ExpressionLine> ConditionLines(BlockSyntax block) =>
        block.Lines.OfType<ExpressionLine>().Where(static line => line.Keyword is null or { Value: "条件" or "排除" });
}
