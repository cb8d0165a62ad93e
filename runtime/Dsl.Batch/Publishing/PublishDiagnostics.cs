// What keeps a result from being published: nothing is appended.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Publishing;

/// <summary>DSL55xx, DSL525x and DSL572x: publishing results.</summary>
public static class PublishDiagnostics
{
    /// <summary>No manifest beside the result.</summary>
    public static readonly DiagnosticRule NoManifest =
        new("DSL5501", Severity.Error, "找不到结果的清单“{0}”，不能确认结果是怎样算出来的。",
            "清单由 policy batch 与结果一同写出，请把两个文件放在一起。");

    /// <summary>The result is not what the manifest says.</summary>
    public static readonly DiagnosticRule ResultChanged =
        new("DSL5502", Severity.Error, "结果与清单对不上：测算以后改动过，或者不是同一次测算的。",
            "请重新测算；要改的是数据和核定，不是结果。");

    /// <summary>The manifest cannot be used.</summary>
    public static readonly DiagnosticRule BadManifest =
        new("DSL5503", Severity.Error, "清单读不懂：不是正确的 JSON。", "请用现在的程序重新测算。");

    /// <summary>A member is missing, or has another shape.</summary>
    public static readonly DiagnosticRule ManifestIncomplete = BadManifest.Worded("清单读不懂：缺少项目。");

    /// <summary>A manifest from before records were noted in it.</summary>
    public static readonly DiagnosticRule OldManifest =
        BadManifest.Worded("清单读不懂：没有记下测算所用的核定和兑现记录，是以前的程序写的。");

    /// <summary>JSON, or one row per subject.</summary>
    public static readonly DiagnosticRule NotLongForm =
        new("DSL5504", Severity.Error, "结果不是一个条款或事项行一行的 CSV。",
            "请用 policy batch … --output 结果.csv 重新测算，不要加 --wide。");

    /// <summary>The result was computed without the history.</summary>
    public static readonly DiagnosticRule HistoryNotRead =
        new("DSL5505", Severity.Error, "兑现记录里有这几份政策的 {0} 笔记录，而测算时没有读入“{1}”，一次性的支持可能再付一次。",
            "请把兑现记录放进数据文件夹（或用 --detail 兑现记录=文件）重新测算 {2} 年度，再公布。");

    /// <summary>Records under an unknown 文号: whether they are of this result is unknown.</summary>
    public static readonly DiagnosticRule UnknownDocuments =
        new("DSL5251", Severity.Warning,
            "兑现记录里有 {0} 行的文号不认识（如第 {1} 行“{2}”），这些行的主体（如“{3}”）本次没有公布；各行原样保留。",
            "文号写错了的，请改正后重新测算；确实是另一份文件的，用 --other-documents {2}（policy.json 的“其他文件”）说明。");

    /// <summary>Whether a subject is missing or was rejected is unknown.</summary>
    public static readonly DiagnosticRule CannotWithdraw =
        new("DSL5506", Severity.Error, "测算时有 {0} 行未读入，不能断定结果中没有的主体不应兑现，不能用 --withdraw-missing。",
            "请先改正未读入的行，重新测算。");

    /// <summary>Quantities are to be recorded, and there is no column for them.</summary>
    public static readonly DiagnosticRule NoQuantityColumn =
        new("DSL5261", Severity.Error, "“{0}”没有“数量”一列，而条款“{1}”按数量累计，记不下这一次计了多少，没有追加。",
            "请在兑现记录里添上一列，表头写 数量（别的条款的行空着），重新测算后再公布。");

    /// <summary>Parts are to be recorded, and there is no column for them.</summary>
    public static readonly DiagnosticRule NoPartColumn = NoQuantityColumn.Worded(
        "“{0}”没有“期次”一列，而条款“{1}”分期兑付，记不下付的是哪一期，没有追加。");

    /// <summary>The history is not the one that the result was computed from.</summary>
    public static readonly DiagnosticRule HistoryChanged =
        new("DSL5255", Severity.Error,
            "测算以后兑现记录改动过：测算时有这几份政策的 {0} 笔，现在 {1} 笔。按旧的记录算出的结果可能多付或重付，没有追加。",
            "请用现在的“{2}”重新测算 {3} 年度，再公布新的结果。");

    /// <summary>Only records of the year of the result were changed.</summary>
    public static readonly DiagnosticRule YearChanged = HistoryChanged.Worded(
        "测算以后兑现记录改动过：测算时有这几份政策的 {0} 笔，现在 {1} 笔，改动的是 {3} 年度的。"
        + "按旧的记录算出的结果可能多付或重付，没有追加。");

    /// <summary>Only records of other years were changed.</summary>
    public static readonly DiagnosticRule OtherYearsChanged = HistoryChanged.Worded(
        "测算以后兑现记录改动过：测算时有这几份政策的 {0} 笔，现在 {1} 笔，改动的是 {3} 年度以外的。"
        + "按旧的记录算出的结果可能多付或重付，没有追加。");

    /// <summary>There is no such history; the result was computed from another one.</summary>
    public static readonly DiagnosticRule NoSuchHistory =
        new("DSL5256", Severity.Error, "没有兑现记录“{0}”，而结果是按“{1}”算的。",
            "请写 --history {1}；确实要另建一个的，加 --new-history。");

    /// <summary>There is a file of a like name beside it.</summary>
    public static readonly DiagnosticRule HistoryBeside = NoSuchHistory.Worded("没有兑现记录“{0}”，而这个文件夹里有“{1}”。",
        "要追加到它的，请改正 --history，并读入它重新测算；确实要另建一个的，加 --new-history。");

    /// <summary>The name is nearly that of the table ({1}).</summary>
    public static readonly DiagnosticRule HistoryMistyped = NoSuchHistory.Worded(
        "没有兑现记录“{0}”，名称与“{1}”只差一个字，以后的测算不会读它。", "请改正 --history；确实要叫这个名称的，加 --new-history。");

    /// <summary>Nor is there the folder.</summary>
    public static readonly DiagnosticRule NoSuchFolder = NoSuchHistory.Worded("没有兑现记录“{0}”，也没有这个文件夹。",
        "请改正 --history；要放在新的文件夹里，请先建好文件夹。");

    /// <summary>What is no CSV file cannot be appended to.</summary>
    public static readonly DiagnosticRule HistoryFormat =
        new("DSL5257", Severity.Error, "“{0}”不是 .csv 文件；兑现记录只能追加到 CSV 文件，没有改动它。",
            "请把兑现记录换成 CSV 文件（如 兑现记录.csv），再公布到它。");

    /// <summary>核定 are not those that the result was computed from.</summary>
    public static readonly DiagnosticRule ApprovalsChanged =
        new("DSL5258", Severity.Error, "测算以后“{0}”里的核定改动过，结果不是按现在的核定算的，没有追加。",
            "请重新测算 {1} 年度，再公布新的结果。");

    /// <summary>A later year was paid first.</summary>
    public static readonly DiagnosticRule PaidLater =
        new("DSL5259", Severity.Error, "“{0}”条款 {1} 在 {2} 年度已经兑现，再记 {3} 年度就超过了 {4}；这样的共 {5} 笔，没有追加。",
            "应当记在 {3} 年度的，先在兑现记录里冲回以后年度的（记一笔负数），再从 {3} 年度起逐年测算和公布。");

    /// <summary>A clause that asks what this one got was paid for a later year.</summary>
    public static readonly DiagnosticRule ReadLater = PaidLater.Worded(
        "“{0}”条款 {4} 在 {2} 年度已经兑现，它按条款 {1} 以前年度的已得计算，再记 {3} 年度的就对不上了，没有追加。");

    /// <summary>The part was paid in a later year.</summary>
    public static readonly DiagnosticRule PartPaidLater = PaidLater.Worded(
        "“{0}”条款 {1} 的 {4} 在 {2} 年度已经付过，再记 {3} 年度的就付了两次，没有追加。");

    /// <summary>A folder as history; in other wordings what would lose its target, permissions or owner, or is no file.</summary>
    public static readonly DiagnosticRule HistoryNotPlain =
        new("DSL5721", Severity.Error, "兑现记录“{0}”是一个文件夹，没有追加。", "请写一个 .csv 文件。");

    public static readonly DiagnosticRule HistoryIsDevice = HistoryNotPlain.Worded("兑现记录“{0}”是设备或管道，不是文件，没有追加。");

    public static readonly DiagnosticRule HistoryLinkBroken = HistoryNotPlain.Worded(
        "兑现记录“{0}”是一个链接，而它指向的“{1}”不存在，没有追加。", "请改正链接，或直接写那个文件。");

    public static readonly DiagnosticRule HistoryReadOnly = HistoryNotPlain.Worded(
        "兑现记录“{0}”是只读的，没有追加。", "确实要追加的，请先改成可写（chmod u+w）；管理员也一样。");

    /// <summary>Hard links.</summary>
    public static readonly DiagnosticRule HistoryHasNames = HistoryNotPlain.Worded(
        "兑现记录“{0}”有 {1} 个名称（硬链接），追加以后只有一个是新的，没有追加。", "请只留一个名称，别处改用符号链接。");

    public static readonly DiagnosticRule HistoryOfOther = HistoryNotPlain.Worded(
        "兑现记录“{0}”属于别的用户，替换以后不能保持，没有追加。", "请由它的所有者公布。");

    /// <summary>The new file cannot be given to the owner or group of the old one.</summary>
    public static readonly DiagnosticRule HistoryOwnerLost = HistoryNotPlain.Worded(
        "兑现记录“{0}”属于别的用户或组，替换以后不能保持，没有追加。", "请由它的所有者公布。");

    /// <summary>Another publication goes on.</summary>
    public static readonly DiagnosticRule HistoryBusy =
        new("DSL5722", Severity.Error, "另一个公布正在追加到“{0}”，等了 {1} 秒还没有结束，没有追加。",
            "请等它结束再公布；兑现记录变了的，要先重新测算。");

    /// <summary>Another file than the one that the result was computed from.</summary>
    public static readonly DiagnosticRule OtherHistory =
        new("DSL5723", Severity.Warning, "结果是按“{0}”算的，现在公布到另一个文件“{1}”；两个文件内容相同，公布以后就不同了。",
            "如果写错了，请冲回并公布到“{0}”；以后的测算要读“{1}”。");

    /// <summary>核定 are no longer where they were.</summary>
    public static readonly DiagnosticRule ApprovalsUnread =
        new("DSL5724", Severity.Warning, "测算用的核定“{0}”现在读不到，没有核对测算以后是否改动过。", "在测算时的文件夹里公布，就会核对。");

    /// <summary>Another program wrote the history just now.</summary>
    public static readonly DiagnosticRule HistoryTouched =
        new("DSL5725", Severity.Error, "公布时“{0}”被别的程序改动了，没有追加。", "请关闭正在编辑它的程序，重新测算，再公布。");
}
