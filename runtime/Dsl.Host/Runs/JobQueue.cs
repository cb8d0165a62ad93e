// Where jobs are asked for: says for which day and data, and wakes the worker.
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Loading.Findings;

namespace Dsl.Host.Runs;

/// <summary>What a run is asked to compute.</summary>
/// <param name="Set">The policies.</param>
/// <param name="AsOf">测算日; null for that of the policies, or today.</param>
/// <param name="Year">年度; null for the year of 测算日.</param>
/// <param name="Registry">The id of a snapshot; null for the latest.</param>
internal sealed record RunRequest(PolicySet Set, DateOnly? AsOf, int? Year, string? Registry);

/// <summary>Takes jobs.</summary>
internal sealed class JobQueue(JobStore jobs, RegistryStore registries, PolicySets sets, HostSettings settings, TimeProvider clock)
    : IDisposable
{
    // Another process may have put a job there; no report comes of that.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _news = new(0, 1);

    /// <summary>Whether it is known where the registry is.</summary>
    public bool HasSource => ImportWork.SourceOf(settings) is not null;

    /// <summary>The policies of the latest days; null where none could be loaded yet.</summary>
    public PolicySet? Serving => sets.Now.Slots is [.., { Serving: { } set }] ? set : null;

    /// <summary>Asks for an import.</summary>
    /// <exception cref="HostException">It is not said where the registry is, or the store does not answer.</exception>
    public async Task<Job> Import(PolicySet set, string actor, string request, CancellationToken cancellation)
    {
        if (!HasSource)
            throw new HostException(JobDiagnostics.NoSource.With());
        return await Add(JobKind.Import, new(set, settings.AsOf, null, null), ("", ""), actor, request, cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks for a run.</summary>
    /// <exception cref="HostException">There is no such registry, or the store does not answer.</exception>
    public async Task<Job> Run(RunRequest asked, string actor, string request, CancellationToken cancellation)
    {
        var registry = await RegistryOf(asked, cancellation).ConfigureAwait(false);
        return await Add(JobKind.Run, asked, (registry.Id, ""), actor, request, cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks for a try-out of a 参数.</summary>
    /// <exception cref="HostException">There is no such registry, another try-out is under way, or the store does not answer.</exception>
    public async Task<Job> Curve(RunRequest asked, AskedCurve curve, string actor, string request, CancellationToken cancellation)
    {
        var registry = await RegistryOf(asked, cancellation).ConfigureAwait(false);
        return curve.Parts > registry.Partitions
            ? throw new HostException(JobDiagnostics.TooManyParts.With(registry.Partitions))
            : await Add(JobKind.Curve, asked, (registry.Id, curve.Write()), actor, request, cancellation).ConfigureAwait(false);
    }

    private async Task<RegistryEntry> RegistryOf(RunRequest asked, CancellationToken cancellation)
    {
        var known = await registries.All(cancellation).ConfigureAwait(false);
        var registry = asked.Registry is { } id ? known.FirstOrDefault(entry => entry.Id == id) : known is [var latest, ..] ? latest : null;
        return registry ?? throw new HostException(
            asked.Registry is { } unknown ? JobDiagnostics.NoSuchRegistry.With(unknown) : JobDiagnostics.NoRegistry.With());
    }

    /// <summary>Says that something waits.</summary>
    public void Wake()
    {
        try
        {
            if (_news.CurrentCount == 0)
                _news.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another one came first.
        }
    }

    /// <summary>Waits until something may wait.</summary>
    public Task Wait(CancellationToken cancellation) => _news.WaitAsync(Poll, cancellation);

    public void Dispose() => _news.Dispose();

    private async Task<Job> Add(
        JobKind kind, RunRequest asked, (string Registry, string Curve) what, string actor, string request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var context = asked.Set.Policies.Context(asked.AsOf, asked.Year, ChinaDay.Of(now));
        var job = await jobs.Add(new(JobStore.NewId(), kind, actor, now)
        {
            SetHash = asked.Set.Hash, Registry = what.Registry, Asked = what.Curve, AsOf = context.AsOf, Year = context.Year,
        }, request, cancellation).ConfigureAwait(false);
        Wake();
        return job;
    }
}
