// The catalogue of what can go wrong with backups.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Host.Problems;

/// <summary>DSL605x: backup and restore.</summary>
public static class BackupDiagnostics
{
    /// <summary>The target of a backup cannot be written.</summary>
    public static readonly DiagnosticRule CannotWrite =
        new("DSL6050", Severity.Error, "备份写不进“{0}”：{1}。", "请检查磁盘空间和权限，换一个文件再备份；没有留下半份备份。");

    /// <summary>There is a file of the name.</summary>
    public static readonly DiagnosticRule FileExists =
        CannotWrite.Worded("已经有文件“{0}”，备份不盖掉它。", "请换一个文件名，例如带上日期。");

    /// <summary>No service made the folder.</summary>
    public static readonly DiagnosticRule NoDataFolder =
        CannotWrite.Worded("“{0}”不是服务的数据目录，没有备份。", "请用 --data 写明服务的数据目录。");

    /// <summary>What the control store names is not in the data folder.</summary>
    public static readonly DiagnosticRule FilesMissing =
        new("DSL6051", Severity.Warning, "控制库里记着、数据目录里没有的：{0}；备份里也就没有。",
            "被删掉的从以前的备份里找；其余的都备份好了。");

    /// <summary>A file that is no backup, or is not whole.</summary>
    public static readonly DiagnosticRule Damaged =
        new("DSL6052", Severity.Error, "备份“{0}”不能用：{1}。", "请换另一份备份；什么也没有恢复。");

    public static readonly DiagnosticRule NotABackup = Damaged.Worded("“{0}”不是备份文件，或者没有写完。");

    public static readonly DiagnosticRule PartMissing = Damaged.Worded("备份“{0}”不能用：里面缺少“{1}”。");

    public static readonly DiagnosticRule PartChanged = Damaged.Worded("备份“{0}”不能用：里面的“{1}”与备份时的校验值不同。");

    public static readonly DiagnosticRule PathOutside = Damaged.Worded("备份“{0}”不能用：里面有指向别处的文件名“{1}”。");

    public static readonly DiagnosticRule OtherFormat =
        Damaged.Worded("备份“{0}”不能用：格式是第 {1} 版，这个程序只认识第 {2} 版。", "请用写这份备份的程序恢复；什么也没有恢复。");

    /// <summary>The data folder of a restore holds something.</summary>
    public static readonly DiagnosticRule FolderNotEmpty =
        new("DSL6053", Severity.Error, "数据目录“{0}”不是空的，没有恢复。", "请用 --data 指定一个还没有的目录；原来的目录核对以后再删。");

    public static readonly DiagnosticRule FolderUnwritable =
        FolderNotEmpty.Worded("数据目录“{0}”写不进去：{1}。", "请检查磁盘空间和权限；没有留下恢复了一半的目录。");

    /// <summary>The control store of a restore holds something.</summary>
    public static readonly DiagnosticRule StoreNotEmpty =
        new("DSL6054", Severity.Error, "控制库“{0}”已经用过，没有恢复。", "请指定一个空的库（--store）。");

    /// <summary>What was restored is not what was backed up.</summary>
    public static readonly DiagnosticRule AuditDiffers =
        new("DSL6055", Severity.Error, "恢复出来的审计记录与备份时的不同：{0}。", "请换另一份备份，并保留这一份供检查。");
}
