// The findings of all files of every folder in use, each published when it changes.
using System.Collections.Immutable;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Diagnostics;

namespace Dsl.LanguageServer.Features.Diagnostics;

/// <summary>Publishes findings. Those of the 算例 follow those of the text: they take longer to compute.</summary>
internal sealed class DiagnosticPublisher(Workspace workspace, IFindingsReceiver receiver)
{
    private readonly Dictionary<string, (int? Version, ImmutableArray<Diagnostic> Findings)> _published = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Snapshot Snapshot, bool WithExamples)> _done = new(StringComparer.Ordinal);
    private readonly HashSet<string> _computed = new(StringComparer.Ordinal);

    /// <summary>Publishes the findings of the texts that changed since the last time.</summary>
    public void PublishText(CancellationToken cancellation)
    {
        using var progress = workspace.Roots.Any(root => !_done.ContainsKey(root)) ? receiver.Begin("检查政策") : null;
        var snapshots = workspace.All();
        foreach (var snapshot in snapshots.Where(snapshot => !IsDone(snapshot, withExamples: false)))
        {
            snapshot.Compilation.Check(cancellation);
            PublishAll(snapshot, snapshot.Policies.Diagnostics, cancellation);
            _done[snapshot.Root] = (snapshot, false);
        }
        Withdraw(snapshots);
    }

    /// <summary>The snapshots whose 算例 were not published yet, settled.</summary>
    public ImmutableArray<Snapshot> SettleUnchecked(CancellationToken cancellation)
    {
        ImmutableArray<Snapshot> open = [.. workspace.All().Where(snapshot => !IsDone(snapshot, withExamples: true))];
        foreach (var snapshot in open)
            snapshot.Settle(cancellation);
        return open;
    }

    /// <summary>Publishes the findings of a settled snapshot with those of its 算例.</summary>
    /// <param name="exclusively">Runs what writes findings, while the workspace does not change.</param>
    /// <param name="cancellation">Cancelled when the workspace changes.</param>
    public void PublishExamples(Snapshot snapshot, Action<Action<CancellationToken>> exclusively, CancellationToken cancellation)
    {
        // Later ones compute what changed while the user types: no news.
        using var progress = _computed.Add(snapshot.Root) ? receiver.Begin("核对算例") : null;
        // A worker may be computing the same for a request, and is not cancelled by a change: the wait for it is.
        Task.Run(() => snapshot.CheckExamples(cancellation), cancellation).WaitAsync(cancellation).GetAwaiter().GetResult();
        exclusively(_ =>
        {
            PublishAll(snapshot, snapshot.AllFindings, cancellation);
            _done[snapshot.Root] = (snapshot, true);
        });
    }

    /// <summary>Says that the 算例 of all folders are published.</summary>
    public void ExamplesPublished() => receiver.ExamplesPublished();

    private bool IsDone(Snapshot snapshot, bool withExamples) =>
        _done.TryGetValue(snapshot.Root, out var done) && ReferenceEquals(done.Snapshot, snapshot) && (done.WithExamples || !withExamples);

    private void PublishAll(Snapshot snapshot, ImmutableArray<Diagnostic> findings, CancellationToken cancellation)
    {
        var byPath = findings.ToLookup(static finding => finding.Source.Path);
        foreach (var tree in snapshot.Compilation.Trees)
        {
            cancellation.ThrowIfCancellationRequested();
            Publish(tree.Source.Path, snapshot.VersionOf(tree.Source.Path), [.. byPath[tree.Source.Path]]);
        }
    }

    /// <summary>Files that belong to no folder in use any more have no findings.</summary>
    private void Withdraw(ImmutableArray<Snapshot> snapshots)
    {
        var kept = snapshots.SelectMany(static snapshot => snapshot.Compilation.Trees).Select(static tree => tree.Source.Path)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var path in _published.Keys.Where(path => !kept.Contains(path)).ToList())
        {
            Publish(path, null, []);
            _published.Remove(path);
        }
        foreach (var root in _done.Keys.Where(root => !snapshots.Any(snapshot => snapshot.Root == root)).ToList())
            _done.Remove(root);
    }

    private void Publish(string path, int? version, ImmutableArray<Diagnostic> findings)
    {
        // Of an open file every version is published, so that a client can distinguish old findings from new ones.
        if (_published.TryGetValue(path, out var before)
            ? before.Version == version && before.Findings.SequenceEqual(findings)
            : findings.IsEmpty && version is null)
            return;
        _published[path] = (version, findings);
        receiver.Publish(path, version, findings);
    }
}
