// Findings about snapshots of registries.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Snapshots;

/// <summary>DSL56xx: snapshots.</summary>
public static class SnapshotDiagnostics
{
    /// <summary>A folder that is no snapshot, or no whole one.</summary>
    public static readonly DiagnosticRule Damaged = new("DSL5601", Severity.Error,
        "“{0}”不是完好的登记快照：{1}", "请指向 policy registry import 写出的快照文件夹；损坏了的，请重新导入。");

    public static readonly DiagnosticRule NoDescription = Damaged.Worded("“{0}”不是登记快照：里面没有 snapshot.json。");

    /// <summary>Its description is not what the program wrote.</summary>
    public static readonly DiagnosticRule ChangedDescription =
        Damaged.Worded("“{0}”不是完好的登记快照：snapshot.json 不是导入时写的样子。");

    /// <summary>A file is not what it was.</summary>
    public static readonly DiagnosticRule ChangedFile =
        Damaged.Worded("“{0}”不是完好的登记快照：文件“{1}”与导入时的指纹不符。");

    /// <summary>A file is gone.</summary>
    public static readonly DiagnosticRule MissingFile = Damaged.Worded("“{0}”不是完好的登记快照：缺少文件“{1}”。");

    /// <summary>A snapshot of another version of the program.</summary>
    public static readonly DiagnosticRule OtherFormat = new("DSL5602", Severity.Error,
        "快照“{0}”的格式版本是 {1}，这个程序读的是 {2}。", "请用写它的程序读，或者用现在的程序重新导入。");

    /// <summary>A table is to be read with another key than it was cut by.</summary>
    public static readonly DiagnosticRule OtherKey = new("DSL5603", Severity.Error,
        "快照是按导入时的主键列切分的，现在“{0}”的主键是另一列。", "数据定义或表名改过的，请用现在的政策重新导入。");

    /// <summary>A table that had no use then.</summary>
    public static readonly DiagnosticRule NotCut = OtherKey.Worded("导入快照时“{0}”没有用到，没有按主体切分，现在要用它。");
}
