// All that is served at one moment: a set by day, behind one reference.
using System.Collections.Immutable;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;

namespace Dsl.Host.Policies;

/// <summary>What became of a folder of policies.</summary>
/// <param name="Slot">The folder, as settings name it.</param>
/// <param name="From">The first 测算日 that it serves; null for the earliest version.</param>
/// <param name="Serving">What is served of it; null where nothing could be loaded yet.</param>
/// <param name="Refused">Why its present content is not served; null where it is.</param>
public sealed record PolicySlot(string Slot, DateOnly? From, PolicySet? Serving, PolicyRefusal? Refused);

/// <summary>A content that is not served.</summary>
/// <param name="At">When it was refused.</param>
/// <param name="Problem">In one sentence.</param>
/// <param name="Findings">Every finding, as lines.</param>
public sealed record PolicyRefusal(DateTimeOffset At, DataProblem Problem, ImmutableArray<string> Findings);

/// <summary>The slots by day, the earliest first.</summary>
public sealed record PolicyVersions(ImmutableArray<PolicySlot> Slots)
{
    /// <summary>Whether there is something to serve for every slot.</summary>
    public bool IsReady => Slots.All(static slot => slot.Serving is not null);

    /// <summary>The set that serves a day.</summary>
    /// <exception cref="HostException">There is none.</exception>
    public PolicySet For(DateOnly asOf)
    {
        var slot = Slots.LastOrDefault(slot => (slot.From ?? DateOnly.MinValue) <= asOf)
            ?? throw new HostException(HostDiagnostics.NoPolicySetOnDate.With(CivilDate.Format(asOf),
                Slots is [{ From: { } first }, ..] ? CivilDate.Format(first) : ""));
        return slot.Serving
            ?? throw new HostException(HostDiagnostics.NoPolicySet.With(slot.Refused?.Problem.Message.TrimEnd('。') ?? slot.Slot));
    }

    /// <summary>The set with a hash; null where none is served.</summary>
    public PolicySet? Find(string hash) =>
        Slots.Select(static slot => slot.Serving).OfType<PolicySet>().FirstOrDefault(set => set.Hash == hash);

    internal PolicyVersions With(PolicySlot slot) =>
        new([.. Slots.Select(other => other.Slot == slot.Slot && other.From == slot.From ? slot : other)]);
}
