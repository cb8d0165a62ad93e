// What a run has to say of subjects that it could not compute.
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Running;

/// <summary>Rules of runs.</summary>
public static class RunDiagnostics
{
    /// <summary>A subject on which the computation fails, while the others are computed.</summary>
    public static readonly DiagnosticRule SubjectFailed = new(
        "DSL5911", Severity.Error, "主体“{0}”测算出错：{1}。它没有结果，不在合计里；其余主体照常测算。",
        "这是程序的错误：请把这句话连同政策文件发给维护者；改好以后这一区要重新测算。");
}
