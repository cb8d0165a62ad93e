// The sets of policies that are served: loaded, tried out, then put in the place of those before in one step.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Text;
using Microsoft.Extensions.Logging;

namespace Dsl.Host.Policies;

/// <summary>What a reload came to.</summary>
public enum PolicyReload
{
    /// <summary>The content is what is served already.</summary>
    Unchanged,

    /// <summary>The new content is served.</summary>
    Served,

    /// <summary>The new content has errors; what was served before is served on.</summary>
    Refused,
}

/// <summary>Serves sets of policies. Readers take <see cref="Now"/> once and finish with it; loading never blocks them.</summary>
public sealed partial class PolicySets : IDisposable
{
    private readonly HostSettings _settings;
    private readonly PolicySetLoader _loader;
    private readonly PolicyArchive _archive;
    private readonly TimeProvider _clock;
    private readonly ILogger<PolicySets> _log;
    private readonly SemaphoreSlim _loading = new(1);

    // Sets of old results, asked for by hash; not held against the collector.
    private readonly ConcurrentDictionary<string, WeakReference<PolicySet>> _old = new(StringComparer.Ordinal);
    private volatile PolicyVersions _now;

    internal PolicySets(HostSettings settings, PolicyArchive archive, TimeProvider clock, ILogger<PolicySets> log)
    {
        (_settings, _archive, _clock, _log, _loader) = (settings, archive, clock, log, new(clock));
        _now = new([.. settings.Policies.Select(static folder => new PolicySlot(NameOf(folder), folder.From, null, null))]);
    }

    /// <summary>What is served at this moment.</summary>
    public PolicyVersions Now => _now;

    /// <summary>The name of a folder of policies in messages and in the store.</summary>
    internal static string NameOf(PolicyFolder folder) => string.Join('、', folder.Paths.Select(PathText.Shown));

    /// <summary>
    /// Reads a folder anew. With errors in it what was served before is served on; at the start that is the set that was served last.
    /// </summary>
    /// <exception cref="HostException">The store does not answer, so that the set cannot be kept: it is not served.</exception>
    public async Task<PolicyReload> Reload(PolicyFolder folder, CancellationToken cancellation)
    {
        var outcome = await ReadAnew(folder, cancellation).ConfigureAwait(false);
        HostMeter.Reload($"{outcome}");
        return outcome;
    }

    private async Task<PolicyReload> ReadAnew(PolicyFolder folder, CancellationToken cancellation)
    {
        await _loading.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var slot = _now.Slots.Single(slot => slot.Slot == NameOf(folder) && slot.From == folder.From);
            var (set, refused) = Load(slot.Slot, folder.Paths, null, cancellation);
            if (set is null)
                return await Refuse(slot with { Refused = refused }, cancellation).ConfigureAwait(false);
            if (set.Hash == slot.Serving?.Hash)
            {
                _now = _now.With(slot with { Refused = null });
                return PolicyReload.Unchanged;
            }
            await _archive.Keep(KeyOf(slot), folder.Paths, set, cancellation).ConfigureAwait(false);
            _now = _now.With(slot with { Serving = set, Refused = null });
            LogServed(_log, slot.Slot, set.Hash, set.Numbers.Length);
            return PolicyReload.Served;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>The set with a hash, served now or kept from before.</summary>
    /// <exception cref="HostException">There is none, or what is kept is not what it was.</exception>
    public PolicySet WithHash(string hash, CancellationToken cancellation)
    {
        if (_now.Find(hash) is { } served)
            return served;
        if (_old.TryGetValue(hash, out var weak) && weak.TryGetTarget(out var known))
            return known;
        if (_archive.PathsOf(hash) is not { } paths
            || Load(hash, paths, _archive.FilesOf(hash), cancellation).Set is not { } set || set.Hash != hash)
            throw new HostException(HostDiagnostics.UnknownPolicySet.With(hash));
        _old[hash] = new(set);
        return set;
    }

    /// <summary>Keeps policies that are not served, so that they can be evaluated by their hash: a draft.</summary>
    /// <returns>The set; null where it has errors, or cannot be evaluated.</returns>
    /// <exception cref="HostException">The store does not answer.</exception>
    public async Task<PolicySet?> KeepDraft(string folder, CancellationToken cancellation)
    {
        if (Load(folder, [folder], new ClosedFolderFiles(folder), cancellation).Set is not { } set)
            return null;
        await _archive.Keep(null, [folder], set, cancellation).ConfigureAwait(false);
        return set;
    }

    /// <summary>Where a set is kept, so that it can be loaded again; empty where it is not.</summary>
    public ImmutableArray<string> KeptPaths(string hash) => _archive.PathsOf(hash) ?? [];

    /// <inheritdoc/>
    public void Dispose() => _loading.Dispose();

    private (PolicySet? Set, PolicyRefusal? Refused) Load(
        string shown, ImmutableArray<string> paths, PolicyFiles? files, CancellationToken cancellation)
    {
        try
        {
            return _loader.Load(shown, paths, files, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Files that go away while they are read: the next look finds them as they are then.
            var words = Loading.Files.FileFailure.Words(error);
            return (null, new(_clock.GetUtcNow(), HostDiagnostics.PolicySetRefused.With(shown, words), [words]));
        }
    }

    private async Task<PolicyReload> Refuse(PolicySlot slot, CancellationToken cancellation)
    {
        LogRefused(_log, slot.Refused?.Problem.Message ?? "");
        if (slot.Serving is null && await _archive.LastOf(KeyOf(slot), cancellation).ConfigureAwait(false) is { } last
            && _archive.PathsOf(last) is { } paths
            && Load(slot.Slot, paths, _archive.FilesOf(last), cancellation).Set is { } kept && kept.Hash == last)
        {
            slot = slot with { Serving = kept };
            LogLastGood(_log, slot.Slot, last);
        }
        _now = _now.With(slot);
        return PolicyReload.Refused;
    }

    /// <summary>The folder and its day: one folder may not serve twice, but two folders may change places.</summary>
    private static string KeyOf(PolicySlot slot) => $"{slot.From:yyyy-MM-dd} {slot.Slot}";

    [LoggerMessage(Level = LogLevel.Information, Message = "Serving {Folder}: set {Hash}, {Count} policies")]
    private static partial void LogServed(ILogger log, string folder, string hash, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private static partial void LogRefused(ILogger log, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Folder} cannot be read: serving the last good set {Hash}")]
    private static partial void LogLastGood(ILogger log, string folder, string hash);
}
