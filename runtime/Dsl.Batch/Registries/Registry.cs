// A registry on disk: main tables that are streamed, details and records that are held by key.
using System.Collections.Immutable;
using System.Diagnostics;
using Dsl.Data;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Values.Terms;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Batch.Registries;

/// <summary>A registry whose files and headers are in order.</summary>
public sealed class Registry
{
    private readonly ImmutableArray<RecordTable> _records;
    private readonly ImmutableArray<string> _otherDocuments;
    private NearKeys? _near;

    private Registry(
        RegistryOpening opening, ImmutableArray<SubjectTable> tables, ImmutableArray<RecordTable> records,
        ImmutableDictionary<string, Value> parameters,
        ImmutableArray<string> otherDocuments)
    {
        (Tables, _records, Parameters, _otherDocuments) = (tables, records, parameters, otherDocuments);
        (Sources, SourceNames, TableNames) = (opening.Sources, [.. opening.SourceNames], opening.TableNames);
        (Findings, AbsentColumns) = ([.. opening.Findings], [.. opening.AbsentColumns]);
    }

    /// <summary>The columns of <see cref="RegistrySource.OptionalColumns"/> that are not there: 企业.高新技术企业.</summary>
    public ImmutableArray<string> AbsentColumns { get; }

    /// <summary>The values of external parameters.</summary>
    public ImmutableDictionary<string, Value> Parameters { get; }

    /// <summary>
    /// Every table of the registry with its hash, by table name. For tables that are not files, only once they were read.
    /// </summary>
    public ImmutableArray<InputFile> Files => [.. Sources.Select(static source => source.Input)];

    /// <summary>What 核定 and 兑现记录 say, once they were read.</summary>
    internal ImmutableArray<RecordsRead> RecordsRead =>
        [.. _records.Select(static table =>
            new RecordsRead(table.IsPayment ? BuiltInTables.Payments : BuiltInTables.Approvals, table.Shown, table.Prints))];

    /// <summary>Warnings and remarks: unknown columns and files, tables that were not supplied.</summary>
    public ImmutableArray<DataFinding> Findings { get; }

    /// <summary>
    /// The documents that are not evaluated and of which records may be: those that the operator named, and those of which there are some.
    /// </summary>
    internal ImmutableArray<string> OtherDocuments =>
        [.. _records.SelectMany(static table => table.OtherDocuments).Concat(_otherDocuments).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The keys of all tables.</summary>
    internal StringDictionary Keys { get; } = new([]);

    /// <summary>The kinds of subjects whose main table is there, in the order of the schema.</summary>
    internal ImmutableArray<SubjectTable> Tables { get; }

    /// <summary>核定 and 兑现记录, those that are there.</summary>
    internal ImmutableArray<RecordTable> RecordTables => _records;

    /// <summary>Every table of the registry, by table name.</summary>
    internal ImmutableArray<ITableSource> Sources { get; }

    /// <summary>The name of each of <see cref="Sources"/>.</summary>
    internal ImmutableArray<string> TableNames { get; }

    /// <summary>The tables whose rows belong to subjects: details and records.</summary>
    internal IEnumerable<MappedTable> OwnedTables =>
        Tables.SelectMany(static table => table.Details).OfType<DetailTable>().Distinct().Select(static detail => detail.Table)
            .Concat(_records.Select(static record => record.Table));

    /// <summary>SRC of every table, as it was given or found.</summary>
    internal ImmutableArray<string> SourceNames { get; }

    /// <summary>Looks at every file and header. Without a registry the findings say why; nothing was written.</summary>
    /// <param name="program">The policies; of the columns that none of them reads only the header is looked at.</param>
    /// <param name="source">Where the registry is.</param>
    /// <param name="withNames">Whether names of subjects are read, too.</param>
    public static (Registry? Registry, ImmutableArray<DataFinding> Findings) Open(IrProgram program, RegistrySource source,
        bool withNames = false)
    {
        var opening = new RegistryOpening(program, source, withNames);
        try
        {
            opening.Inspect(source.Locate(program.Schema, opening.Findings));
            if (opening.HasErrors)
                return (null, [.. opening.Findings]);
            var (tables, records) = opening.Tables();
            var parameters = opening.Parameters();
            opening.CheckMapping();
            return opening.HasErrors
                ? (null, [.. opening.Findings])
                : (new(opening, tables, records, parameters, source.OtherDocuments), [.. opening.Findings]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, [.. opening.Findings,
                FileDiagnostics.CannotRead.With(PathText.Shown(source.Path), FileFailure.Words(error))
                    .At(new(PathText.Shown(source.Path)))]);
        }
    }

    /// <summary>Reads details and records; null, or why a file cannot be read.</summary>
    /// <param name="texts">Numbers of texts.</param>
    /// <param name="year">The application year.</param>
    /// <param name="rejected">Takes the rejected rows, table by table.</param>
    /// <param name="threads">How many tables are read at once.</param>
    /// <param name="cancellation">Stops it.</param>
    internal DataFinding? LoadDetails(StringDictionary texts, int year, IRejectedRows rejected, int threads, CancellationToken cancellation)
    {
        var details = Tables.SelectMany(static table => table.Details).OfType<DetailTable>().Distinct();
        var loads = details.Select(detail => (Func<IRejectedRows, DataFinding?>)(rows => detail.Load(Keys, texts, rows, cancellation)))
            .Concat(
                _records.Select(record => (Func<IRejectedRows, DataFinding?>)(rows => record.Load(Keys, texts, rows, year, cancellation))));
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
        if (fatal is null)
            Settle(texts, year, rejected, cancellation);
        return fatal;
    }

    /// <summary>What can be said of rows only when all details and records are there.</summary>
    private void Settle(StringDictionary texts, int year, IRejectedRows rejected, CancellationToken cancellation)
    {
        var details = Tables.SelectMany(static table => table.Details).OfType<DetailTable>().Distinct().ToList();
        var byDetail = Tables.SelectMany(static table => table.Subject.Details.Zip(table.Details))
            .Where(static pair => pair.Second is not null && !pair.First.IsBuiltIn)
            .ToDictionary(static pair => pair.First, static pair => pair.Second ?? throw new UnreachableException());
        foreach (var record in _records)
            record.Settle(byDetail, year, Keys.Count, texts, rejected);
        foreach (var support in details.Where(static detail => detail.Detail.IsBuiltIn))
            support.Settle([.. byDetail.Values.Select(detail => new RowMatcher(detail, texts))], Keys.Count, texts, rejected);
        _near = Keys.Count == 0 ? null : new NearKeys(Keys, Tables.Any(static table => table.Subject.Key.IsCreditCode), ReadOwners);
        foreach (var table in Tables)
            table.Settle(_near, Keys, cancellation);
    }

    /// <summary>The keys of all subjects, which otherwise are met one after another.</summary>
    private HashSet<int> ReadOwners()
    {
        var owners = new HashSet<int>();
        foreach (var table in Tables)
        {
            using var rows = table.Table.Open();
            while (rows.TryRead(out var row))
                owners.Add(Keys.CodeOfIdentity(row.Trimmed(0)));
        }
        return owners;
    }

    /// <summary>Remarks on what was not used, once details and records are read.</summary>
    internal RegistryRemarks Remarks => new(
    [
        .. Tables.Select(static table => TableRemarks.Of(table.Table)),
        .. Tables.SelectMany(static table => table.Details).OfType<DetailTable>().Distinct().Select(TableRemarks.Of),
        .. _records.Select(TableRemarks.Of),
    ]);

    /// <summary>Rejects details and records of subjects that were not read.</summary>
    internal void RejectOrphans(IRejectedRows rejected)
    {
        foreach (var detail in Tables.SelectMany(static table => table.Details).OfType<DetailTable>().Distinct())
        {
            var owners = Tables.Where(table => table.Details.Contains(detail)).ToList();
            detail.RejectOrphans(
                owner => owners.Select(table => table.StateOf(owner)).LastOrDefault(static state => state != OwnerState.None),
                _near, string.Join('或', owners.Select(static table => table.Subject.Name)),
                owners.TrueForAll(static table => table.Subject.Key.IsCreditCode), rejected);
        }
        foreach (var table in Tables)
        {
            table.Approvals?.RejectOrphans(table, _near, rejected);
            table.Payments?.RejectOrphans(table, _near, rejected);
        }
    }
}

/// <summary>The steps of opening a registry, collecting findings.</summary>
internal sealed class RegistryOpening(IrProgram program, RegistrySource registry, bool withNames)
{
    private readonly HashSet<IrField> _used = ColumnPruning.Of(program);
    private readonly SortedDictionary<string, ITableSource> _files = new(StringComparer.Ordinal);
    private DetailTable? _otherSupport;
    private bool _askedForOtherSupport;

    public List<DataFinding> Findings { get; } = [];

    public List<string> AbsentColumns { get; } = [];

    public bool HasErrors => Findings.Exists(static finding => finding.Severity == Severity.Error);

    public ImmutableArray<ITableSource> Sources => [.. _files.Values];

    public ImmutableArray<string> TableNames => [.. _files.Keys];

    public List<string> SourceNames { get; } = [];

    public void Inspect(SortedDictionary<string, string> paths)
    {
        SourceNames.AddRange(paths.Values);
        foreach (var (name, path) in paths)
        {
            var (source, finding) = registry.Open(name, path);
            if (finding is not null)
                Findings.Add(finding);
            if (source is null)
                continue;
            _files.Add(name, source);
            Findings.AddRange(source.Remarks);
        }
    }

    /// <summary>The main tables with their details, and the tables of records.</summary>
    public (ImmutableArray<SubjectTable> Subjects, ImmutableArray<RecordTable> Records) Tables()
    {
        var main = MainTables();
        var records = RecordTables([.. main.Select(static table => table.Subject)]);
        var (approvals, payments) =
            (records.FirstOrDefault(static table => !table.IsPayment), records.FirstOrDefault(static table => table.IsPayment));
        return ([.. main.Select(table => new SubjectTable(table.Subject, table.Bound, table.Details, approvals, payments, IsRead))],
            records);
    }

    private List<(IrSubject Subject, MappedTable Bound, ImmutableArray<DetailTable?> Details)> MainTables()
    {
        var tables = new List<(IrSubject, MappedTable, ImmutableArray<DetailTable?>)>();
        foreach (var subject in program.Schema.Subjects.OrderBy(static subject => subject.Name == BuiltInTables.MainSubject ? 0 : 1))
        {
            if (Bind(subject.Name, WantedColumn.OfSubject(subject, IsRead)) is not { } bound)
            {
                if (UsesSubject(subject))
                    Remark(subject.Name, "不测算");
                WarnOfUnused(subject);
                continue;
            }
            tables.Add((subject, bound, [.. subject.Details.Select(detail => Detail(subject, detail))]));
        }
        return tables;
    }

    private ImmutableArray<RecordTable> RecordTables(ImmutableArray<IrSubject> subjects)
    {
        var tables = ImmutableArray.CreateBuilder<RecordTable>();
        var others = registry.Known(program);
        foreach (var rules in (ReadOnlySpan<RecordRules>)[new(program, others, IsPayment: false), new(program, others, IsPayment: true)])
        {
            if (Bind(rules.TableName, RecordTable.Wanted(rules)) is not { } bound)
            {
                Remark(rules.TableName, "没有记录");
                continue;
            }
            tables.Add(new(rules, subjects, bound));
        }
        return tables.ToImmutable();
    }

    public ImmutableDictionary<string, Value> Parameters() =>
        Bind(BuiltInTables.Parameters, ParameterTable.Wanted) is { } bound
            ? ParameterTable.Load(program, bound, registry.IsForeignParameter, Findings)
            : ImmutableDictionary<string, Value>.Empty;

    /// <summary>Looks at the mapping as a whole: fields that are not there, columns that no table has.</summary>
    public void CheckMapping()
    {
        var names = RegistrySource.FieldNames(program.Schema);
        var known = names.Select(ColumnMapping.Normalize).ToHashSet(StringComparer.Ordinal);
        if (registry.Mapping.UnknownField(field => known.Contains(field) || registry.IsForeignField(field), names) is { } unknown)
            Findings.Add(unknown);
        else
            Findings.AddRange(registry.Mapping.Unused([.. _files.Values.SelectMany(static source => source.Header).Distinct()]));
    }

    private DetailTable? Detail(IrSubject subject, IrDetail detail)
    {
        if (!detail.IsBuiltIn)
            return Detail(detail, subject.Key.Name, [BuiltInTables.KeyAlias]);
        // One table serves all kinds of subjects: a row is an orphan only where no kind has its key.
        if (!_askedForOtherSupport)
            _otherSupport = Detail(detail, BuiltInTables.KeyAlias, DetailTable.KeyNames(program.Schema));
        _askedForOtherSupport = true;
        return _otherSupport;
    }

    private DetailTable? Detail(IrDetail detail, string keyColumn, ImmutableArray<string> aliases)
    {
        if (Bind(detail.Name, WantedColumn.OfDetail(keyColumn, aliases, detail, IsRead(detail))) is { } bound)
            return new(detail, keyColumn, bound, IsRead(detail), detail.IsBuiltIn ? new(program) : null);
        if (!detail.IsBuiltIn || MeetsOtherSupport())
            Remark(detail.Name, "未知");
        return null;
    }

    private bool IsRead(IrField field) => _used.Contains(field) || (withNames && ApprovalSheet.IsName(field));

    private Func<IrField, bool> IsRead(IrDetail detail) => field => field == detail.Key || _used.Contains(field);

    private MappedTable? Bind(string name, ImmutableArray<WantedColumn> wanted)
    {
        if (!_files.TryGetValue(name, out var source))
            return null;
        bool IsOptional(WantedColumn column) => registry.OptionalColumns.Contains((name, column.Name));
        var (table, findings) = MappedTable.Bind(source,
            [.. wanted.Select(column => IsOptional(column) ? column with { IsRequired = false } : column)], registry.Mapping);
        Findings.AddRange(findings);
        if (registry.Stored?.KeyProblem(name, table.IndexOf(0)) is { } otherKey)
            Findings.Add(otherKey);
        AbsentColumns.AddRange(wanted.Index().Where(column => IsOptional(column.Item) && table.IndexOf(column.Index) is null)
            .Select(column => $"{name}.{column.Item.Name}"));
        return table;
    }

    private void WarnOfUnused(IrSubject subject)
    {
        foreach (var detail in subject.Details.Where(detail => !detail.IsBuiltIn && _files.ContainsKey(detail.Name)))
            Findings.Add(FileDiagnostics.UnusedTable.With(detail.Name, subject.Name).At(new(_files[detail.Name].Shown)));
    }

    /// <summary>
    /// Whether a clause competes with support under policies that are not written here; otherwise the table has no effect.
    /// </summary>
    private bool MeetsOtherSupport() => program.Policies.Any(static policy => policy.Combination.OthersInArea
        && policy.Clauses.Any(static clause => clause is { Kind: ClauseKind.Award, BenefitItem: not null, IsStackable: false }));

    private bool UsesSubject(IrSubject subject) => program.Policies.Any(policy => policy.Clauses.Any(clause => clause.Subject == subject));

    private void Remark(string table, string meaning)
    {
        if (!_files.ContainsKey(table))
            Findings.Add(FileDiagnostics.TableNotSupplied.With(table, meaning).At(new(table)));
    }
}
