// Findings about runs in partitions.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Partitions;

/// <summary>DSL592x: runs in partitions.</summary>
public static class PartitionDiagnostics
{
    /// <summary>The folder belongs to another run.</summary>
    public static readonly DiagnosticRule OtherDefinition = new(
        "DSL5920", Severity.Error, "文件夹“{0}”里是另一次测算：{1}不同（那里是 {2}，这里是 {3}）。",
        "换一个 --run 文件夹；或者改成与那里一样，再接着算。");

    /// <summary>Partitions that are not done.</summary>
    public static readonly DiagnosticRule NotDone = new(
        "DSL5921", Severity.Error, "{0} 个分区里还有 {1} 个没有算完：{2}。",
        "先算完它们：policy batch {3} --input {4} --run {5}（已经算完的自动跳过；也可以加 --partition 第几份/几份 分给几台机器）。");

    /// <summary>A file of a partition is gone, or is not what it was.</summary>
    public static readonly DiagnosticRule Damaged = new(
        "DSL5922", Severity.Error, "分区 {0} 的文件“{1}”{2}。", "删去 --run 文件夹里的 {3}，重新测算这个分区。");

    /// <summary>Claims that are not what was written.</summary>
    public static readonly DiagnosticRule DamagedClaims = new(
        "DSL5955", Severity.Error, "分区 {0} 的申请文件“{1}”损坏或不完整。", "删去这个文件和各分区的 .done，重新测算。");

    /// <summary>Two attempts at one partition that differ.</summary>
    public static readonly DiagnosticRule NotDeterministic = new(
        "DSL5923", Severity.Error, "结果不确定：分区 {0} 算了两次，结果不同（SHA-256 {1} 与 {2}）。",
        "两次用的程序或快照多半不是同一份，或者是程序的错误：先不要使用这次测算的结果，请把这句话发给维护者。");

    /// <summary>No run is in the folder.</summary>
    public static readonly DiagnosticRule NoRun = new(
        "DSL5924", Severity.Error, "“{0}”不是分区测算的文件夹：run.json {1}。", "请写 policy batch --run 用的那个文件夹。");

    /// <summary>A run that does not know what is 待核定.</summary>
    public static readonly DiagnosticRule NoApprovals = NoRun.Worded(
        "“{0}”里没有记下待核定的行，不能另存待核定的表。", "测算分区时加上 --keep-approvals（换一个 --run 文件夹），再合并。");

    /// <summary>A form of results that is not made of rows.</summary>
    public static readonly DiagnosticRule NotOfRows = new(
        "DSL5925", Severity.Error, "合并不能写成 JSON“{0}”：各分区存的是行，没有 JSON 里逐项的备注。",
        "写成 .csv、.parquet、.xlsx、.duckdb#表名 或 postgres:// 表；要 JSON，用 policy batch --input 快照 --output 结果.json 一次算完。");
}
