// The catalogue of what can go wrong with jobs: imports and runs.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Host.Problems;

/// <summary>DSL607x: jobs as officers meet them.</summary>
public static class JobDiagnostics
{
    /// <summary>No snapshot to evaluate.</summary>
    public static readonly DiagnosticRule NoRegistry =
        new("DSL6070", Severity.Error, "还没有导入登记数据，不能测算。",
            "请先导入登记数据（首页上写着导入到哪里；接口是 POST /api/v1/imports），完成后再测算。");

    /// <summary>No snapshot with the id.</summary>
    public static readonly DiagnosticRule NoSuchRegistry =
        NoRegistry.Worded("没有编号为“{0}”的登记数据。", "已经导入的登记数据见 /api/v1/registries。");

    /// <summary>It is not said where the registry is.</summary>
    public static readonly DiagnosticRule NoSource =
        new("DSL6071", Severity.Error, "没有设置登记数据在哪里，不能导入。", "请由管理员写明设置 registry（--registry）后重新启动。");

    /// <summary>No job with the number.</summary>
    public static readonly DiagnosticRule NoSuchJob =
        new("DSL6072", Severity.Error, "没有编号为“{0}”的任务。", "测算见 /api/v1/runs，导入见 /api/v1/imports。");

    /// <summary>The state of a job does not allow what is asked.</summary>
    public static readonly DiagnosticRule CannotCancel =
        new("DSL6073", Severity.Error, "任务“{0}”现在是“{1}”，不能取消。", "等候和进行中的任务可以取消，已取消和失败的任务可以继续。");

    /// <summary>The same for going on.</summary>
    public static readonly DiagnosticRule CannotResume =
        CannotCancel.Worded("任务“{0}”现在是“{1}”，不能继续。", "等候和进行中的任务可以取消，已取消和失败的任务可以继续。");

    /// <summary>The same for results.</summary>
    public static readonly DiagnosticRule NoResult =
        CannotCancel.Worded("任务“{0}”现在是“{1}”，没有结果。", "请等它完成；失败的原因见任务的“问题”。");

    /// <summary>A result that is too old to be kept.</summary>
    public static readonly DiagnosticRule Expired =
        new("DSL6057", Severity.Error, "任务“{0}”的结果没有公布，保留的期限已过，已经删除。",
            "还要看的请重做一次；期限由系统管理员设置（retention），审计里记着删除的时间。");

    /// <summary>The files of results are not those that were written.</summary>
    public static readonly DiagnosticRule ResultDamaged =
        new("DSL6074", Severity.Error, "“{0}”或“{1}”的结果文件与写成时不同，没有比较。",
            "哪个文件有什么问题见 errors；请从备份恢复，或重新测算。");

    /// <summary>A draft that is not in the form of one.</summary>
    public static readonly DiagnosticRule BadDraft =
        new("DSL6075", Severity.Error, "草稿不能检查：内容应当是 JSON 的一项“文件”，里面每个文件名对应文件的文字。",
            "请写上政策文件夹里的每个文件，名称是文件夹下的路径。");

    /// <summary>A name that is none of a file of policies.</summary>
    public static readonly DiagnosticRule BadDraftFile = BadDraft.Worded(
        "草稿不能检查：“{0}”不是可以用的文件名。", "可以写 .policy、policy.json 和 .txt，路径用 /，不能有 .. 和重复的名称。");

    /// <summary>A try-out of a 参数 that is not asked for as one.</summary>
    public static readonly DiagnosticRule BadCurve =
        new("DSL6132", Severity.Error, "参数试算没有写对。",
            "请写“参数”，再写“值”（一列值），或者“从”“到”“步长”；“分区”可以不写，写的是 1 以上的整数。");

    /// <summary>No 参数 of the name.</summary>
    public static readonly DiagnosticRule NoSuchParameter =
        BadCurve.Worded("没有参数“{0}”。", "请在「参数试算」页选一个（接口是 GET /api/v1/parameters）。");

    /// <summary>A value that the 参数 cannot have.</summary>
    public static readonly DiagnosticRule BadCurveValue = BadCurve.Worded("参数“{0}”不能是“{1}”：{2}。", "{3}");

    /// <summary>None, or more than are tried at once.</summary>
    public static readonly DiagnosticRule TooManyValues =
        BadCurve.Worded("要试的值不是 1 到 {0} 个，或者有空的。", "请写满每一个值；太多的把步长写大些，或分几次试。");

    /// <summary>A range of what is no number.</summary>
    public static readonly DiagnosticRule NoCurveRange =
        BadCurve.Worded("参数“{0}”的类型是{1}，不能写从几到几。", "请把要试的值一个一个写出来。");

    /// <summary>A range without a value.</summary>
    public static readonly DiagnosticRule EmptyCurveRange =
        BadCurve.Worded("从几到几里没有值。", "步长要大于 0，“到”不能小于“从”。");

    /// <summary>More partitions than there are.</summary>
    public static readonly DiagnosticRule TooManyParts =
        BadCurve.Worded("登记数据只有 {0} 个分区。", "请写小些；要算全部就不写。");

    /// <summary>A try-out is under way.</summary>
    public static readonly DiagnosticRule CurveBusy =
        new("DSL6133", Severity.Error, "已经有一个参数试算（{0}）在等候或进行中。", "请等它完成，或先取消它。");

    /// <summary>A mistake of the program stopped a job.</summary>
    public static readonly DiagnosticRule JobBroken =
        new("DSL6079", Severity.Error, "任务“{0}”因程序内部错误停下。这是程序的问题，不是数据的问题。",
            "请把编号告诉管理员，日志里有详情；处理以后可以继续，已经算完的部分不会重算。");
}
