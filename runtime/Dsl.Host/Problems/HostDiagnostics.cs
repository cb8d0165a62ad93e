// The catalogue of what can go wrong in the hosted runtime before and beside requests: settings, control store, audit, sets of policies.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Host.Problems;

/// <summary>DSL60xx: the service as its operators meet it.</summary>
public static class HostDiagnostics
{
    /// <summary>A setting that there is not.</summary>
    public static readonly DiagnosticRule UnknownSetting =
        new("DSL6001", Severity.Error, "没有“{0}”这项设置。", "可以写的设置见《运行服务》一页；设置的名称不分大小写。");

    /// <summary>A setting whose value cannot be used.</summary>
    public static readonly DiagnosticRule BadSetting =
        new("DSL6002", Severity.Error, "设置“{0}”的值“{1}”不能用：{2}。", "请改正后重新启动；服务没有启动。");

    /// <summary>The file of settings cannot be read.</summary>
    public static readonly DiagnosticRule BadSettingsFile =
        new("DSL6003", Severity.Error, "设置文件不能用：{0}。", "请改正后重新启动；服务没有启动。");

    /// <summary>JSON, but not the form of settings.</summary>
    public static readonly DiagnosticRule SettingsNoObject =
        BadSettingsFile.Worded("设置文件不能用：最外层应当是一对花括号，每项设置只写一次。");

    /// <summary>The folder of data cannot be used.</summary>
    public static readonly DiagnosticRule DataFolderUnusable =
        new("DSL6004", Severity.Error, "数据目录“{0}”不能用：{1}。", "请换一个只有运行服务的用户能读写的目录（--data）。");

    /// <summary>Another process serves from the same folder.</summary>
    public static readonly DiagnosticRule DataFolderTaken =
        new("DSL6005", Severity.Error, "数据目录“{0}”正被另一个服务使用。", "请先停止那个服务，或用 --data 指定另一个目录。");

    /// <summary>A file of the folder of data cannot be written or read.</summary>
    public static readonly DiagnosticRule DataFolderFailed =
        new("DSL6056", Severity.Error, "数据目录读写出错，这一步没有做：{0}。",
            "请检查磁盘空间和权限，然后重试；已经存好的都在，失败的任务可以继续，算完的部分不会重算。");

    /// <summary>The control store does not answer.</summary>
    public static readonly DiagnosticRule StoreUnavailable =
        new("DSL6010", Severity.Error, "控制库不能用：{0}。", "请检查磁盘空间、权限或数据库服务；没有改动的数据都在，恢复后重试即可。");

    /// <summary>The connection broke while a change was made permanent: whether it was, is unknown.</summary>
    public static readonly DiagnosticRule StoreOutcomeUnknown =
        new("DSL6011", Severity.Error, "控制库的连接在提交时断开，这一步是否已经生效还不知道：{0}。",
            "请刷新后看一看再决定是否重做；重做不会重复生效。");

    /// <summary>The store was made by a newer program.</summary>
    public static readonly DiagnosticRule StoreTooNew =
        new("DSL6012", Severity.Error, "控制库是更新版本的程序建的（有这个程序不认识的迁移 {0}）。",
            "请改用那个版本或更新的程序；旧程序不打开新库。");

    /// <summary>A script that was run has another content now.</summary>
    public static readonly DiagnosticRule MigrationChanged =
        new("DSL6013", Severity.Error, "迁移 {0} 与控制库里记下的不是同一份。", "程序文件可能损坏或被改过：请重新安装原来的版本。");

    /// <summary>The audit could not be written, so that the act was not done.</summary>
    public static readonly DiagnosticRule AuditUnavailable =
        new("DSL6020", Severity.Error, "审计记录写不进去，这一步没有做：{0}。", "请由管理员处理控制库的问题，然后重试。");

    /// <summary>A record of the audit does not fit the one before.</summary>
    public static readonly DiagnosticRule AuditBroken =
        new("DSL6021", Severity.Error, "审计记录第 {0} 条与前面的对不上：{1}。", "这条或前面的记录被改过、删过；请保留现场，与备份比较。");

    /// <summary>A folder of policies that cannot be served.</summary>
    public static readonly DiagnosticRule PolicySetRefused =
        new("DSL6030", Severity.Error, "“{0}”里的政策没有启用：{1}。", "请改正政策文件；在此之前继续使用上一次的版本。");

    /// <summary>There is no set of policies yet.</summary>
    public static readonly DiagnosticRule NoPolicySet =
        new("DSL6031", Severity.Error, "还没有可用的政策：{0}。", "请由管理员改正政策文件；改正后会自动启用。");

    /// <summary>No set is in force on the day.</summary>
    public static readonly DiagnosticRule NoPolicySetOnDate =
        new("DSL6032", Severity.Error, "测算日 {0} 还没有适用的政策版本；最早的一版从 {1} 起。",
            "请换一个测算日，或由管理员加上更早的版本。");

    /// <summary>A set that was served once and is not kept any more.</summary>
    public static readonly DiagnosticRule UnknownPolicySet =
        new("DSL6033", Severity.Error, "没有版本号为“{0}”的政策。", "版本号见结果里的“政策版本”；太旧而不再保留的版本不能再用。");

    /// <summary>Whether a problem is one of the store, which passes.</summary>
    internal static bool IsOfStore(DiagnosticRule rule) => rule == StoreUnavailable || rule == StoreOutcomeUnknown;
}
