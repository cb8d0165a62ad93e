// A registry on disk: main tables that are streamed, details and records that are held by key.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Library.Kernels;
using Dsl.Library.Values;
using Dsl.Runtime.Batch;
using Dsl.Runtime.Data.Blocks;
using Dsl.Runtime.Data.Tables;
using Dsl.Runtime.Loading;
using Dsl.Runtime.Results;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Runtime.Data;

/// <summary>A registry whose files and headers are in order.</summary>
public sealed class Registry
{
    private readonly ImmutableArray<RecordTable> _records;

    private Registry(ImmutableArray<SubjectTable> tables, ImmutableArray<RecordTable> records, ImmutableDictionary<string, Value> parameters,
        ImmutableArray<ITableSource> sources, ImmutableArray<DataFinding> findings, ImmutableArray<string> absent) =>
        (Tables, _records, Parameters, Sources, Findings, AbsentColumns) = (tables, records, parameters, sources, findings, absent);

    /// <summary>The columns of <see cref="RegistrySource.OptionalColumns"/> that are not there: 企业.高新技术企业.</summary>
    public ImmutableArray<string> AbsentColumns { get; }

    /// <summary>The values of external parameters.</summary>
    public ImmutableDictionary<string, Value> Parameters { get; }

    /// <summary>Every table of the registry with its hash, by table name. For tables that are not files, only once they were read.</summary>
    public ImmutableArray<InputFile> Files => [.. Sources.Select(static source => source.Input)];

    /// <summary>Warnings and remarks: unknown columns and files, tables that were not supplied.</summary>
    public ImmutableArray<DataFinding> Findings { get; }

    /// <summary>The keys of all tables.</summary>
    internal TextPool Keys { get; } = new([]);

    /// <summary>The kinds of subjects whose main table is there, in the order of the schema.</summary>
    internal ImmutableArray<SubjectTable> Tables { get; }

    /// <summary>Every table of the registry, by table name.</summary>
    internal ImmutableArray<ITableSource> Sources { get; }

    /// <summary>Looks at every file and header. Without a registry the findings say why; nothing was written.</summary>
    /// <param name="program">The policies; of the columns that none of them reads only the header is looked at.</param>
    /// <param name="source">Where the registry is.</param>
    /// <param name="withNames">Whether names of subjects are read, too.</param>
    public static (Registry? Registry, ImmutableArray<DataFinding> Findings) Open(IrProgram program, RegistrySource source, bool withNames = false)
    {
        var opening = new RegistryOpening(program, source, withNames);
        try
        {
            opening.Inspect(source.Locate(program.Schema, opening.Findings));
            if (opening.HasErrors)
                return (null, [.. opening.Findings]);
            var tables = opening.SubjectTables();
            var records = opening.RecordTables(tables);
            var parameters = opening.Parameters();
            return opening.HasErrors
                ? (null, [.. opening.Findings])
                : (new(tables, records, parameters, opening.Sources, [.. opening.Findings], [.. opening.AbsentColumns]), [.. opening.Findings]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, [.. opening.Findings, FileRules.CannotRead.With(PathText.Shown(source.Path), FileFailure.Words(error)).At(new(PathText.Shown(source.Path)))]);
        }
    }

    /// <summary>Reads details and records; null, or why a file cannot be read.</summary>
    /// <param name="texts">Numbers of texts.</param>
    /// <param name="rejected">Takes the rejected rows, table by table.</param>
    /// <param name="threads">How many tables are read at once.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="year">年度 of the run; null where nobody asks which approvals are of it.</param>
    internal DataFinding? LoadDetails(TextPool texts, IRejectedRows rejected, int threads, CancellationToken cancellation, int? year = null)
    {
        var details = Tables.SelectMany(static table => table.Details).OfType<DetailTable>().Distinct();
        var loads = details.Select(detail => (Func<IRejectedRows, DataFinding?>)(rows => detail.Load(Keys, texts, rows, cancellation)))
            .Concat(_records.Select(record => (Func<IRejectedRows, DataFinding?>)(rows => record.Load(Keys, texts, rows, year, cancellation))));
        DataFinding? fatal = null;
        OrderedPipeline.Run(
            loads.TakeWhile(_ => fatal is null), threads,
            static load =>
            {
                var rows = new RejectedRowQueue();
                return (Fatal: load(rows), Rows: rows);
            },
            loaded =>
            {
                loaded.Rows.MoveTo(rejected);
                fatal ??= loaded.Fatal;
            },
            cancellation);
        return fatal;
    }

    /// <summary>Remarks on what was not used, once details and records are read.</summary>
    internal IEnumerable<DataFinding> Remarks() =>
        Tables.SelectMany(static table => table.Table.EarlyDates.Findings(table.Table))
            .Concat(Tables.SelectMany(static table => table.Details).OfType<DetailTable>().Distinct().SelectMany(static detail => detail.Warnings()))
            .Concat(RecordRemarks());

    private IEnumerable<DataFinding> RecordRemarks() =>
        _records.Where(static table => table.OtherPolicies.Count > 0)
            .Select(static table => RowRules.OtherPolicies.With(table.OtherPolicies.Count, table.OtherPolicies.Example).At(new(table.Shown)))
            .Concat(_records.Select(static table => table.OtherYears).OfType<DataFinding>())
            .Concat(_records.Where(static table => table.Undecided > 0).Select(static table => RowRules.UndecidedApprovals.With(table.Undecided).At(new(table.Shown))));

    /// <summary>Rejects details and records of subjects that were not read.</summary>
    internal void RejectOrphans(IRejectedRows rejected)
    {
        foreach (var detail in Tables.SelectMany(static table => table.Details).OfType<DetailTable>().Distinct())
        {
            var owners = Tables.Where(table => table.Details.Contains(detail)).ToList();
            detail.RejectOrphans(
                owner => owners.Select(table => table.StateOf(owner)).LastOrDefault(static state => state != OwnerState.None),
                Keys, string.Join('或', owners.Select(static table => table.Subject.Name)), rejected);
        }
        foreach (var table in Tables)
        {
            table.Approvals?.RejectOrphans(table, Keys, rejected);
            table.Payments?.RejectOrphans(table, Keys, rejected);
        }
    }
}

/// <summary>The steps of opening a registry, collecting findings.</summary>
internal sealed class RegistryOpening(IrProgram program, RegistrySource registry, bool withNames)
{
    private readonly HashSet<IrField> _used = FieldUse.Of(program);
    private readonly SortedDictionary<string, ITableSource> _files = new(StringComparer.Ordinal);
    private DetailTable? _otherSupport;
    private bool _askedForOtherSupport;

    public List<DataFinding> Findings { get; } = [];

    public List<string> AbsentColumns { get; } = [];

    public bool HasErrors => Findings.Exists(static finding => finding.Severity == Severity.Error);

    public ImmutableArray<ITableSource> Sources => [.. _files.Values];

    public void Inspect(SortedDictionary<string, string> paths)
    {
        foreach (var (name, path) in paths)
        {
            var (source, finding) = TableSources.Open(path);
            if (finding is not null)
                Findings.Add(finding);
            if (source is null)
                continue;
            _files.Add(name, source);
            Findings.AddRange(source.Remarks);
        }
    }

    public ImmutableArray<SubjectTable> SubjectTables()
    {
        var tables = ImmutableArray.CreateBuilder<SubjectTable>();
        foreach (var subject in program.Schema.Subjects.OrderBy(static subject => subject.Name == RegistrySource.MainSubject ? 0 : 1))
        {
            if (Bind(subject.Name, SubjectTable.Wanted(subject, IsRead)) is not { } bound)
            {
                if (UsesSubject(subject))
                    Remark(subject.Name, "不测算");
                WarnOfUnused(subject);
                continue;
            }
            tables.Add(new(subject, bound, [.. subject.Details.Select(detail => Detail(subject, detail))], IsRead));
        }
        return tables.ToImmutable();
    }

    public ImmutableArray<RecordTable> RecordTables(ImmutableArray<SubjectTable> subjects)
    {
        var tables = ImmutableArray.CreateBuilder<RecordTable>();
        foreach (var rules in (ReadOnlySpan<RecordRules>)[new(program, IsPayment: false), new(program, IsPayment: true)])
        {
            if (Bind(rules.TableName, RecordTable.Wanted(rules)) is not { } bound)
            {
                Remark(rules.TableName, "没有记录");
                continue;
            }
            var table = new RecordTable(rules, subjects, bound);
            tables.Add(table);
            foreach (var subject in subjects)
            {
                if (rules.IsPayment)
                    subject.Payments = table;
                else
                    subject.Approvals = table;
            }
        }
        return tables.ToImmutable();
    }

    public ImmutableDictionary<string, Value> Parameters() =>
        Bind(BuiltInTables.Parameters, ParameterTable.Wanted) is { } bound
            ? ParameterTable.Load(program, bound, registry.IsForeignParameter, Findings)
            : ImmutableDictionary<string, Value>.Empty;

    private DetailTable? Detail(IrSubject subject, IrDetail detail)
    {
        if (!detail.IsBuiltIn)
            return Detail(detail, subject.Key.Name, [DetailTable.KeyAlias]);
        // One table serves all kinds of subjects: a row is an orphan only where no kind has its key.
        if (!_askedForOtherSupport)
            _otherSupport = Detail(detail, DetailTable.KeyAlias, DetailTable.KeyNames(program.Schema));
        _askedForOtherSupport = true;
        return _otherSupport;
    }

    private DetailTable? Detail(IrDetail detail, string keyColumn, ImmutableArray<string> aliases)
    {
        if (Bind(detail.Name, DetailTable.Wanted(keyColumn, aliases, detail, IsRead(detail))) is { } bound)
            return new(detail, keyColumn, bound, IsRead(detail));
        if (!detail.IsBuiltIn || MeetsOtherSupport())
            Remark(detail.Name, "未知");
        return null;
    }

    private bool IsRead(IrField field) => _used.Contains(field) || (withNames && ApprovalSheet.IsName(field));

    private Func<IrField, bool> IsRead(IrDetail detail) => field => field == detail.Key || _used.Contains(field);

    private BoundTable? Bind(string name, ImmutableArray<WantedColumn> wanted)
    {
        if (!_files.TryGetValue(name, out var source))
            return null;
        bool IsOptional(WantedColumn column) => registry.OptionalColumns.Contains((name, column.Name));
        var (table, findings) = BoundTable.Bind(source, [.. wanted.Select(column => IsOptional(column) ? column with { IsRequired = false } : column)], registry.Mapping);
        Findings.AddRange(findings);
        AbsentColumns.AddRange(wanted.Index().Where(column => IsOptional(column.Item) && table.IndexOf(column.Index) is null).Select(column => $"{name}.{column.Item.Name}"));
        return table;
    }

    private void WarnOfUnused(IrSubject subject)
    {
        foreach (var detail in subject.Details.Where(detail => !detail.IsBuiltIn && _files.ContainsKey(detail.Name)))
            Findings.Add(FileRules.UnusedTable.With(detail.Name, subject.Name).At(new(_files[detail.Name].Shown)));
    }

    /// <summary>Whether a clause competes with support under policies that are not written here; without, the table tells nothing.</summary>
    private bool MeetsOtherSupport() => program.Policies.Any(static policy => policy.Combination.OthersInArea
        && policy.Clauses.Any(static clause => clause is { Kind: IrClauseKind.Award, Matter: not null, IsAdditional: false }));

    private bool UsesSubject(IrSubject subject) => program.Policies.Any(policy => policy.Clauses.Any(clause => clause.Subject == subject));

    private void Remark(string table, string meaning)
    {
        if (!_files.ContainsKey(table))
            Findings.Add(FileRules.TableNotSupplied.With(table, meaning).At(new(table)));
    }
}
