// The first of two passes over a registry whose policies have 名额 or 总额: reads who claims what, and writes nothing.
using Dsl.Batch.Registries;
using Dsl.Data;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Places;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Batch.Claims;

/// <summary>Reads claims. Rows that cannot be read claim nothing: the second pass says so of each of them.</summary>
internal static class ClaimPass
{
    /// <summary>
    /// What the subjects of a registry get under 名额 and 总额: the context with it; the same context where no policy has such clauses.
    /// </summary>
    /// <param name="program">The policies.</param>
    /// <param name="parts">The registry, or its parts.</param>
    /// <param name="context">Dates; values of external parameters where they are not those of the registry.</param>
    /// <param name="threads">How many threads compute.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (EvaluationContext Context, DataFinding? Fatal) Settle(
        IrProgram program, IEnumerable<RegistrySource> parts, EvaluationContext context, int threads, CancellationToken cancellation)
    {
        if (context.Places is not null || !ClaimBook.IsNeeded(program))
            return (context, null);
        ClaimBook? book = null;
        foreach (var part in parts)
        {
            var (read, fatal) = Read(program, part, context, book, (threads, false), cancellation);
            if (read is null)
                return (context, fatal);
            book = read;
        }
        return (book is null ? context : context with { Places = book.Settle() }, null);
    }

    /// <summary>Reads the claims of a registry, or of a part of one; without a book the finding says why.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="source">The registry.</param>
    /// <param name="context">Dates; values of external parameters are those of the registry.</param>
    /// <param name="book">Claims of other parts, to which these are added; null for none.</param>
    /// <param name="how">How many threads compute, and whether subjects on which the computation fails claim nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (ClaimBook? Book, DataFinding? Fatal) Read(IrProgram program, RegistrySource source, EvaluationContext context,
        ClaimBook? book, (int Threads, bool IsCareful) how, CancellationToken cancellation)
    {
        var (registry, findings) = Registry.Open(program, source);
        if (registry is null)
            return (null, findings.LastOrDefault(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error) ?? findings[^1]);
        context = context with { Parameters = registry.Parameters };
        var (claims, texts, interpreter) = (book ?? new(program, context), new StringDictionary([]), new Interpreter(program, context));
        if (registry.LoadDetails(texts, context.Year, new Unwritten(), how.Threads, cancellation) is { } unreadable)
            return (null, unreadable);
        foreach (var table in registry.Tables.Where(table => claims.Clauses.Any(clause => clause.Clause.Subject == table.Subject)))
        {
            using var reader = table.Table.OpenReader();
            var readers = table.Readers(texts);
            OrderedPipeline.Run(table.Read(reader, registry.Keys), how.Threads,
                raw =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    var reading = raw.Table.Complete(raw, readers, texts);
                    return (Reading: reading,
                        Claims: reading.Facts.Facts.SelectMany(facts => ClaimsOf(interpreter, facts, how.IsCareful)).ToList());
                },
                block =>
                {
                    table.Note(block.Reading);
                    foreach (var (clause, claim) in block.Claims)
                        claims.Add(clause, claim);
                }, cancellation);
            if (reader.Fatal is { } fatal)
                return (null, fatal);
        }
        return (claims, null);
    }

    private static IReadOnlyList<(IrClause, PlaceClaim)> ClaimsOf(Interpreter interpreter, Ir.Facts.SubjectFacts facts, bool isCareful)
    {
        try
        {
            return [.. interpreter.Claims(facts)];
        }
        catch (Exception error) when (isCareful && error is not (OperationCanceledException or OutOfMemoryException))
        {
            // The second pass fails on it as well, and says so.
            return [];
        }
    }

    private sealed class Unwritten : IRejectedRows
    {
        public void Add(IReadOnlyList<DataFinding> row) { }
    }
}
