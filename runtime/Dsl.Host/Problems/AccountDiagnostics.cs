// The catalogue of what can go wrong with accounts and keys as their administrators meet it.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Host.Problems;

/// <summary>DSL604x: accounts and keys.</summary>
public static class AccountDiagnostics
{
    /// <summary>A name that cannot be one.</summary>
    public static readonly DiagnosticRule BadName =
        new("DSL6040", Severity.Error, "名称“{0}”不能用。",
            "请写 1 到 64 个字：文字、数字，中间可以有 . _ - @；系统、匿名、命令行 另有用处。");

    /// <summary>Roles that may not be in one hand.</summary>
    public static readonly DiagnosticRule RolesApart =
        new("DSL6041", Severity.Error, "{0} 不能在同一个账号或密钥里：系统管理、安全管理、审计三者只能有一个。",
            "请分给几个人，各用自己的账号。");

    /// <summary>企业 beside another role.</summary>
    public static readonly DiagnosticRule EnterpriseAlone =
        RolesApart.Worded("{0} 不能在同一个账号或密钥里：企业不能同时有别的角色。", "请分成两个账号或密钥。");

    /// <summary>No role at all.</summary>
    public static readonly DiagnosticRule NoRole =
        RolesApart.Worded("没有写明角色。", "可以写 {0}。");

    /// <summary>A word that is no role.</summary>
    public static readonly DiagnosticRule NoSuchRole =
        RolesApart.Worded("没有“{0}”这个角色。", "可以写 {1}。");

    /// <summary>企业 without a subject.</summary>
    public static readonly DiagnosticRule SubjectMissing =
        new("DSL6042", Severity.Error, "企业的账号或密钥没有写明是哪个主体。", "请用 --subject 写明它的主键（统一社会信用代码）。");

    /// <summary>A subject with other roles.</summary>
    public static readonly DiagnosticRule SubjectNotWanted =
        SubjectMissing.Worded("只有企业的账号或密钥才属于一个主体。", "请去掉 --subject，或者把角色写成企业。");

    /// <summary>The name is taken.</summary>
    public static readonly DiagnosticRule NameTaken =
        new("DSL6043", Severity.Error, "已经有名称为“{0}”的账号。", "请换一个名称；停用过的名称也不能再用，以免审计记录分不清是谁。");

    /// <summary>No such account or key.</summary>
    public static readonly DiagnosticRule Unknown =
        new("DSL6044", Severity.Error, "没有名称或编号为“{0}”的账号或密钥。", "policy account list 和 policy key list 列出全部。");

    /// <summary>An expiry that is over already, or too far.</summary>
    public static readonly DiagnosticRule BadExpiry =
        new("DSL6045", Severity.Error, "有效期到 {0} 的密钥不能建：要在今天以后，并且不超过 {1} 天。",
            "请换一个日期（--expires）；到期以前建一个新的来接替。");

    public static readonly DiagnosticRule ExpiryNoDate = BadExpiry.Worded("“{0}”不是日期。", "到期的日子写成 2026-12-31。");

    /// <summary>An account by way of the open service.</summary>
    public static readonly DiagnosticRule FirstByCommand =
        new("DSL6047", Severity.Error, "还没有账号的服务不从接口建账号和密钥。",
            "第一个账号用 policy account add 建，以后的由安全管理员建。");

    /// <summary>Open to others while nobody has to sign in.</summary>
    public static readonly DiagnosticRule OpenToOthers =
        new("DSL6046", Severity.Error, "服务要在 {0} 上监听，却还没有任何账号或密钥：谁都能用。",
            "请先用 policy account add 或 policy key add 建一个，或者只监听本机（--urls http://127.0.0.1:8050）。");
}
