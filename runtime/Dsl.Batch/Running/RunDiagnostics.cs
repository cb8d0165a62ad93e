// What a run has to say of subjects that it could not compute.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Running;

/// <summary>Rules of runs.</summary>
public static class RunDiagnostics
{
    /// <summary>A subject on which the computation fails, while the others are computed.</summary>
    public static readonly DiagnosticRule SubjectFailed = new(
        "DSL5911", Severity.Error, "主体“{0}”测算出错：{1}。它没有结果，不在合计里；其余主体照常测算。",
        "这是程序的错误：请把这句话连同政策文件发给维护者；改好以后这一区要重新测算。");

    /// <summary>A registry that is no snapshot, where only one of these can be computed in partitions.</summary>
    public static readonly DiagnosticRule NoSnapshot = new(
        "DSL5912", Severity.Error, "“{0}”不是登记数据的快照，没有分区。",
        "先导入：policy registry import {0} 政策 --output 快照，再把 --input 写成其中的文件夹。");

    /// <summary>Tables named beside a snapshot.</summary>
    public static readonly DiagnosticRule FixedTables = new(
        "DSL5913", Severity.Error, "快照“{0}”的各表和列名对照在导入时已经定下，不能再写 --detail 或 --mapping。",
        "去掉这两个选项；要换表或对照，重新导入。");
}
