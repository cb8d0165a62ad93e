// DST.manifest.json: what a result was made from, and its totals. Holds no time of day and no thread count: same inputs, same bytes.
using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
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

    /// <summary>What publishing reads of a manifest.</summary>
    public const string Records = "记录", OfYear = "本年度", OfOtherYears =
        "其他年度", Rows = "行数", Print = "指纹", Limited = "按以前年度限制的条款", Times = "年数", Tables = "数据文件夹";

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

    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonStyle.Indented);
        json.WriteStartObject();
        json.WriteNumber("格式版本", ResultJson.FormatVersion);
        json.WriteStartObject("程序");
        json.WriteString("版本", ProgramIdentity.Version);
        json.WriteString("SHA-256", ProgramIdentity.Sha256);
        json.WriteString("引擎", Engine);
        json.WriteEndObject();
        json.WriteString("测算日", CivilDate.Format(Context.AsOf));
        json.WriteNumber("年度", Context.Year);
        WriteNumbers(json, "文号", PolicyNumbers);
        if (!OtherDocuments.IsEmpty)
            WriteNumbers(json, "其他文件", OtherDocuments);
        WriteFiles(json, "政策", Policies);
        WriteFiles(json, "输入", Inputs);
        WriteFiles(json, "输出", [Output]);
        WriteRecords(json);
        WriteCounts(json);
        WriteTotals(json);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ImmutableArray<string> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteStringValue(number);
        json.WriteEndArray();
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, ImmutableArray<InputFile> files)
    {
        json.WriteStartArray(name);
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("文件", file.Path);
            json.WriteString("SHA-256", file.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteRecords(Utf8JsonWriter json)
    {
        json.WriteStartObject(Records);
        foreach (var table in (ReadOnlySpan<string>)[BuiltInTables.Approvals, BuiltInTables.Payments])
        {
            if (RecordsRead.FirstOrDefault(records => records.Table == table) is not { } read)
            {
                json.WriteNull(table);
                continue;
            }
            json.WriteStartObject(table);
            json.WriteString("文件", read.File);
            foreach (var (name, print) in (ReadOnlySpan<(string, RecordPrint)>)[(OfYear, read.Prints.OfYear),
                (OfOtherYears, read.Prints.OfOtherYears)])
            {
                json.WriteStartObject(name);
                json.WriteNumber(Rows, print.Count);
                json.WriteString(Print, print.Hash);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteString(Tables, DataFolder);
        json.WriteEndObject();
        json.WriteStartArray(Limited);
        foreach (var clause in LimitedClauses)
        {
            json.WriteStartObject();
            json.WriteString(RecordFields.Policy, clause.PolicyNumber);
            json.WriteString(RecordFields.Clause, clause.ClauseNumber);
            if (clause.Years is { } years)
                json.WriteNumber(Times, years);
            else
                json.WriteNull(Times);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteCounts(Utf8JsonWriter json)
    {
        json.WriteStartObject("计数");
        json.WriteNumber("主体", Summary.SubjectCount);
        json.WriteNumber("有确定金额的主体", Summary.PaidSubjects);
        json.WriteNumber("明细不全的主体", Summary.MarkedSubjects);
        json.WriteNumber("条款", Summary.Clauses.Count);
        json.WriteNumber("结果行", OutputRows);
        json.WriteNumber("未读入的行", RejectedRows);
        json.WriteStartObject("状态");
        foreach (var status in Enum.GetValues<ClauseStatus>())
            json.WriteNumber(status.Word(), Summary.CountOf(status));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteTotals(Utf8JsonWriter json)
    {
        json.WriteStartObject("合计");
        json.WriteString("金额", QuantityFormat.Ledger(Summary.Total.Low));
        json.WriteString("最高", QuantityFormat.Ledger(Summary.Total.High));
        json.WriteNumber("不封顶", Summary.Total.Unbounded);
        json.WriteStartObject("资金");
        foreach (var (level, sum) in Summary.Levels)
            json.WriteString(level, QuantityFormat.Ledger(sum.Low));
        json.WriteEndObject();
        json.WriteEndObject();
    }
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
