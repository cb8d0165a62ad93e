// A batch result as it was written: the manifest that vouches for it, and the lines clause by clause.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Data;
using Dsl.Data.Csv;
using Dsl.Facts.Cells;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Results;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Batch.Publishing;

/// <summary>What publishing needs of a manifest.</summary>
/// <param name="Year">年度.</param>
/// <param name="PolicyNumbers">文号 of the policies that were evaluated.</param>
/// <param name="Inputs">The tables.</param>
/// <param name="OutputHash">SHA-256 of the result.</param>
/// <param name="RejectedRows">未读入的行.</param>
internal sealed record PublishedManifest(int Year, ImmutableArray<string> PolicyNumbers, ImmutableArray<InputFile> Inputs,
    string OutputHash, long RejectedRows)
{
    /// <summary>核定 that the result was computed from; null where there were none.</summary>
    public RecordsRead? Approvals { get; init; }

    /// <summary>兑现记录 that the result was computed from; null where there were none.</summary>
    public RecordsRead? Payments { get; init; }

    /// <summary>The folder in which the tables were looked for; null for none.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The clauses whose amount depends on what was paid in other years.</summary>
    public ImmutableArray<LimitedClause> Limited { get; init; } = [];

    /// <summary>The folder of the result.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Where a table is now: as its path was given then, else seen from the folder of the result.</summary>
    public string Locate(string path)
    {
        var file = path.Split('#')[0];
        return Path.IsPathRooted(file) || File.Exists(file) || !File.Exists(Path.Combine(Folder, file)) ? path : Path.Combine(Folder, path);
    }

    /// <summary>The limit of a clause over the years; null for none. Both as <see cref="Identity"/> compares them.</summary>
    public LimitedClause? LimitOf(string policy, string clause) =>
        Limited.FirstOrDefault(limited => Identity.Of(limited.PolicyNumber) == policy && Identity.Of(limited.ClauseNumber) == clause);

    /// <summary>文号 of documents that were not evaluated, of which records may be.</summary>
    public ImmutableArray<string> OtherDocuments { get; init; } = [];

    /// <summary>Reads the manifest beside a result.</summary>
    public static (PublishedManifest? Manifest, DataFinding? Finding) Read(string result)
    {
        var path = SideFiles.Manifest(result);
        var place = new DataPlace(PathText.Shown(path));
        if (!File.Exists(path))
            return (null, PublishDiagnostics.NoManifest.With(place.File).At(place));
        var reading = TextFile.Read(path);
        if (reading.Text is not { } text)
            return (null, reading.Finding);
        try
        {
            return JsonSerializer.Deserialize(text, ManifestShapes.Of.ManifestDocument) is not { } manifest
                ? Bad(PublishDiagnostics.ManifestIncomplete)
                : manifest is not { Records: { } records, LimitedClauses: { } limited }
                    ? Bad(PublishDiagnostics.OldManifest)
                : manifest.Outputs is not [{ } output, ..] || !IsWhole(manifest) ? Bad(PublishDiagnostics.ManifestIncomplete)
                : (new(manifest.Year, [.. manifest.PolicyNumbers], [.. manifest.Inputs], output.Sha256, manifest.Counts.RejectedRows)
                {
                    OtherDocuments = [.. manifest.OtherDocuments ?? []],
                    Folder = Path.GetDirectoryName(path) ?? "",
                    Approvals = ReadRecords(BuiltInTables.Approvals, records.Approvals),
                    Payments = ReadRecords(BuiltInTables.Payments, records.Payments),
                    DataFolder = records.DataFolder,
                    Limited = [.. limited],
                }, null);
        }
        catch (JsonException error)
        {
            // A mistake of syntax comes from the reader inside; what stands outside alone misses a member, or finds another kind of value.
            return Bad(error.InnerException is JsonException ? PublishDiagnostics.BadManifest : PublishDiagnostics.ManifestIncomplete);
        }

        (PublishedManifest?, DataFinding?) Bad(DiagnosticRule rule) => (null, rule.With().At(place));
    }

    // The serializer asks for the lists, not for their items.
    private static bool IsWhole(ManifestDocument manifest) =>
        ((IEnumerable<object?>)[.. manifest.PolicyNumbers, .. manifest.OtherDocuments ?? [], .. manifest.Inputs,
            .. manifest.LimitedClauses ?? []]).All(static item => item is not null);

    private static RecordsRead? ReadRecords(string table, ManifestRecords? records) =>
        records is null ? null : new(table, records.File, new(records.OfYear, records.OfOtherYears));
}

/// <summary>A line of a result.</summary>
/// <param name="RowKey">事项行; empty for the clause as a whole.</param>
/// <param name="Amount">金额 and 最高; of the line that caps cut away, end by end.</param>
internal readonly record struct PublishedLine(string RowKey, ClauseStatus Status, Bounds Amount)
{
    /// <summary>应得 and 应得最高, where the clause is paid in parts; null elsewhere.</summary>
    public Bounds? Entitled { get; init; }

    /// <summary>期次; empty where the line is no part.</summary>
    public string Part { get; init; } = "";

    /// <summary>数量 that is certain; null where the clause counts nothing.</summary>
    public Rational? Quantity { get; init; }

    /// <summary>Whether the amount may still change.</summary>
    public bool IsOpen => Status is ClauseStatus.MissingFacts or ClauseStatus.AwaitingDecision;
}

/// <summary>The lines of one clause for one subject.</summary>
/// <param name="Key">主键.</param>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="IsPaidElsewhere">落实: the money comes under the other policy.</param>
/// <param name="Lines">The lines, at least one.</param>
internal sealed record PublishedClause(string Key, string PolicyNumber, string ClauseNumber, bool IsPaidElsewhere,
    List<PublishedLine> Lines)
{
    /// <summary>Whether awards are paid in parts.</summary>
    public bool IsInParts => Lines.Exists(static line => line.Entitled is not null || line.Part.Length > 0);

    /// <summary>The awards, which are recorded in full; the lines themselves where nothing is paid in parts.</summary>
    public PublishedClause Awards => !IsInParts ? this : this with
    {
        Lines = [.. Lines.Where(static line => line.Part.Length == 0)
            .Select(static line => line with { Amount = line.Entitled ?? line.Amount })],
    };

    /// <summary>Whether 数量 is recorded.</summary>
    public bool Counts => Lines.Exists(static line => line.Quantity is not null);

    /// <summary>计入合计.</summary>
    public bool CountsInTotals { get; init; }
}

/// <summary>Reads results in the long form.</summary>
internal static class PublishedResult
{
    private static readonly string[] Needed = ["文号", "条款", "事项行", "状态", "金额", "最高", "计入合计", "形式"];

    /// <summary>The header of the key column, and where the needed columns stand; or why the file is not a result.</summary>
    public static (string? KeyHeader, DataFinding? Finding) Inspect(CsvSource file) =>
        Needed.All(file.Header.Contains) ? (file.Header[0], null) : (null, PublishDiagnostics.NotLongForm.With().At(new(file.Shown, 1)));

    /// <summary>The clauses in the order of the file, whose hash was found right: what a batch wrote can be read.</summary>
    public static IEnumerable<PublishedClause> Read(CsvSource file)
    {
        using var rows = MappedTable
            .Bind(file, [new(file.Header[0]), .. Needed.Select(static name => new WantedColumn(name)),
                new WantedColumn(RecordFields.Quantity, false), new WantedColumn(RecordFields.Part, false),
                new WantedColumn(LongTable.EntitledColumn, false), new WantedColumn(LongTable.MostColumn, false)], ColumnMapping.None)
            .Table.Open();
        PublishedClause? current = null;
        while (rows.TryRead(out var row))
        {
            var (key, policy, clause) = (row.Cell(0), row.Cell(1), row.Cell(2));
            if (current is null || (current.Key, current.PolicyNumber, current.ClauseNumber) != (key, policy, clause))
            {
                if (current is not null)
                    yield return current;
                current = new(key, policy, clause, row.Cell(7) == "否" && row.Cell(8).Length == 0, [])
                    { CountsInTotals = row.Cell(7) == "是" };
            }
            current.Lines.Add(new(row.Cell(3), ClauseStatusExtensions.Parse(row.Cell(4)) ?? ClauseStatus.MissingFacts,
                new(Money(row.Cell(5)) ?? 0, Money(row.Cell(6))))
            {
                Quantity = Number(row.Cell(Needed.Length + 1), DslType.Number),
                Part = row.Cell(Needed.Length + 2),
                Entitled = Money(row.Cell(Needed.Length + 3)) is { } entitled ? new(entitled, Money(row.Cell(Needed.Length + 4))) : null,
            });
        }
        if (current is not null)
            yield return current;
    }

    private static Rational? Money(string cell) => Number(cell, DslType.Money);

    private static Rational? Number(string cell, DslType type) =>
        (ValueReader.Read(cell, type, Bounds.Everything).Value as NumberValue)?.Bounds.Low;
}
