// The checks over policies of which most blocks were checked before: only what an edit touched, and what is looked at together with it,
// is checked again.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks;

/// <summary>What was found in a set of files last. Used by one run at a time.</summary>
public sealed class KeptChecks
{
    private static readonly ImmutableArray<Reach> TogetherReaches = [Reach.Quotations, Reach.Article, Reach.Costs, Reach.Number];

    private readonly CheckedBlocks _blocks = new();
    private readonly Dictionary<string, CheckedPolicy> _policies = new(StringComparer.Ordinal);
    private ImmutableArray<string> _matterWords = [];
    private IReadOnlySet<string> _matters = ImmutableHashSet<string>.Empty;

    /// <summary>
    /// What all checks find; null where a file has so many findings that not all are reported: then which ones depends on the order of the
    /// checks.
    /// </summary>
    internal ImmutableArray<Diagnostic>? Run(CheckInputs inputs, CancellationToken cancellation)
    {
        if (!HasSameBenefitItems(inputs.Model.Policies))
            (_matterWords, _matters) = ([.. inputs.BenefitItemWords], inputs.BenefitItems);
        inputs = inputs.With(_matters, _blocks, () => _policies.Values.SelectMany(static policy => policy.Uses.All).ToHashSet());
        var newest = inputs.Model.Names.ToDictionary(static file => file.Source.Path, static file => file.Source, StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in _policies.Keys.Except(inputs.Model.Policies.Select(static policy => policy.Source.Path)).ToList())
            _policies.Remove(path);
        foreach (var policy in inputs.Model.Policies)
        {
            if (policy.Blocks.IsEmpty)
                return null;
            found.AddRange(OfPolicy(policy, inputs, newest, cancellation));
        }
        found.AddRange(RunOn(inputs, Reach.Set, newest));
        return found.CountBy(static finding => finding.Source).Any(static file => file.Value > DiagnosticSink.Limit)
            ? null
            : found.ToImmutable();
    }

    private bool HasSameBenefitItems(ImmutableArray<BoundPolicy> policies)
    {
        var next = 0;
        foreach (var policy in policies)
        {
            foreach (var clause in policy.Clauses)
            {
                if (clause.BenefitItem is { } word && (next == _matterWords.Length || _matterWords[next++] != word))
                    return false;
            }
        }
        return next == _matterWords.Length;
    }

    private ImmutableArray<Diagnostic> OfPolicy(BoundPolicy policy, CheckInputs inputs, Dictionary<string, SourceText> newest,
        CancellationToken cancellation)
    {
        var (document, isSound) = (inputs.DocumentOf(policy), inputs.IsSound(policy));
        if (_policies.TryGetValue(policy.Source.Path, out var known) && known.Policy == policy && known.Document == document
            && known.BenefitItems == _matters && known.IsSound == isSound)
            return known.Found.In(newest);
        var run = new PolicyRun(policy, inputs, _matters, isSound, newest, _blocks);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        found.AddRange(RunOn(inputs.Of(policy.With([])), Reach.Head, newest));
        found.AddRange(RunOn(inputs.Of(policy), Reach.File, newest));
        // What waited for the errors to go is looked for in all blocks once they are gone.
        var comparable = known is not null && known.Document == document && known.BenefitItems == _matters ? known : null;
        var before = comparable is { IsSound: false } && isSound ? null : comparable;
        var same = before is null ? default : SameEnds.Of(before.Blocks.All, policy.Blocks);
        var open = ImmutableArray.CreateBuilder<(int Index, BoundBlock Block)>();
        // Blocks that stay the same may be checked against another head, or other 参数.
        var isUnderOthers = before is not null
            && (before.Policy.Terms != policy.Terms || !before.Parameters.SequenceEqual(inputs.Model.Parameters));
        var looked = before?.Blocks.In(policy.Blocks, same) ?? policy.Blocks.Index();
        foreach (var (index, block) in isUnderOthers ? run.WithStale(looked) : looked)
        {
            cancellation.ThrowIfCancellationRequested();
            run.AddBlock(found, block);
            if (_blocks[block] is { } state && !state.Findings.IsIdle(isSound))
                open.Add((index, block));
        }
        var uses = (before?.Uses ?? ParameterUses.None)
            .With(same.Between(before?.Blocks.All ?? []), same.Between(policy.Blocks), _blocks);
        var replaced = before?.Blocks.ReplacedIn(policy.Blocks, same);
        var groups = ImmutableArray.CreateBuilder<KeptGroups>(TogetherReaches.Length);
        foreach (var (index, reach) in TogetherReaches.Index())
        {
            var kept = (replaced is { } pairs ? before?.Groups[index].With(pairs, _blocks) : null)
                ?? KeptGroups.Of(policy.Blocks, reach, _blocks, comparable?.Groups[index]);
            if (comparable is not null && (isUnderOthers || before is null))
                kept = kept.Without(run.IsStale);
            foreach (var group in kept.Open)
            {
                cancellation.ThrowIfCancellationRequested();
                run.AddGroup(found, reach, group);
            }
            groups.Add(kept.Looked(isSound));
        }
        _policies[policy.Source.Path] = new(policy, document, _matters, isSound, new(policy.Blocks, open.ToImmutable()),
            groups.ToImmutable(), found.ToImmutable()) { Uses = uses, Parameters = inputs.Model.Parameters };
        return found.ToImmutable();
    }

    /// <summary>What the checks of a reach find in a part of a policy.</summary>
    private static ImmutableArray<Diagnostic> RunOn(CheckInputs part, Reach reach, IReadOnlyDictionary<string, SourceText> newest)
    {
        var context = new CheckContext(part);
        foreach (var (check, _) in PolicyChecks.Reaches.Where(row => row.Reach == reach))
            check.Run(context);
        return context.Found.In(newest);
    }

    /// <summary>A policy that was checked; its groups in the order of <see cref="TogetherReaches"/>.</summary>
    private sealed record CheckedPolicy(
        BoundPolicy Policy, Sources.OfficialDocument? Document, IReadOnlySet<string> BenefitItems, bool IsSound, OpenBlocks Blocks,
        ImmutableArray<KeptGroups> Groups, ImmutableArray<Diagnostic> Found)
    {
        /// <summary>Which 参数 its blocks use.</summary>
        public required ParameterUses Uses { get; init; }

        /// <summary>The 参数 of the set.</summary>
        public required ImmutableArray<ParameterSymbol> Parameters { get; init; }
    }

    /// <summary>The blocks of a version of a text, and those among them in which something was found or is left to look for.</summary>
    private sealed record OpenBlocks(ImmutableArray<BoundBlock> All, ImmutableArray<(int Index, BoundBlock Block)> Open)
    {
        /// <summary>
        /// The blocks of the next version to look at, in their order: the open ones, and all between the first and the last that is
        /// another one.
        /// </summary>
        public IEnumerable<(int Index, BoundBlock Block)> In(ImmutableArray<BoundBlock> next, SameEnds same)
        {
            var (first, last) = same;
            return Open.Where(entry => entry.Index < first)
                .Concat(Enumerable.Range(first, next.Length - last - first).Select(index => (index, next[index])))
                .Concat(Open.Where(entry => entry.Index >= All.Length - last)
                    .Select(entry => (entry.Index + next.Length - All.Length, entry.Block)));
        }

        /// <summary>The blocks that others stand in place of, with those; null where not as many stand there as before.</summary>
        public ImmutableArray<(BoundBlock Old, BoundBlock New)>? ReplacedIn(ImmutableArray<BoundBlock> next, SameEnds same) =>
            next.Length != All.Length ? null
            : [.. same.Between(All).Zip(same.Between(next)).Where(static pair => pair.First != pair.Second)];
    }

    /// <summary>The 参数 that the blocks of a policy name, with the number of blocks that name each.</summary>
    private sealed class ParameterUses(ImmutableDictionary<ParameterSymbol, int> blocks)
    {
        public static ParameterUses None { get; } = new(ImmutableDictionary<ParameterSymbol, int>.Empty);

        public IEnumerable<ParameterSymbol> All => blocks.Keys;

        /// <summary>The uses with some blocks in place of others.</summary>
        public ParameterUses With(ImmutableArray<BoundBlock> gone, ImmutableArray<BoundBlock> added, CheckedBlocks states)
        {
            var counts = blocks.ToBuilder();
            foreach (var parameter in added.SelectMany(block => states[block]?.UsedParameters ?? []))
                counts[parameter] = counts.GetValueOrDefault(parameter) + 1;
            foreach (var parameter in gone.SelectMany(block => states[block]?.UsedParameters ?? []))
            {
                if (--counts[parameter] == 0)
                    counts.Remove(parameter);
            }
            return new(counts.ToImmutable());
        }
    }

    /// <summary>The run over one policy.</summary>
    private sealed class PolicyRun(BoundPolicy policy, CheckInputs inputs, IReadOnlySet<string> matters, bool isSound,
        IReadOnlyDictionary<string, SourceText> newest, CheckedBlocks checkedBlocks)
    {
        private readonly Sources.OfficialDocument? _document = inputs.DocumentOf(policy);

        public void AddBlock(ImmutableArray<Diagnostic>.Builder found, BoundBlock block)
        {
            if (checkedBlocks[block] is not { } known || !known.IsOf(_document, matters, inputs))
            {
                // Cleared first: its figures would be those that were read before.
                checkedBlocks[block] = null;
                checkedBlocks[block] = known = CheckedBlock.Of(block, inputs.Of(policy.With([block])), matters);
            }
            known.Findings = Complete(known.Findings, Reach.Block, block);
            AddTo(found, known.Findings);
        }

        public void AddGroup(ImmutableArray<Diagnostic>.Builder found, Reach reach, CheckedGroup group)
        {
            group.Set(Complete(IsStale(group) ? default : group.Findings, reach, group.Blocks.AsSpan()), FiguresOf(group));
            AddTo(found, group.Findings);
        }

        /// <summary>Blocks to look at, with those in which something else may be found than before, in the order of the file.</summary>
        public IEnumerable<(int Index, BoundBlock Block)> WithStale(IEnumerable<(int Index, BoundBlock Block)> looked)
        {
            var all = looked.ToDictionary(static entry => entry.Index, static entry => entry.Block);
            foreach (var (index, block) in policy.Blocks.Index())
            {
                // What was found in a run that was stopped is of another head, or is not among what was found last.
                if (checkedBlocks[block] is not { } known || !known.IsOf(_document, matters, inputs)
                    || !known.Findings.StandUnder(policy.Terms) || !known.Findings.IsIdle(isSound))
                    all.TryAdd(index, block);
                else
                    known.Findings = known.Findings with { Terms = policy.Terms };
            }
            return all.OrderBy(static entry => entry.Key).Select(static entry => (entry.Key, entry.Value));
        }

        /// <summary>Whether something else may be found in a group than before.</summary>
        public bool IsStale(CheckedGroup group) => !group.Findings.Always.IsDefault
            && (!group.Findings.StandUnder(policy.Terms) || !group.Figures.SequenceEqual(FiguresOf(group)));

        private ImmutableArray<CitedBlock?> FiguresOf(CheckedGroup group) =>
            [.. group.Blocks.Select(block => checkedBlocks[block]?.Cited)];

        /// <summary>What was found, in the newest texts, with what was not looked for yet.</summary>
        private KeptFindings Complete(KeptFindings known, Reach reach, params ReadOnlySpan<BoundBlock> blocks)
        {
            if (!known.StandUnder(policy.Terms))
                known = default;
            var needsSound = isSound && known.Sound.IsDefault;
            if (!known.Always.IsDefault && !needsSound)
                return known.In(newest) with { Terms = policy.Terms };
            var reads = new TermReads();
            var part = inputs.Of(policy.With([.. blocks]) with { Reads = reads });
            var always = known.Always.IsDefault ? RunOn(part, reach, newest) : known.Always.In(newest);
            var sound = needsSound ? RunOn(part, reach | Reach.Sound, newest) : known.Sound.IsDefault ? default : known.Sound.In(newest);
            return new(always, sound, policy.Terms, known.Reads | reads.Take());
        }

        private void AddTo(ImmutableArray<Diagnostic>.Builder found, KeptFindings findings)
        {
            found.AddRange(findings.Always);
            if (isSound)
                found.AddRange(findings.Sound);
        }
    }
}
