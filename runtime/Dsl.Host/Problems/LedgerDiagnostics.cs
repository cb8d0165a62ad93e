// The catalogue of what keeps decisions from being entered and results from being published.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Host.Problems;

/// <summary>DSL608x and DSL609x: 核定, publication, the ledger.</summary>
public static class LedgerDiagnostics
{
    /// <summary>A payment of the registry that cannot be kept.</summary>
    public static readonly DiagnosticRule PaymentUnreadable =
        new("DSL6080", Severity.Error, "登记数据里的兑现记录“{0}”第 {1} 行不能承接：{2}。",
            "请改正这一行，再继续导入（/resume）；少承接一笔就可能重付，所以一笔都没有承接。");

    /// <summary>The registry brings other records than those that were adopted.</summary>
    public static readonly DiagnosticRule RecordsDiffer =
        new("DSL6081", Severity.Warning, "登记数据里的核定或兑现记录与承接时不同，没有再承接：核定和台账以服务里的为准。",
            "服务外发生的兑现或核定，请在服务里补录；登记数据里的这两张表以后不再用。");

    /// <summary>Rows of 核定 that were not adopted.</summary>
    public static readonly DiagnosticRule ApprovalsSkipped = RecordsDiffer.Worded(
        "登记数据里的核定有 {0} 行读不懂、重复或被改过，没有承接，这些事项仍待核定。", "请在待核定的列表里重新填写。");

    /// <summary>Nobody has to sign in: who acts is unknown.</summary>
    public static readonly DiagnosticRule NoAccounts =
        new("DSL6082", Severity.Error, "服务还没有账号，不能分清是谁批准、谁公布，这一步没有做。",
            "请先用 policy account add 建两个账号：一个经办、一个审核，再登录。");

    /// <summary>A run whose result cannot be published.</summary>
    public static readonly DiagnosticRule NotPublishable =
        new("DSL6083", Severity.Error, "测算“{0}”现在是“{1}”，不能公布。", "请等它完成，或者重新测算。");

    /// <summary>Subjects could not be computed.</summary>
    public static readonly DiagnosticRule HasFailures = NotPublishable.Worded(
        "测算“{0}”有 {1} 个主体算不出，不能就这样公布。",
        "先处理出错的主体（见未读入的行，接口是 /rejected）再测算；这次确实不公布它们的，选「除外」（接口是 failed=除外）。");

    /// <summary>A run from before the ledger.</summary>
    public static readonly DiagnosticRule NotOfLedger = NotPublishable.Worded("测算“{0}”没有用服务的台账，不能公布。", "请重新测算。");

    /// <summary>The rules of publishing refuse the result.</summary>
    public static readonly DiagnosticRule Refused =
        new("DSL6084", Severity.Error, "测算“{0}”的结果没有公布：{1}", "请按说明处理以后重新测算，再公布。");

    /// <summary>The result is not what was proposed.</summary>
    public static readonly DiagnosticRule OtherResult = Refused.Worded(
        "测算“{0}”的结果与提出公布时不同，没有公布。", "结果文件可能被改动过：请重新测算，再提出。");

    /// <summary>Ledger or decisions are not what the run has read.</summary>
    public static readonly DiagnosticRule Moved =
        new("DSL6085", Severity.Error, "测算“{0}”以后核定或台账有了变动，按旧的算出的结果可能多付或重付，没有公布。",
            "请重新测算，再公布新的结果。");

    /// <summary>A sum of the ledger that is not that of its entries.</summary>
    public static readonly DiagnosticRule LedgerBroken = Moved.Worded(
        "台账里“{0}”的合计与逐笔记录不符，没有公布。", "控制库可能被改动过：请保留现场，与备份比较。");

    /// <summary>The policies of the run were not approved.</summary>
    public static readonly DiagnosticRule SetNotApproved =
        new("DSL6086", Severity.Error, "测算所用的政策版本“{0}”还没有审核，不能公布。",
            "请由审核在「公布」页批准这一版（接口是 POST /api/v1/sets/版本号/approve）；批准的不能是提交草稿的人。");

    /// <summary>Four eyes: whoever proposed.</summary>
    public static readonly DiagnosticRule SamePerson =
        new("DSL6087", Severity.Error, "提出公布的和确认公布的不能是同一个人。", "请由另一个有审核角色的账号确认。");

    /// <summary>Whoever decided.</summary>
    public static readonly DiagnosticRule DecidedHimself = SamePerson.Worded("填写过这次测算所用核定的人不能确认公布。");

    /// <summary>Whoever brought the draft.</summary>
    public static readonly DiagnosticRule OwnDraft = SamePerson.Worded(
        "提交这一版草稿的人不能批准它。", "请由另一个有审核角色的账号批准。");

    /// <summary>No such publication.</summary>
    public static readonly DiagnosticRule NoSuchPublication =
        new("DSL6088", Severity.Error, "没有编号为“{0}”的公布。", "提出和确认过的见「公布」页（接口是 /api/v1/publications）。");

    /// <summary>Decisions of which at least one cannot be taken.</summary>
    public static readonly DiagnosticRule BadDecisions =
        new("DSL6090", Severity.Error, "核定有 {0} 处不能用，一笔都没有记下。",
            "每一处写明在哪一行（接口的 errors）；全部改正以后再交一次。");

    /// <summary>Not in the form of decisions.</summary>
    public static readonly DiagnosticRule BadDecisionForm = BadDecisions.Worded(
        "核定读不懂：内容应当是 JSON，写明“测算”的编号和“核定”的每一笔（主键、文号、条款、事项行、金额）。", "请照接口说明的样子写。");

    /// <summary>A file that is no sheet.</summary>
    public static readonly DiagnosticRule BadSheet = BadDecisions.Worded(
        "交回的待核定表读不懂：{0}。", "请交回从「核定」页（接口是 /api/v1/decisions?run=编号&format=xlsx）下载、填好金额的那张表。");

    /// <summary>Something that does not wait in the run.</summary>
    public static readonly DiagnosticRule NotAwaited =
        new("DSL6091", Severity.Error, "测算“{0}”里没有这一项待核定。",
            "请核对主键、文号、条款、事项行；已经核定的，先撤回，再用新的测算填写。");

    /// <summary>The same thing twice.</summary>
    public static readonly DiagnosticRule DecidedTwice = NotAwaited.Worded("同一项写了两次。", "只留一行。");

    /// <summary>There is no decision to take back.</summary>
    public static readonly DiagnosticRule NothingToTakeBack = NotAwaited.Worded(
        "这一项没有核定，不用撤回。", "请核对主键、文号、条款、事项行和年度。");

    /// <summary>An amount that cannot be.</summary>
    public static readonly DiagnosticRule BadAmount =
        new("DSL6092", Severity.Error, "金额“{0}”不能用：要写不小于 0、精确到分的金额，如 120000 或 12万元。", "请改正金额。");

    /// <summary>An amount above the limit of the clause.</summary>
    public static readonly DiagnosticRule TooHigh = BadAmount.Worded("金额“{0}”超过了最高 {1} 元。", "请改成不超过最高的金额。");

    /// <summary>A clause that is not decided by an amount.</summary>
    public static readonly DiagnosticRule ByFormula =
        BadAmount.Worded("这一条按公式计算，不填金额。", "请把认定的结果填进登记数据，再导入、测算。");
}
