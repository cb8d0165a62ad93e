// Evaluates a registry under two versions and compares subject by subject in one pass.
using System.Collections.Immutable;
using Dsl.Batch.Claims;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Diff;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Comparing;

/// <summary>Compares over a registry.</summary>
public static class RegistryComparer
{
    /// <summary>
    /// Evaluates every subject under both versions. A column of a fact that only one version has need not be there: it is unknown.
    /// With an error among the findings there is no comparison.
    /// </summary>
    /// <param name="old">The old version.</param>
    /// <param name="new">The new version.</param>
    /// <param name="clauses">Which clause became which, as <see cref="ProgramComparer"/> found.</param>
    /// <param name="options">What to compare, and how.</param>
    /// <param name="progress">Hears how far the run is.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (RegistryComparison? Comparison, ImmutableArray<DataFinding> Findings) Run(
        IrProgram old, IrProgram @new, ImmutableArray<ClausePair> clauses, RegistryComparisonOptions options,
        IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        var before = Side.Open(old, SourceFor(old, @new, options.Source), options, cancellation);
        var after = Side.Open(@new, SourceFor(@new, old, options.Source), options, cancellation);
        var findings = Merge(before.Findings, after.Findings);
        if (before.Stream is not { } left || after.Stream is not { } right
            || findings.Any(static finding => finding.Severity == Severity.Error))
            return (null, findings);
        left.LoadDetails();
        right.LoadDetails();
        var work = new ComparisonWork(old, @new, clauses, options, before.Context, after.Context);
        var subjects = 0L;
        foreach (var kind in right.Kinds.Union(left.Kinds))
        {
            foreach (var (one, other) in SubjectJoin.ByKey(left.Of(kind), right.Of(kind), static subject => subject.Facts.Key))
            {
                work.Add(one, other);
                if (++subjects % 512 == 0)
                    progress?.Report(new(subjects, right.RejectedRows, right.Fraction));
            }
        }
        left.Finish();
        right.Finish();
        if ((left.Fatal ?? right.Fatal) is { } fatal)
            return (null, [.. findings, fatal]);
        return (work.Finish(left, right), findings);
    }

    /// <summary>The findings of both, each once. What one version does not know and the other does is none.</summary>
    private static ImmutableArray<DataFinding> Merge(ImmutableArray<DataFinding> old, ImmutableArray<DataFinding> @new)
    {
        var common = old.Select(Identity).Intersect(@new.Select(Identity)).ToHashSet();
        return [.. old.Concat(@new)
            .Where(finding => finding.Problem.Rule != FileDiagnostics.UnknownTable && finding.Problem.Rule != FileDiagnostics.UnknownColumn
                || common.Contains(Identity(finding)))
            .DistinctBy(Identity)];
    }

    private static (string Code, DataPlace Place, string Subject) Identity(DataFinding finding) =>
        (finding.Code, finding.Place, finding.Problem.Message.Split('，')[0]);

    /// <summary>
    /// What only the other version knows (a table, a parameter) is none of this one's; what only one knows need not be there.
    /// </summary>
    private static RegistrySource SourceFor(IrProgram program, IrProgram other, RegistrySource source)
    {
        var foreign =
            RegistrySource.TableNames(other.Schema).Except(RegistrySource.TableNames(program.Schema)).ToHashSet(StringComparer.Ordinal);
        return source with
        {
            Tables = source.Tables.RemoveRange(foreign),
            OtherPolicies = other.Policies,
            OptionalColumns = FieldsOf(program).SymmetricExcept(FieldsOf(other)),
            IsForeignParameter = name => ExternalParameters.Read(other, name, "").Name is not null,
            IsForeignField = name => RegistrySource.FieldNames(other.Schema).Any(field => ColumnMapping.Normalize(field) == name),
        };
    }

    private static ImmutableHashSet<(string Table, string Field)> FieldsOf(IrProgram program) =>
    [
        .. program.Schema.Subjects.SelectMany(static subject => subject.Fields.Skip(1).Select(field => (subject.Name, field.Name))
            .Concat(subject.Details.SelectMany(static detail => detail.Fields.Select(field => (detail.Name, field.Name))))),
    ];

    private sealed record Side(SubjectStream? Stream, EvaluationContext Context, ImmutableArray<DataFinding> Findings)
    {
        public static Side Open(IrProgram program, RegistrySource source, RegistryComparisonOptions options, CancellationToken cancellation)
        {
            var (registry, findings) = Registry.Open(program, source);
            if (registry is null)
                return new(null, options.Context, findings);
            var (context, unsettled) = ClaimPass.Settle(
                program, [source], options.Context with { Parameters = registry.Parameters }, options.Threads, cancellation);
            if (unsettled is not null)
                return new(null, context, [.. findings, unsettled]);
            return EvaluationEngines.Create(options.Engine, program, context) is { } engine
                ? new(new SubjectStream(registry, engine, context.Year, options.Threads, cancellation), context, findings)
                : new(null, context,
                    [.. findings,
                        FileDiagnostics.UnknownEngine.With(options.Engine, string.Join('、', EvaluationEngines.Names))
                            .At(new("--engine"))]);
        }
    }
}
