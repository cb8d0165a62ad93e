// What a run collects beside its rows. What parts of a registry come to adds up to what the whole comes to.
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dsl.Batch.Claims;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Records;
using Dsl.Ir.Nodes;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Running;

/// <summary>What is known of the subjects that were computed so far. Used by one thread.</summary>
/// <param name="program">The policies.</param>
/// <param name="context">Dates, and the values of external parameters.</param>
internal sealed class RunTally(IrProgram program, EvaluationContext context)
{
    /// <summary>Dates, and the values of external parameters.</summary>
    public EvaluationContext Context { get; } = context;

    /// <summary>Totals and counts.</summary>
    public RunSummary Summary { get; } = new(program);

    /// <summary>目标, 资金池 and 义务.</summary>
    public RegistryEvaluator Figures { get; } = new(program, context);

    /// <summary>The name of the engine that computed.</summary>
    public string Engine { get; set; } = "";

    /// <summary>Rows (or JSON results) of the output.</summary>
    public long OutputRows { get; set; }

    /// <summary>Rows that were rejected.</summary>
    public long RejectedRows { get; set; }

    /// <summary>Subjects that could not be computed; their rows are among those that were rejected.</summary>
    public long FailedSubjects { get; set; }

    /// <summary>核定 that clauses did not take; null where they took all.</summary>
    public ApprovalsNotTaken? NotTaken { get; set; }

    /// <summary>Findings about files and headers, each once.</summary>
    public List<DataFinding> Findings { get; } = [];

    /// <summary>What engines have to say of the way they computed, each once.</summary>
    public List<DataFinding> Notes { get; } = [];

    /// <summary>Remarks on the tables.</summary>
    public RegistryRemarks Remarks { get; set; } = RegistryRemarks.None;

    /// <summary>The tables.</summary>
    public List<InputFile> Inputs { get; } = [];

    /// <summary>核定 and 兑现记录 as they were read.</summary>
    public ImmutableArray<RecordsRead> RecordsRead { get; set; } = [];

    /// <summary>文号 of documents that were not evaluated, of which records may be.</summary>
    public SortedSet<string> OtherDocuments { get; } = new(StringComparer.Ordinal);

    /// <summary>The folder in which the tables were looked for; null where they were named one by one.</summary>
    public string? DataFolder { get; set; }

    /// <summary>Everything there is to say, once all is computed.</summary>
    public ImmutableArray<DataFinding> AllFindings => [.. Findings, .. Remarks.Findings(Context.Year), .. Warnings, .. Notes];

    private IEnumerable<DataFinding> Warnings
    {
        get
        {
            if (NotTaken is { } first)
                yield return RowDiagnostics.ApprovalsNotTaken.With(first.Count, first.Key, $"条款 {first.Clause}", first.Text)
                    .At(new(BuiltInTables.Approvals));
            if (RejectedRows > 0 && ClaimBook.Of(program).Select(static pair => pair.Clause.Number).FirstOrDefault() is { } clause)
                yield return ClaimDiagnostics.RowsWithoutClaims.With(RejectedRows, clause).At(new(BuiltInTables.MainSubject));
        }
    }

    /// <summary>Adds what a registry, or a part of one, has to say once it was read to its end.</summary>
    public void Add(Registry registry, IEnumerable<DataFinding> notes)
    {
        Remarks = Remarks.Add(registry.Remarks);
        Add(registry.Files, registry.RecordsRead, registry.OtherDocuments);
        AddNew(Notes, notes);
    }

    /// <summary>Adds what some subjects of the registry came to.</summary>
    public void Add(RunFigures figures)
    {
        Summary.Add(figures.Summary);
        Figures.Add(figures.Registry.State);
    }

    /// <summary>Adds findings that are not there yet.</summary>
    public void AddFindings(IEnumerable<DataFinding> findings) => AddNew(Findings, findings);

    /// <summary>Adds what other subjects came to. Where the order is of any matter, they come after these.</summary>
    public void Add(RunTally other)
    {
        Summary.Add(other.Summary);
        Figures.Add(other.Figures.State);
        Engine = other.Engine;
        OutputRows += other.OutputRows;
        RejectedRows += other.RejectedRows;
        FailedSubjects += other.FailedSubjects;
        NotTaken = NotTaken is { } first ? first.Add(other.NotTaken) : other.NotTaken;
        AddNew(Findings, other.Findings);
        AddNew(Notes, other.Notes);
        Remarks = Remarks.Add(other.Remarks);
        Add(other.Inputs, other.RecordsRead, other.OtherDocuments);
        DataFolder ??= other.DataFolder;
    }

    private void Add(IEnumerable<InputFile> inputs, IEnumerable<RecordsRead> records, IEnumerable<string> otherDocuments)
    {
        AddNew(Inputs, inputs);
        RecordsRead =
        [
            .. RecordsRead.Concat(records).GroupBy(static read => read.Table)
                .Select(static table => table.Aggregate(static (one, more) => one with { Prints = one.Prints.Add(more.Prints) })),
        ];
        OtherDocuments.UnionWith(otherDocuments);
    }

    // What is there twice in one registry stays so.
    private static void AddNew<T>(List<T> known, IEnumerable<T> items) =>
        known.AddRange(items.Where(item => !known.Contains(item)).ToList());
}

/// <summary>核定 that clauses did not take: how many, and the first of them in the order of the main tables.</summary>
/// <param name="Count">How many.</param>
/// <param name="Table">The number of the main table of the first one.</param>
/// <param name="Line">The row of its subject.</param>
/// <param name="Key">The key of the subject.</param>
/// <param name="Clause">条款.</param>
/// <param name="Text">Why it was not taken.</param>
internal sealed record ApprovalsNotTaken(
    [property: JsonPropertyName("个数")] long Count, [property: JsonPropertyName("第几张主表")] int Table,
    [property: JsonPropertyName("行号")] long Line, [property: JsonPropertyName("主键")] string Key,
    [property: JsonPropertyName("条款")] string Clause, [property: JsonPropertyName("原因")] string Text)
{
    /// <summary>Whether a place comes before that of the first one.</summary>
    public bool IsAfter(int table, long line) => (table, line).CompareTo((Table, Line)) < 0;

    /// <summary>With others.</summary>
    public ApprovalsNotTaken Add(ApprovalsNotTaken? other)
    {
        if (other is null)
            return this;
        var first = IsAfter(other.Table, other.Line) ? other : this;
        return first with { Count = Count + other.Count };
    }
}
