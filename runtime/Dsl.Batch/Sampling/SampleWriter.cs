// A sample as a folder of CSV files that `batch` reads: main tables, details, records, parameters.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Data;
using Dsl.Data.Outputs;
using Dsl.Facts.Cells;
using Dsl.Facts.Records;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;
using Dsl.Verification.Sampling;

namespace Dsl.Batch.Sampling;

public static class SampleWriter
{
    /// <summary>Writes a sample into a folder; all files appear together. The finding says why nothing could be written.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="options">How much, and which.</param>
    /// <param name="folder">The folder; it holds no tables yet.</param>
    /// <param name="progress">Hears how many subjects there are.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left.</exception>
    public static (ImmutableArray<string> Files, DataFinding? Finding) Write(
        IrProgram program, SampleOptions options, string folder, IProgress<long>? progress, CancellationToken cancellation)
    {
        if (Taken(program, folder) is { } taken)
            return ([], taken);
        var files = new AtomicOutput();
        try
        {
            using var output = files;
            var tables = new SampleTables(program, output, folder);
            var sampler = new RegistrySampler(program, options);
            var count = 0L;
            foreach (var facts in sampler.Kinds.SelectMany(kind => sampler.Subjects(kind)))
            {
                cancellation.ThrowIfCancellationRequested();
                tables.Add(facts);
                if (++count % 1_000 == 0)
                    progress?.Report(count);
            }
            tables.AddParameters(sampler);
            tables.Finish();
            output.Commit();
            return (tables.Files, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ([], files.Failure(error, folder));
        }
    }

    /// <summary>Tables that are there already, in whatever format: they may be real ones.</summary>
    private static DataFinding? Taken(IrProgram program, string folder)
    {
        var shown = PathText.Shown(folder);
        var status = FileStatus.Of(folder);
        if (string.IsNullOrWhiteSpace(folder) || status is { IsThere: true, Kind: not FileKind.Folder })
            return FileDiagnostics.CannotWrite
                .With(shown, status.Kind == FileKind.File ? OutputPhrases.IsFile.With() : status.Words ?? OutputPhrases.NoFolderName.With())
                .At(new(shown));
        if (!status.IsThere)
            return null;
        var names = RegistrySource.TableNames(program.Schema);
        var tables = Directory.EnumerateFileSystemEntries(folder)
            .Where(path => TableSources.FormatOf(path) is { } format && names.Contains(format.TableName(path)))
            .Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();
        return tables.Count == 0 ? null : FileDiagnostics.SampleOverTables.With(shown, string.Join('、', tables)).At(new(shown));
    }
}

/// <summary>The files of a sample.</summary>
internal sealed class SampleTables
{
    private const int FlushAt = 1 << 16;

    private readonly IrProgram _program;
    private readonly AtomicOutput _output;
    private readonly string _folder;
    private readonly bool _hasQuantities;
    private readonly Dictionary<string, (Stream Stream, StringBuilder Text)> _tables = [];

    public SampleTables(IrProgram program, AtomicOutput output, string folder)
    {
        (_program, _output, _folder) = (program, output, folder);
        foreach (var subject in program.Schema.Subjects)
        {
            Start(subject.Name, subject.Fields.Select(static field => field.Name));
            foreach (var detail in subject.Details.Where(detail => !_tables.ContainsKey(detail.Name)))
                Start(detail.Name,
                    detail.Fields.Select(static field => field.Name).Prepend(detail.IsBuiltIn ? BuiltInTables.KeyAlias : subject.Key.Name));
        }
        Start(BuiltInTables.Approvals, RecordTable.Columns);
        _hasQuantities = program.Policies.Any(static policy =>
            policy.Clauses.Any(static clause => clause.Frequency.Allowance is not null || clause.Payout is not null));
        Start(BuiltInTables.Payments, _hasQuantities ? RecordRow.PaymentColumns : RecordTable.Columns);
    }

    public ImmutableArray<string> Files => [.. _tables.Keys.Order(StringComparer.Ordinal).Select(PathOf)];

    public void Add(SubjectFacts facts)
    {
        Row(facts.Subject.Name, facts.Subject.Fields.Select(field => ValueText.Cell(facts.Values[field.Ordinal], field.Type)));
        foreach (var detail in facts.Subject.Details)
        {
            foreach (var row in facts.Details[detail.Ordinal] ?? [])
                Row(detail.Name, detail.Fields.Select(field => ValueText.Cell(row.Values[field.Ordinal], field.Type)).Prepend(facts.Key));
        }
        foreach (var record in facts.Approvals)
            Row(BuiltInTables.Approvals,
                [facts.Key, record.PolicyNumber ?? "", record.ClauseNumber, record.RowKey ?? "",
                    record.Year?.ToString(CultureInfo.InvariantCulture) ?? "", record.Amount.ToString()]);
        foreach (var record in facts.Payments)
            Row(BuiltInTables.Payments,
                [facts.Key, record.PolicyNumber ?? "", record.ClauseNumber, record.RowKey ?? "",
                    record.Year.ToString(CultureInfo.InvariantCulture), record.Amount.ToString(),
                    .. _hasQuantities ? [record.Quantity?.ToString() ?? "", record.Part?.ToString() ?? ""] : Array.Empty<string>()]);
    }

    public void AddParameters(RegistrySampler sampler)
    {
        var parameters = ExternalParameters.External(_program).DistinctBy(static parameter => parameter.Name).ToList();
        if (parameters.Count == 0)
            return;
        Start(BuiltInTables.Parameters, ParameterTable.Wanted.Select(static column => column.Name));
        foreach (var (name, type) in parameters)
            Row(BuiltInTables.Parameters, [name, ValueText.Cell(sampler.Parameter(name, type), type)]);
    }

    public void Finish()
    {
        foreach (var (stream, text) in _tables.Values)
            Flush(stream, text);
    }

    private void Start(string name, IEnumerable<string> header) =>
        _tables.Add(name, (_output.CreateNew(PathOf(name)), new StringBuilder().AppendRow(header)));

    private void Row(string name, IEnumerable<string> cells)
    {
        var (stream, text) = _tables[name];
        text.AppendRow(cells);
        if (text.Length > FlushAt)
            Flush(stream, text);
    }

    private static void Flush(Stream stream, StringBuilder text)
    {
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
        text.Clear();
    }

    private string PathOf(string name) => Path.Combine(_folder, name + ".csv");
}
