// The subjects of a snapshot with what they come to, part by part, for whoever looks into a run or tries other values of a 参数.
using System.Collections.Immutable;
using Dsl.Batch.Claims;
using Dsl.Batch.Comparing;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Inspecting;

/// <summary>A subject with its result.</summary>
/// <param name="Part">The part of the snapshot, from 1.</param>
/// <param name="Index">Its number among the subjects of the part, from 0: the same each time that the part is read.</param>
/// <param name="Facts">Its facts.</param>
/// <param name="Result">Its result, as a batch computes it.</param>
public sealed record PlacedSubject(int Part, int Index, SubjectFacts Facts, SubjectResult Result)
{
    /// <summary>Its name; empty where the schema has none.</summary>
    public string Name => ApprovalSheet.NameOf(Facts);
}

/// <summary>A snapshot that cannot be read.</summary>
public sealed class SnapshotUnreadableException(DataFinding finding) : Exception(finding.Problem.Message)
{
    /// <summary>What is wrong with it.</summary>
    public DataFinding Finding { get; } = finding;
}

/// <summary>Evaluates a snapshot as its run did.</summary>
public sealed class SnapshotResults
{
    private readonly PreparedProgram _program;
    private readonly ImmutableArray<RegistrySource> _parts;
    private readonly EvaluationContext _context;
    private readonly int _threads;
    private EvaluationContext? _settled;

    private SnapshotResults(
        PreparedProgram program, ImmutableArray<RegistrySource> parts, EvaluationContext context, int threads) =>
        (_program, _parts, _context, _threads) = (program, parts, context, threads);

    /// <summary>How many parts the snapshot has.</summary>
    public int PartCount => _parts.Length;

    /// <summary>Opens a snapshot.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="source">The snapshot, with the documents of which records may be.</param>
    /// <param name="context">测算日 and 年度; values of external parameters come from the snapshot.</param>
    /// <param name="threads">How many threads compute.</param>
    /// <exception cref="SnapshotUnreadableException">It cannot be read.</exception>
    public static SnapshotResults Open(PreparedProgram program, RegistrySource source, EvaluationContext context, int threads)
    {
        var (registry, findings) = PartitionedRegistry.Open(source);
        return registry is null ? throw new SnapshotUnreadableException(findings[^1]) : new(program, registry.Parts, context, threads);
    }

    /// <summary>测算日, 年度 and the values of external parameters that the snapshot gives.</summary>
    /// <exception cref="SnapshotUnreadableException">It cannot be read.</exception>
    public EvaluationContext Context() => _settled ??= Settled(_context with { Parameters = RegistryOf(1).Parameters }, default);

    /// <summary>A context with what it leaves to the subjects of all parts under 名额 and 总额; itself where no clause has them.</summary>
    /// <param name="context">Of <see cref="Context"/>, with other values.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="SnapshotUnreadableException">It cannot be read.</exception>
    internal EvaluationContext Settled(EvaluationContext context, CancellationToken cancellation)
    {
        var (settled, unreadable) =
            ClaimPass.Settle(_program.Program, _parts, context with { Places = null }, _threads, cancellation);
        return unreadable is null ? settled : throw new SnapshotUnreadableException(unreadable);
    }

    /// <summary>The subjects of a part.</summary>
    /// <param name="part">The part, from 1.</param>
    /// <param name="change">What is evaluated otherwise than in the run; null for nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="SnapshotUnreadableException">It cannot be read.</exception>
    public IEnumerable<PlacedSubject> Of(
        int part, Func<EvaluationContext, EvaluationContext>? change, CancellationToken cancellation)
    {
        var registry = RegistryOf(part);
        var context = _context with { Parameters = registry.Parameters, Places = Context().Places };
        var engine = _program.Engine(change?.Invoke(context) ?? context);
        var stream = new SubjectStream(registry, engine, context.Year, _threads, cancellation);
        stream.LoadDetails();
        var index = 0;
        foreach (var kind in stream.Fatal is null ? stream.Kinds.Distinct() : [])
        {
            foreach (var subject in stream.Of(kind))
                yield return new(part, index++, subject.Facts, subject.Result);
        }
        if (stream.Fatal is { } fatal)
            throw new SnapshotUnreadableException(fatal);
    }

    private Registry RegistryOf(int part)
    {
        var (registry, findings) = Registry.Open(_program.Program, _parts[part - 1], withNames: true);
        return registry ?? throw new SnapshotUnreadableException(findings[^1]);
    }
}
