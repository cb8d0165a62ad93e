// What keeps a result from being published: nothing is appended.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Runtime.Publishing;

/// <summary>DSL55xx: publishing results.</summary>
public static class PublishRules
{
    /// <summary>No manifest beside the result.</summary>
    public static readonly DiagnosticRule NoManifest =
        new("DSL5501", Severity.Error, "找不到结果的清单“{0}”，不能确认结果是怎样算出来的。", "清单由 policy batch 与结果一同写出，请把两个文件放在一起。");

    /// <summary>The result is not what the manifest says.</summary>
    public static readonly DiagnosticRule ResultChanged =
        new("DSL5502", Severity.Error, "结果与清单对不上：测算以后改动过，或者不是同一次测算的。", "请重新测算；要改的是数据和核定，不是结果。");

    /// <summary>The manifest cannot be used.</summary>
    public static readonly DiagnosticRule BadManifest =
        new("DSL5503", Severity.Error, "清单读不懂：{0}。", "请用现在的程序重新测算。");

    /// <summary>JSON, or one row per subject.</summary>
    public static readonly DiagnosticRule NotLongForm =
        new("DSL5504", Severity.Error, "结果不是一个条款或事项行一行的 CSV。", "请用 policy batch … --output 结果.csv 重新测算，不要加 --wide。");

    /// <summary>The result was computed without the history.</summary>
    public static readonly DiagnosticRule HistoryNotRead =
        new("DSL5505", Severity.Error, "兑现记录里有 {0} 以前年度的记录，而测算时没有读入“{1}”，一次性的支持可能再付一次。", "请把兑现记录放进数据文件夹重新测算，再公布。");

    /// <summary>Records under a 文号 that nobody knows: whether they are of this result cannot be told.</summary>
    public static readonly DiagnosticRule UnknownDocuments =
        new("DSL5251", Severity.Warning, "兑现记录里有 {0} 行的文号不认识（如第 {1} 行“{2}”），这些行的主体（如“{3}”）本次没有公布；各行原样保留。", "文号写错了的，请改正后重新测算；确实是另一份文件的，用 --other-documents {2}（policy.json 的“其他文件”）说明。");

    /// <summary>Whether a subject is missing or was rejected cannot be told.</summary>
    public static readonly DiagnosticRule CannotWithdraw =
        new("DSL5506", Severity.Error, "测算时有 {0} 行未读入，不能断定结果中没有的主体不应兑现，不能用 --withdraw-missing。", "请先改正未读入的行，重新测算。");
}
