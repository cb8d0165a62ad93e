// The catalogue of what can go wrong in a request.
using System.Collections.Frozen;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Host.Problems;

/// <summary>DSL61xx: requests.</summary>
public static class ApiDiagnostics
{
    /// <summary>No such address.</summary>
    public static readonly DiagnosticRule NoRoute =
        new("DSL6101", Severity.Error, "没有这个地址：{0}。", "可用的地址见 /scalar 或 /openapi/v1.json。");

    /// <summary>The address is there, the method is not.</summary>
    public static readonly DiagnosticRule WrongMethod =
        new("DSL6102", Severity.Error, "这个地址不接受 {0}。", "接受的方法见响应头 Allow，或见 /scalar。");

    /// <summary>A body above the limit.</summary>
    public static readonly DiagnosticRule BodyTooLarge =
        new("DSL6103", Severity.Error, "请求的内容超过了 {0} 字节。", "请分几次提交；成批测算请用 /api/v1/evaluate/many。");

    /// <summary>A body that is no JSON in UTF-8.</summary>
    public static readonly DiagnosticRule NotJson =
        new("DSL6104", Severity.Error, "请求的内容不能读：{0}。", "请用 UTF-8 编码的 JSON，并写明 Content-Type: application/json。");

    /// <summary>Facts with mistakes.</summary>
    public static readonly DiagnosticRule BadFacts =
        new("DSL6105", Severity.Error, "事实有 {0} 处错误，没有测算。", "每一处的位置和改法见 errors。");

    /// <summary>A parameter of the address that cannot be used.</summary>
    public static readonly DiagnosticRule BadParameter =
        new("DSL6106", Severity.Error, "地址里“{0}”的值“{1}”不能用：{2}。", "请改正后重试。");

    /// <summary>A mistake of the program.</summary>
    public static readonly DiagnosticRule Internal =
        new("DSL6109", Severity.Error, "程序内部错误（编号 {0}）。这是程序的问题，不是数据的问题。", "请把编号告诉管理员；日志里有详情。");

    /// <summary>Nobody has signed in.</summary>
    public static readonly DiagnosticRule NotSignedIn =
        new("DSL6110", Severity.Error, "没有登录，或者登录已经过期。",
            "请登录；业务系统在 Authorization 头里带上密钥。");

    /// <summary>A key that is none, or is good no more.</summary>
    public static readonly DiagnosticRule BadKey =
        NotSignedIn.Worded("密钥不能用：写错、已经吊销或已经过期。", "请核对 Authorization: Bearer 后面的密钥，或请安全管理员另建一个。");

    /// <summary>The role is missing.</summary>
    public static readonly DiagnosticRule RoleMissing =
        new("DSL6111", Severity.Error, "这一步要有{0}的角色。",
            "请改用有这个角色的账号或密钥；审核、系统管理、安全管理要先在「动态口令」页设置动态口令（接口是 POST /api/v1/totp）。");

    /// <summary>Name or password are wrong, or the account is locked: which of these is not said.</summary>
    public static readonly DiagnosticRule SignInRefused =
        new("DSL6112", Severity.Error, "名称或密码不对，或者账号不能用。",
            "请核对后再试（设置了动态口令的，还要写上它）；连续错 5 次锁定 10 分钟。忘了密码请找安全管理员。");

    /// <summary>A new password that is too easy.</summary>
    public static readonly DiagnosticRule WeakPassword =
        new("DSL6113", Severity.Error, "密码不够强。",
            "请写 10 到 128 个字符，大写字母、小写字母、数字、其他字符至少占三类，并且不含账号的名称。");

    /// <summary>The secret that sets a password is not good (any more).</summary>
    public static readonly DiagnosticRule BadInvitation =
        new("DSL6114", Severity.Error, "一次性链接不对、已经用过或已经过期。", "请安全管理员用 policy account reset 重发一个。");

    /// <summary>A request that a foreign page may have sent.</summary>
    public static readonly DiagnosticRule CrossSite =
        new("DSL6115", Severity.Error, "不能确定这个请求来自本服务的页面，没有做。",
            "请在请求里带上 {0} 头（值不限），并且不要从别的网站发出。");

    /// <summary>More requests than allowed.</summary>
    public static readonly DiagnosticRule TooMany =
        new("DSL6116", Severity.Error, "请求太多。", "请过 {0} 秒再试（响应头 Retry-After）；限度由系统管理员设置（limits）。");

    /// <summary>A request that took too long.</summary>
    public static readonly DiagnosticRule TooSlow =
        new("DSL6117", Severity.Error, "这个请求超过了时间的限度，已经停止。", "请分几次提交；限度由系统管理员设置（limits:seconds）。");

    /// <summary>A code that is none of the authenticator.</summary>
    public static readonly DiagnosticRule BadTimeCode =
        new("DSL6119", Severity.Error, "动态口令不对。",
            "请核对验证器显示的六位数和它的时间，再试一次；密文要先在「动态口令」页（接口是 POST /api/v1/totp）取得。");

    /// <summary>There is an authenticator already.</summary>
    public static readonly DiagnosticRule HasTimeCode =
        BadTimeCode.Worded("这个账号已经有动态口令。", "换了验证器的，请安全管理员用 policy account reset 重置账号。");

    /// <summary>A subject that there is not, or that the caller may not see: which of these is not said.</summary>
    public static readonly DiagnosticRule NoSubject =
        new("DSL6118", Severity.Error, "没有这个主体，或者它不归这个账号查看。", "企业只能查看自己；请核对主键（统一社会信用代码）。");
}

/// <summary>With which status a problem is answered.</summary>
public static class ProblemStatus
{
    private static readonly FrozenDictionary<string, int> Statuses = new Dictionary<DiagnosticRule, int>
    {
        [HostDiagnostics.StoreUnavailable] = 503, [HostDiagnostics.StoreOutcomeUnknown] = 503, [HostDiagnostics.AuditUnavailable] = 503,
        [HostDiagnostics.DataFolderFailed] = 503,
        [HostDiagnostics.NoPolicySet] = 503, [HostDiagnostics.NoPolicySetOnDate] = 422, [HostDiagnostics.UnknownPolicySet] = 404,
        [JobDiagnostics.NoRegistry] = 409, [JobDiagnostics.NoSource] = 409, [JobDiagnostics.NoSuchJob] = 404,
        [JobDiagnostics.CannotCancel] = 409, [JobDiagnostics.JobBroken] = 500, [JobDiagnostics.ResultDamaged] = 409,
        [JobDiagnostics.BadDraft] = 422, [JobDiagnostics.Expired] = 410, [JobDiagnostics.BadCurve] = 422, [JobDiagnostics.CurveBusy] = 409,
        [LedgerDiagnostics.NoAccounts] = 409, [LedgerDiagnostics.NotPublishable] = 409, [LedgerDiagnostics.Refused] = 409,
        [LedgerDiagnostics.Moved] = 409, [LedgerDiagnostics.SetNotApproved] = 409, [LedgerDiagnostics.SamePerson] = 403,
        [LedgerDiagnostics.NoSuchPublication] = 404, [LedgerDiagnostics.BadDecisions] = 422, [LedgerDiagnostics.NotAwaited] = 422,
        [LedgerDiagnostics.BadAmount] = 422,
        [ApiDiagnostics.NoRoute] = 404, [ApiDiagnostics.WrongMethod] = 405, [ApiDiagnostics.BodyTooLarge] = 413,
        [ApiDiagnostics.NotJson] = 400, [ApiDiagnostics.BadFacts] = 422, [ApiDiagnostics.BadParameter] = 400,
        [ApiDiagnostics.Internal] = 500, [ApiDiagnostics.NotSignedIn] = 401, [ApiDiagnostics.RoleMissing] = 403,
        [ApiDiagnostics.SignInRefused] = 401, [ApiDiagnostics.WeakPassword] = 422, [ApiDiagnostics.BadInvitation] = 403,
        [ApiDiagnostics.CrossSite] = 403, [ApiDiagnostics.TooMany] = 429, [ApiDiagnostics.TooSlow] = 504,
        [ApiDiagnostics.NoSubject] = 404, [ApiDiagnostics.BadTimeCode] = 403,
        [AccountDiagnostics.BadName] = 422, [AccountDiagnostics.RolesApart] = 422,
        [AccountDiagnostics.SubjectMissing] = 422, [AccountDiagnostics.NameTaken] = 409, [AccountDiagnostics.Unknown] = 404,
        [AccountDiagnostics.BadExpiry] = 422, [AccountDiagnostics.FirstByCommand] = 409,
    }.ToFrozenDictionary(static pair => pair.Key.Code, static pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The HTTP status of a rule.</summary>
    public static int Of(DiagnosticRule rule) => Statuses.GetValueOrDefault(rule.Code, 500);
}
