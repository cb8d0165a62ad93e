// DST.manifest.json: what a result was made from, and its totals. Holds no time of day and no thread count: same inputs, same bytes.
using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using Dsl.Batch.Registries;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Records;
using Dsl.Facts.Results;
using Dsl.Ir.Results;
using Dsl.Loading.Files;
using Dsl.Loading.Json;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Batch.Results;

/// <summary>What a manifest says.</summary>
internal sealed record Manifest
{
    /// <summary>Dates.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>The engine's name.</summary>
    public required string Engine { get; init; }

    /// <summary>文号 of the policies.</summary>
    public required ImmutableArray<string> PolicyNumbers { get; init; }

    /// <summary>The policy files and official texts.</summary>
    public required ImmutableArray<InputFile> Policies { get; init; }

    /// <summary>The tables.</summary>
    public required ImmutableArray<InputFile> Inputs { get; init; }

    /// <summary>The result.</summary>
    public required InputFile Output { get; init; }

    /// <summary>Its rows.</summary>
    public required long OutputRows { get; init; }

    /// <summary>Rows that were rejected.</summary>
    public required long RejectedRows { get; init; }

    /// <summary>Totals and counts.</summary>
    public required RunSummary Summary { get; init; }

    /// <summary>核定 and 兑现记录 as they were read; a publication looks whether they are still the same.</summary>
    public ImmutableArray<RecordsRead> RecordsRead { get; init; } = [];

    /// <summary>The clauses whose amount depends on what was paid in other years.</summary>
    public ImmutableArray<LimitedClause> LimitedClauses { get; init; } = [];

    /// <summary>文号 of documents that were not evaluated, of which records may be.</summary>
    public ImmutableArray<string> OtherDocuments { get; init; } = [];

    /// <summary>The folder in which the tables were looked for; null where they were named one by one.</summary>
    public string? DataFolder { get; init; }

    /// <summary>What every manifest begins with.</summary>
    public const string Head = "{\n  \"格式版本\":";

    public void Write(Stream stream) => JsonStyle.Write(stream, Document, ManifestShapes.Of.ManifestDocument);

    private ManifestDocument Document => new()
    {
        FormatVersion = ResultJson.FormatVersion,
        Program = new(ProgramIdentity.Version, ProgramIdentity.Sha256, Engine),
        AsOf = CivilDate.Format(Context.AsOf),
        Year = Context.Year,
        PolicyNumbers = PolicyNumbers,
        OtherDocuments = OtherDocuments.IsEmpty ? null : OtherDocuments,
        Policies = Policies,
        Inputs = Inputs,
        Outputs = [Output],
        Records = new()
        {
            Approvals = TableOf(BuiltInTables.Approvals),
            Payments = TableOf(BuiltInTables.Payments),
            DataFolder = DataFolder,
        },
        LimitedClauses = LimitedClauses,
        Counts = new()
        {
            Subjects = Summary.SubjectCount,
            PaidSubjects = Summary.PaidSubjects,
            MarkedSubjects = Summary.MarkedSubjects,
            Clauses = Summary.Clauses.Count,
            OutputRows = OutputRows,
            RejectedRows = RejectedRows,
            Statuses = JsonStyle.Members(Enum.GetValues<ClauseStatus>(), static status => status.Word(), Summary.CountOf),
        },
        Total = new(QuantityFormat.Ledger(Summary.Total.Low), QuantityFormat.Ledger(Summary.Total.High), Summary.Total.Unbounded,
            JsonStyle.Members(Summary.Levels, static level => level.Key, static level => QuantityFormat.Ledger(level.Value.Low))),
    };

    private ManifestRecords? TableOf(string table) =>
        RecordsRead.FirstOrDefault(records => records.Table == table) is { } read
            ? new(read.File, read.Prints.OfYear, read.Prints.OfOtherYears)
            : null;
}

/// <summary>Which program made a result.</summary>
public static class ProgramIdentity
{
    /// <summary>The version of the program.</summary>
    public static string Version { get; } =
        typeof(ProgramIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Hash over the program's own assemblies, in the order of their names.</summary>
    public static string Sha256 { get; } = Hash();

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(AppContext.BaseDirectory, "Dsl.*.dll").Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(path));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
