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
        && file.Kept.Under.IsSame(new(head, directory.State));

    /// <summary>Binds it; null where the file holds none.</summary>
    public BoundPolicy? Bind()
    {
        if (file.Policy is not { } block)
            return null;
        directory.Declare(file);
        var head = Head(block);
        var policy = (head.Part.Bound ?? BindHead(block)) with { Tree = file.Tree };
        foreach (var (kind, first, extra) in file.RepeatedNumbers)
        {
            _sink.Add(DeclarationDiagnostics.DuplicateNumber.At(_sink.Source, extra.Span, kind, extra.Value) with
            {
                Related = [(_sink.Source, first.Span, "前一次用在这里")],
            });
        }
        return keepsBlocks
            ? new BlockReuse(file, directory, policy, BindBlock, cancellation).Bind(head)
            : BindExpected(BindNumbered(policy, head.Subject), head.Subject);
    }

    /// <summary>The policy with its numbered blocks, which ask nothing about what the others are bound to.</summary>
    private BoundPolicy BindNumbered(BoundPolicy policy, SubjectSymbol? subject)
    {
        var context = new PolicyContext(file, directory, policy, subject);
        return policy with
        {
            Clauses = BindAll<BoundClause>(context, file.BlocksOf("条款")),
            Targets = BindAll<BoundTarget>(context, file.BlocksOf("目标")),
            Pools = BindAll<BoundPool>(context, file.BlocksOf("资金池")),
            Duties = BindAll<BoundDuty>(context, file.BlocksOf("义务")),
            Procedures = BindAll<BoundProcedure>(context, file.BlocksOf("程序")),
        };
    }

    /// <summary>The policy with its 算例 and 恒有, which ask about the clauses and targets.</summary>
    private BoundPolicy BindExpected(BoundPolicy policy, SubjectSymbol? subject)
    {
        var (context, blocks) = (new PolicyContext(file, directory, policy, subject), file.Tree.Root.Blocks);
        return policy with
        {
            Examples = BindAll<BoundExample>(context, blocks.OfType<ExampleBlock>()),
            Invariants = BindAll<BoundInvariant>(context, blocks.OfType<InvariantBlock>()),
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
            ScopeBlock scope => context.Policy.Scopes.FirstOrDefault(bound => bound.Syntax == scope),
            _ => null,
        };
    }

    private PolicyHead Head(PolicyBlock block)
    {
        if (file.Kept.Head is { } known && Holds(known))
        {
            _sink.Add(known.Part = known.Part.In(file.Newest));
            return known;
        }
        SubjectSymbol? subject = null;
        BoundPolicy Bind()
        {
            BlockLines.CheckOnce(block, _sink);
            var policy = BindHead(block);
            subject = SubjectOf(block);
            return policy;
        }
        var part = keepsBlocks ? _sink.Record(Bind) : new(Bind(), [], [], 0);
        _sink.Add(part);
        return file.Kept.Head = new(HeadBlocks(block), HasText(part.Bound), subject, part);
    }

    private bool Holds(PolicyHead head) =>
        file.Policy is { } block && head.Blocks.SequenceEqual(HeadBlocks(block)) && HasText(head.Part.Bound) == head.HasOfficialText;

    private ImmutableArray<BlockSyntax> HeadBlocks(PolicyBlock block) => [block, .. file.Tree.Root.Frame.OfType<ScopeBlock>()];

    private bool HasText(BoundPolicy? policy) => policy?.OfficialTextPath is { } path && hasOfficialText(path);

    private BoundPolicy BindHead(PolicyBlock block)
    {
        var (effective, written, expiry) = (DateOf(block, "施行日期"), DateOf(block, "成文日期"), DateOf(block, "失效日期"));
        if (block.First("施行日期") is null && block.First("成文日期") is null)
            _sink.Report(DeclarationDiagnostics.MissingDate, block.HeaderSpan());
        if ((effective ?? written) is { } from && expiry is { } to && to < from && block.Expression("失效日期") is { } place)
            _sink.Report(DeclarationDiagnostics.ExpiryBeforeEffective, place.Span, CivilDate.Format(to), CivilDate.Format(from));
        var (others, within, supersedes) = Combination(block);
        GovernmentLevels.Check(_sink, block.Words("级次"));
        var issuer = block.Text("发文机关");
        return new BoundPolicy
        {
            Tree = file.Tree,
            Syntax = block,
            SchemaFiles = [.. file.Uses.Select(static schema => schema.Path)],
            OfficialTextPath = OfficialText(block),
            Title = block.Title.Value.Trim(),
            Number = PolicyDirectory.NumberOf(block),
            Issuer = issuer,
            Area = block.Words("地区") is [var area, ..] ? area.Value : issuer,
            Level = block.Words("级次") is [var level, ..] ? level.Value : "",
            EffectiveDate = effective ?? written,
            EffectiveDateIsAssumed = effective is null && written is not null,
            ExpiryDate = expiry,
            CompetesWithOthersInArea = others,
            CompetesWithinPolicy = within,
            SupersedesEarlier = supersedes,
            Scopes = BindScopes(SubjectOf(block)),
        };
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
        foreach (var line in block.LinesOf<WordsLine>("竞合"))
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

    private ImmutableArray<BoundScope> BindScopes(SubjectSymbol? fallback)
    {
        var scopes = ImmutableArray.CreateBuilder<BoundScope>();
        foreach (var block in file.Tree.Root.Frame.OfType<ScopeBlock>())
        {
            BlockLines.CheckOnce(block, _sink);
            var subject = block.Subject is { IsMissing: false } named ? SubjectNames.Find(file, named) : fallback;
            if (subject is null)
            {
                if (block.Subject is null)
                    _sink.Report(DeclarationDiagnostics.ScopeWithoutSubject, block.HeaderSpan());
                continue;
            }
            if (scopes.Any(scope => scope.Subject == subject))
                _sink.Report(DeclarationDiagnostics.DuplicateLine, block.HeaderSpan(), $"范围 {subject.Name}");
            var binder = new ExpressionBinder(_sink, file.Frame with { Subject = subject });
            scopes.Add(new BoundScope(block, subject, Conditions(block, binder)));
        }
        return scopes.ToImmutable();
    }

    /// <summary>条件, 排除 and (in 范围) bare conditions, in the order written.</summary>
    internal static ImmutableArray<BoundCondition> Conditions(BlockSyntax block, ExpressionBinder binder) =>
        [.. block.Lines.OfType<ExpressionLine>()
            .Where(static line => line.Keyword is null or { Value: "条件" or "排除" })
            .Select(line => new BoundCondition(line, binder.BindTruth(line.Expression), line.Keyword is { Value: "排除" }))];
}
