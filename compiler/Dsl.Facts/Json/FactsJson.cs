// The facts of one subject from JSON, as `policy eval` takes them. Any mistake stops: nothing is computed from half of the facts.
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Facts.Json;

/// <summary>The facts of a file, or what is wrong with it.</summary>
/// <param name="Facts">The facts; null where a finding is an error.</param>
/// <param name="Parameters">The values of external parameters.</param>
/// <param name="Findings">All mistakes of the file.</param>
/// <param name="File">Path and hash; null where it could not be read.</param>
public sealed record FactsReading(SubjectFacts? Facts, ImmutableDictionary<string, Value> Parameters, ImmutableArray<DataFinding> Findings,
    InputFile? File)
{
    /// <summary>测算日 that the file is for; null where it does not say.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>年度 that the file is for; null where it does not say.</summary>
    public int? Year { get; init; }

    /// <summary>不清楚: facts that are not to be asked again, as 缺少 names them. They are missing like others.</summary>
    public ImmutableHashSet<string> Unclear { get; init; } = [];
}

/// <summary>Reads facts in JSON.</summary>
public static class FactsJson
{
    /// <summary>The properties that say for which dates the facts are meant; the command line goes before them.</summary>
    public const string AsOf = "测算日", Year = "年度";

    /// <summary>The property that lists what was answered with 不清楚.</summary>
    public const string Unclear = "不清楚";

    /// <summary>Reads a file.</summary>
    /// <param name="program">The policies and their schema.</param>
    /// <param name="path">The file.</param>
    /// <param name="yearOf">年度 of the evaluation, by what the file says of dates; null where the file alone says it.</param>
    /// <param name="otherDocuments">文号 of documents that are not evaluated, of which records may be.</param>
    public static FactsReading ReadFile(IrProgram program, string path, Func<DateOnly?, int?, int>? yearOf = null,
        ImmutableArray<string> otherDocuments = default)
    {
        var reading = TextFile.Read(path);
        return reading.Text is { } text
            ? Read(program, PathText.Shown(path), text, yearOf: yearOf, otherDocuments: otherDocuments) with { File = reading.File }
            : new(null, ImmutableDictionary<string, Value>.Empty, reading.Finding is { } finding ? [finding] : [], reading.File);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="program">The policies and their schema.</param>
    /// <param name="file">The name for messages.</param>
    /// <param name="text">The JSON.</param>
    /// <param name="numbersRows">Whether rows that do not say their key are numbered from 1, as in an 算例; else each is a finding.</param>
    /// <param name="yearOf">年度 of the evaluation, by what the file says of dates; null where the file alone says it.</param>
    /// <param name="otherDocuments">文号 of documents that are not evaluated, of which records may be.</param>
    public static FactsReading Read(
        IrProgram program, string file, string text, bool numbersRows = false, Func<DateOnly?, int?, int>? yearOf = null,
        ImmutableArray<string> otherDocuments = default)
    {
        var reader = new FactsJsonReader(program, file, numbersRows, yearOf, otherDocuments.IsDefault ? [] : otherDocuments);
        var (root, finding) = JsonTextReader.Parse(file, text);
        var facts = finding is null && root is not null ? reader.ReadRoot(root) : null;
        if (finding is not null)
            reader.Findings.Add(finding);
        return new(reader.Findings.Exists(static finding => finding.Severity == Severity.Error) ? null : facts, reader.Parameters,
            [.. reader.Findings], null)
        {
            AsOf = reader.AsOf, Year = reader.Year, Unclear = reader.Unclear
        };
    }
}

internal sealed class FactsJsonReader(
    IrProgram program, string file, bool numbersRows, Func<DateOnly?, int?, int>? yearOf, ImmutableArray<string> otherDocuments)
{
    private static readonly string[] RecordColumns =
        [RecordFields.Policy, RecordFields.Clause, RecordFields.Row, RecordFields.Year, RecordFields.Amount];

    private int? _item;
    private string _key = "";
    private int? _yearOfRun;

    public List<DataFinding> Findings { get; } = [];

    public ImmutableDictionary<string, Value> Parameters { get; private set; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>测算日.</summary>
    public DateOnly? AsOf { get; private set; }

    /// <summary>年度.</summary>
    public int? Year { get; private set; }

    /// <summary>不清楚.</summary>
    public ImmutableHashSet<string> Unclear { get; private set; } = [];

    public SubjectFacts? ReadRoot(JsonItem root)
    {
        if (!IsObject(root, "", "{\"企业\": {…}}"))
            return null;
        var subjects = program.Schema.Subjects.Where(subject => root.Find(subject.Name) is not null).ToList();
        if (subjects is not [var subject])
        {
            Add(JsonDiagnostics.OneSubject.With(subjects.Count, Names(program.Schema.Subjects.Select(static subject => subject.Name))),
                root, null);
            return null;
        }
        CheckProperties(root, "最外层", new(
            [subject.Name, .. subject.Details.Select(static detail => detail.Name), BuiltInTables.Approvals, BuiltInTables.Payments,
                BuiltInTables.Parameters, FactsJson.AsOf, FactsJson.Year, FactsJson.Unclear]));
        var table = JsonTable.Of(subject);
        var values = ReadFields(root.Find(subject.Name), table);
        if (root.Find(subject.Name) is { Kind: JsonTokenType.StartObject } facts && FactLabels.Of([facts], table, file) is [{ } noData])
            Add(noData, facts, subject.Name);
        ReadParameters(root.Find(BuiltInTables.Parameters));
        ReadUnclear(root.Find(FactsJson.Unclear), subject);
        AsOf = Number(root, FactsJson.AsOf, DslType.Date) is { } day ? CivilDate.FromNumber(day) : null;
        Year = Number(root, FactsJson.Year, DslType.Year) is { } year ? (int)year.Floor() : null;
        _yearOfRun = yearOf?.Invoke(AsOf, Year) ?? Year ?? AsOf?.Year;
        _key = ValueText.Cell(values[0], subject.Key.Type);
        var details = subject.Details.Select(detail => ReadDetail(root.Find(detail.Name), subject, detail)).ToImmutableArray();
        var (rows, others) = (new FactRows(subject, details), new KnownDocuments(program.Policies, otherDocuments));
        return new(subject, _key, values, ReadSupport(root.Find(IrDetail.OtherSupportName), subject, rows))
        {
            Approvals =
                [.. ReadRecords(root, new(program, others, IsPayment: false), subject, rows).Select(static record => record.ToApproval())],
            Payments =
                [.. ReadRecords(root, new(program, others, IsPayment: true), subject, rows).Select(static record => record.ToPayment())],
        };
    }

    private ImmutableArray<Value?> ReadFields(JsonItem? item, JsonTable table)
    {
        var values = new Value?[table.FieldCount];
        if (item is not null && IsObject(item, table.Name, "{\"名称\": \"…\"}"))
        {
            CheckProperties(item, table.Name, table.Names);
            foreach (var (name, value) in item.Properties)
            {
                if (table.Field(name) is { } field)
                    values[field.Ordinal] = ReadField(value, field, table.Name);
            }
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private Value? ReadField(JsonItem value, IrField field, string table)
    {
        var reading = value.Cell is { } cell ? ValueReader.Read(cell, field) : JsonDiagnostics.ValueExpected.With("\"200万元\"");
        if ((reading.Problem ?? (field.Type is DateType ? EarlyDates.Problem(value.Cell ?? "", reading.Value) : null)) is { } problem)
            Add(problem, value, $"{table}.{field.Name}");
        return reading.Value;
    }

    private ImmutableArray<RowFacts>? ReadDetail(JsonItem? item, IrSubject subject, IrDetail detail)
    {
        if (item is null)
            return null;
        if (!IsArray(item, detail.Name))
            return null;
        var rows = ImmutableArray.CreateBuilder<RowFacts>();
        var seen = new HashSet<string>(Identity.Comparer);
        var table = JsonTable.Of(subject, detail);
        var labels = FactLabels.Of(item.Items, table, file);
        foreach (var (index, element) in item.Items.Index())
        {
            _item = index;
            var values = ReadFields(element, table);
            CheckOwner(element, subject, detail.Name);
            if (!labels.IsEmpty && labels[index] is { } noData)
                Add(noData, element, detail.Name);
            var stated = detail.Key is { } field ? ValueText.Cell(values[field.Ordinal], field.Type) : "";
            var key = stated.Length == 0 && (detail.Key is null || numbersRows) ? $"{index + 1}" : stated;
            if (key.Length == 0)
                Add(RowDiagnostics.NoKey.With(detail.Key?.Name ?? ""), element, detail.Name);
            else if (!seen.Add(key))
                Add((detail.IsByYear ? YearRowDiagnostics.YearTwiceInJson : JsonDiagnostics.DuplicateProperty).With(key), element,
                    $"{detail.Name}.{detail.Key?.Name}");
            rows.Add(new(key, values));
        }
        _item = null;
        return rows.ToImmutable();
    }

    /// <summary>The details with 其他政策支持 as the clauses write 事项, and the details their rows.</summary>
    private ImmutableArray<ImmutableArray<RowFacts>?> ReadSupport(JsonItem? item, IrSubject subject, FactRows rows)
    {
        if (item is null || subject.Details is not [.., { IsBuiltIn: true } detail] || rows.Details[detail.Ordinal] is not { } support
            || support.IsEmpty || support.Length != item.Items.Count)
            return rows.Details;
        var (matters, named) = (new BenefitItemNames(program), support.ToBuilder());
        foreach (var (index, element) in item.Items.Index())
        {
            _item = index;
            var values = support[index].Values;
            if (values[BenefitItemNames.Field] is TextValue { Text: { } written })
            {
                var (matter, problem, _) = matters.Find(written);
                if (problem is not null)
                    Add(problem, element.Find(detail.Fields[BenefitItemNames.Field].Name) ?? element,
                        $"{detail.Name}.{detail.Fields[BenefitItemNames.Field].Name}");
                values = values.SetItem(BenefitItemNames.Field, TextValue.Of(matter));
            }
            if (values[BenefitItemNames.RowField] is TextValue { Text: { } key } && rows.Find(key) is var (same, near))
            {
                if (same is null && near is not null)
                    Add(RowDiagnostics.NearRow.With(_key, "明细", key, near),
                        element.Find(detail.Fields[BenefitItemNames.RowField].Name) ?? element,
                        $"{detail.Name}.{detail.Fields[BenefitItemNames.RowField].Name}");
                values = values.SetItem(BenefitItemNames.RowField, TextValue.Of(same ?? key));
            }
            named[index] = new(support[index].Key, values);
        }
        _item = null;
        return rows.Details.SetItem(detail.Ordinal, named.ToImmutable());
    }

    private void CheckOwner(JsonItem element, IrSubject subject, string table)
    {
        foreach (var name in (string[])[subject.Key.Name, BuiltInTables.KeyAlias])
        {
            if (element.Find(name) is { Cell: { Length: > 0 } written } item && _key.Length > 0 && !Identity.Same(written, _key))
                Add(JsonDiagnostics.OtherSubject.With(written, subject.Name, _key), item, $"{table}.{name}");
        }
    }

    private List<AmountRecord> ReadRecords(JsonItem root, RecordRules rules, IrSubject subject, FactRows rows)
    {
        var records = new List<AmountRecord>();
        if (root.Find(rules.TableName) is not { } item || !IsArray(item, rules.TableName))
            return records;
        string[] columns = rules.IsPayment ? [.. RecordColumns, RecordFields.Quantity, RecordFields.Part] : RecordColumns;
        var names = new PropertyNames([.. columns, subject.Key.Name, BuiltInTables.KeyAlias]);
        foreach (var (index, element) in item.Items.Index())
        {
            _item = index;
            if (!IsObject(element, rules.TableName, "{\"条款\": \"12.2\", \"金额\": \"18万元\"}"))
                continue;
            CheckProperties(element, rules.TableName, names);
            CheckOwner(element, subject, rules.TableName);
            var problems = new List<(DataProblem Problem, string Column)>();
            problems.AddRange(columns.Where(column => element.Find(column) is { Cell: null, Kind: not JsonTokenType.Null })
                .Select(static column => (JsonDiagnostics.ValueExpected.With("\"12.2\""), column)));
            var record = AmountRecord.Read(column => SpreadsheetText.Unwrap(element.Find(column)?.Cell ?? ""), rules.IsPayment, problems);
            if (record is not null && problems.Count == 0)
                record = Named(record, rules, rows, element, problems);
            if (record is not null && element.Find(RecordFields.Clause) is { Kind: JsonTokenType.Number, Cell: { } number }
                && number.Contains('.', StringComparison.Ordinal)
                && rules.Resolve(record).Clause is { } clause && rules.MayHaveLostZeros(clause))
                problems.Add((RowDiagnostics.IdentityIsNumber.With(number), RecordFields.Clause));
            foreach (var (problem, column) in problems)
                Add(problem, element.Find(column) ?? element, $"{rules.TableName}.{column}");
            if (record is null || problems.Count > 0)
                continue;
            if (!rules.IsPayment && records.Exists(other => MayBeDoubles(other, record)))
                Add(JsonDiagnostics.DuplicateProperty.With(record.ClauseNumber), element, rules.TableName);
            records.Add(record);
        }
        _item = null;
        return records;
    }

    /// <summary>Whether two 核定 are of one thing; a blank 年度 is that of the application, which may be unknown here.</summary>
    private bool MayBeDoubles(AmountRecord left, AmountRecord right) =>
        left with { Amount = right.Amount, Year = right.Year, RowKey = right.RowKey } == right && Identity.Same(left.RowKey, right.RowKey)
        && (left.Year == right.Year
            || ((left.Year is null || right.Year is null) && (_yearOfRun ?? left.Year ?? right.Year) == (left.Year ?? right.Year)));

    /// <summary>The record as the policies and the details write what it names; null where it names nothing known.</summary>
    private AmountRecord? Named(AmountRecord record, RecordRules rules, FactRows rows, JsonItem element,
        List<(DataProblem Problem, string Column)> problems)
    {
        var (policy, clause, problem, column) = rules.Resolve(record);
        if (problem is not null)
            problems.Add((problem, column));
        else if (clause is null)
            Add(RowDiagnostics.OtherPolicies.With(1, $"{record.PolicyNumber} {record.ClauseNumber}"),
                element.Find(RecordFields.Policy) ?? element, $"{rules.TableName}.{RecordFields.Policy}");
        else if (clause.Subject != rows.Subject)
            problems.Add(
                (RowDiagnostics.ClauseOfOtherSubject.With(policy?.Number ?? "", record.ClauseNumber,
                    clause.Subject.Name, rows.Subject.Name),
                    RecordFields.Clause));
        if (clause is null)
            return null;
        record = record with
        {
            PolicyNumber = policy?.Number ?? record.PolicyNumber, ClauseNumber = clause.Number,
            Quantity = problem is null ? rules.QuantityOf(clause, record, problems) : null,
            Part = problem is null ? rules.PartOf(clause, record.RowKey, record.PartText, problems) : null,
        };
        if (clause.PerRow is not { } detail || record.RowKey is not { } key || rows.Find(detail, key) is not var (same, near))
            return record;
        if (same is null && (near is not null || !rules.IsPayment))
            problems.Add(
                (near is null
                    ? RowDiagnostics.NoSuchRow.With(_key, detail.Name, key)
                    : RowDiagnostics.NearRow.With(_key, detail.Name, key, near), RecordFields.Row));
        return record with { RowKey = same ?? key };
    }

    private void ReadParameters(JsonItem? item)
    {
        if (item is null || !IsObject(item, BuiltInTables.Parameters, "{\"补助比例\": \"10%\"}"))
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in item.Properties)
        {
            var (full, read, problem) = ExternalParameters.Read(program, name, SpreadsheetText.Unwrap(value.Cell ?? ""));
            if (problem is null && value is { Cell: null, Kind: not JsonTokenType.Null })
                problem = JsonDiagnostics.ValueExpected.With("\"10%\"");
            if (problem is null && full is not null && !seen.Add(full))
                problem = RowDiagnostics.DuplicateParameter.With(full);
            if (problem is not null)
                Add(problem, value, $"{BuiltInTables.Parameters}.{name}");
            else if (full is not null && read is not null)
                Parameters = Parameters.SetItem(full, read);
        }
    }

    private void ReadUnclear(JsonItem? item, IrSubject subject)
    {
        if (item is null || !IsShape(item, JsonTokenType.StartArray, JsonDiagnostics.RowsExpected, FactsJson.Unclear, "[\"名称\"]"))
            return;
        var names = subject.Fields.Select(static field => field.Name).Concat(subject.Details.Select(static detail => detail.Name)).ToList();
        foreach (var element in item.Items)
        {
            var name = element.Cell ?? "";
            var (open, close) = (name.IndexOf('[', StringComparison.Ordinal), name.LastIndexOf("].", StringComparison.Ordinal));
            var isKnown = open > 0 && close > open
                ? subject.Details.Any(detail => detail.Name == name[..open]
                    && detail.Fields.Any(field => field.Name == name[(close + 2)..]))
                : names.Contains(name);
            if (!isKnown)
                Add(JsonDiagnostics.UnknownProperty.With(FactsJson.Unclear, name, NameHint.For(name, names), Names(names)), element,
                    FactsJson.Unclear);
            Unclear = Unclear.Add(name);
        }
    }

    private Rational? Number(JsonItem root, string name, DslType type)
    {
        if (root.Find(name) is not { } item)
            return null;
        var reading =
            item.Cell is { } cell ? ValueReader.Read(cell, type, Bounds.Everything) : JsonDiagnostics.ValueExpected.With("\"2024-06-30\"");
        if (reading.Problem is { } problem)
            Add(problem, item, name);
        return (reading.Value as NumberValue)?.Bounds.Low;
    }

    private void CheckProperties(JsonItem item, string place, PropertyNames allowed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in item.Properties)
        {
            if (!seen.Add(name))
                Add(JsonDiagnostics.DuplicateProperty.With(name), value, name);
            else if (!allowed.Contains(name))
                Add(JsonDiagnostics.UnknownProperty.With(place, name, NameHint.For(name, allowed.All), Names(allowed.All)), value, name);
        }
    }

    private bool IsObject(JsonItem item, string path, string example) =>
        IsShape(item, JsonTokenType.StartObject, JsonDiagnostics.ObjectExpected, path, example);

    private bool IsArray(JsonItem item, string path) =>
        IsShape(item, JsonTokenType.StartArray, JsonDiagnostics.RowsExpected, path, "[{…}, {…}]");

    private bool IsShape(JsonItem item, JsonTokenType kind, DiagnosticRule otherwise, string path, string example)
    {
        if (item.Kind == kind)
            return true;
        Add(otherwise.With(example), item, path.Length == 0 ? null : path);
        return false;
    }

    private void Add(DataProblem problem, JsonItem item, string? path) =>
        Findings.Add(problem.At(new(file, item.Line, path, item.Cell) { Item = _item }));

    private static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join('、', all.Take(30)) + (all.Count > 30 ? $" 等 {all.Count} 项" : "");
    }
}
