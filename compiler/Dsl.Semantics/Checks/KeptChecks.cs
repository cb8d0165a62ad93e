// The checks over policies of which most blocks were checked before: only what an edit touched, and what is looked at together with it,
// is checked again.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks;

/// <summary>What was found in a set of files last. Used by one run at a time.</summary>
public sealed class KeptChecks
{
    private static readonly ImmutableArray<Reach> CompetingClauses = [Reach.Quotations, Reach.Article, Reach.Costs, Reach.Number];

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
        if (!_matterWords.SequenceEqual(inputs.BenefitItemWords, StringComparer.Ordinal))
            (_matterWords, _matters) = ([.. inputs.BenefitItemWords], inputs.BenefitItems);
        inputs = inputs.With(_matters, _blocks);
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
        var isComparable = known is not null && known.Document == document && known.BenefitItems == _matters;
        var busy = ImmutableArray.CreateBuilder<(int Index, BoundBlock Block)>();
        foreach (var (index, block) in isComparable && known is not null ? known.Blocks.In(policy.Blocks) : policy.Blocks.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            run.AddBlock(found, block);
            if (_blocks[block] is { IsIdle: false })
                busy.Add((index, block));
        }
        var blocks = new BusyBlocks(policy.Blocks, busy.ToImmutable());
        ImmutableArray<BoundBlock> together = [.. blocks.Busy.Select(static entry => entry.Block)];
        foreach (var reach in CompetingClauses)
        {
            foreach (var group in Groups.Of(together, reach, _blocks))
            {
                cancellation.ThrowIfCancellationRequested();
                run.AddGroup(found, reach, group);
            }
        }
        _policies[policy.Source.Path] = new(policy, document, _matters, isSound, blocks, found.ToImmutable());
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

    private sealed record CheckedPolicy(BoundPolicy Policy, Sources.OfficialDocument? Document, IReadOnlySet<string> BenefitItems,
        bool IsSound, BusyBlocks Blocks, ImmutableArray<Diagnostic> Found);

    /// <summary>The blocks of a version of a text, and those among them that are to be looked at in the next version as well.</summary>
    private sealed record BusyBlocks(ImmutableArray<BoundBlock> All, ImmutableArray<(int Index, BoundBlock Block)> Busy)
    {
        /// <summary>
        /// The blocks of the next version to look at, in their order: the busy ones, and all between the first and the last that is
        /// another one.
        /// </summary>
        public IEnumerable<(int Index, BoundBlock Block)> In(ImmutableArray<BoundBlock> next)
        {
            var (most, first, last) = (Math.Min(All.Length, next.Length), 0, 0);
            while (first < most && ReferenceEquals(All[first], next[first]))
                first++;
            while (last < most - first && ReferenceEquals(All[^(last + 1)], next[^(last + 1)]))
                last++;
            return Busy.Where(entry => entry.Index < first)
                .Concat(Enumerable.Range(first, next.Length - last - first).Select(index => (index, next[index])))
                .Concat(Busy.Where(entry => entry.Index >= All.Length - last)
                    .Select(entry => (entry.Index + next.Length - All.Length, entry.Block)));
        }
    }

    /// <summary>The run over one policy.</summary>
    private sealed class PolicyRun(BoundPolicy policy, CheckInputs inputs, IReadOnlySet<string> matters, bool isSound,
        IReadOnlyDictionary<string, SourceText> newest, CheckedBlocks checkedBlocks)
    {
        private readonly Sources.OfficialDocument? _document = inputs.DocumentOf(policy);

        public void AddBlock(ImmutableArray<Diagnostic>.Builder found, BoundBlock block)
        {
            if (checkedBlocks[block] is not { } known || !known.IsOf(_document, matters))
            {
                // Cleared first: its figures would be those that were read before.
                checkedBlocks[block] = null;
                checkedBlocks[block] = known = CheckedBlock.Of(block, inputs.Of(policy.With([block])), matters);
            }
            known.Findings = Complete(known.Findings, Reach.Block, block);
            AddTo(found, known.Findings);
        }

        public void AddGroup(ImmutableArray<Diagnostic>.Builder found, Reach reach, ImmutableArray<BoundBlock> blocks)
        {
            if (checkedBlocks[blocks[0]] is not { } first)
                return;
            if (!first.Groups.TryGetValue(reach, out var group) || !group.Blocks.SequenceEqual(blocks))
                first.Groups[reach] = group = new(blocks);
            group.Findings = Complete(group.Findings, reach, blocks.AsSpan());
            AddTo(found, group.Findings);
        }

        /// <summary>What was found, in the newest texts, with what was not looked for yet.</summary>
        private KeptFindings Complete(KeptFindings known, Reach reach, params ReadOnlySpan<BoundBlock> blocks)
        {
            var needsSound = isSound && known.Sound.IsDefault;
            if (!known.Always.IsDefault && !needsSound)
                return new(known.Always.In(newest), known.Sound.IsDefault ? default : known.Sound.In(newest));
            var part = inputs.Of(policy.With([.. blocks]));
            return new(
                known.Always.IsDefault ? RunOn(part, reach, newest) : known.Always.In(newest),
                needsSound ? RunOn(part, reach | Reach.Sound, newest) : known.Sound.IsDefault ? default : known.Sound.In(newest));
        }

        private void AddTo(ImmutableArray<Diagnostic>.Builder found, KeptFindings findings)
        {
            found.AddRange(findings.Always);
            if (isSound)
                found.AddRange(findings.Sound);
        }
    }
}
