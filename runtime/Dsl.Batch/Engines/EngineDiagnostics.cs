// What is said of the way results are computed.
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Engines;

/// <summary>Rules of engines.</summary>
public static class EngineDiagnostics
{
    /// <summary>Clauses without compiled code.</summary>
    public static readonly DiagnosticRule ClausesInterpreted = new(
        "DSL5904", Severity.Remark, "有 {0} 项条款没有编译成按列计算的代码，由解释器逐个计算：{1}。结果相同，用时长一些。", "");

    /// <summary>Subjects of a kind that have a clause without compiled code which competes with others.</summary>
    public static readonly DiagnosticRule KindInterpreted = new(
        "DSL5909", Severity.Remark,
        "「{0}」的各项条款全部由解释器计算：{1} 没有按列计算的代码，又要与别的条款比较高低。结果相同，用时长一些。", "");

    /// <summary>Clauses whose generated code the C# compiler refuses: a mistake of the program.</summary>
    public static readonly DiagnosticRule ClausesNotCompiled = new(
        "DSL5908", Severity.Remark,
        "有 {0} 项条款生成的代码编译不了，由解释器逐个计算：{1}。结果不受影响；请把这句话连同政策文件发给维护者。", "");

    /// <summary>A whole run by the interpreter although columns were asked for: for remarks, which only the interpreter writes.</summary>
    public static readonly DiagnosticRule RunInterpreted = new(
        "DSL5905", Severity.Remark, "全部由解释器逐个计算：JSON 结果带有逐项的备注。结果相同，用时长一些。", "");

    /// <summary>The same for a value of an external parameter that no column holds.</summary>
    public static readonly DiagnosticRule ParameterOutOfRange =
        RunInterpreted.Worded("全部由解释器逐个计算：有参数的值超出按列计算的范围。结果相同，用时长一些。");

    /// <summary>Compiled code that failed on some subjects.</summary>
    public static readonly DiagnosticRule SubjectsInterpreted = new(
        "DSL5906", Severity.Remark,
        "编译的代码有 {0} 批主体没有算成（{1}），这些主体改由解释器计算，结果不受影响；请把这句话连同政策文件发给维护者。", "");

    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
        [ClausesInterpreted, KindInterpreted, ClausesNotCompiled, RunInterpreted, ParameterOutOfRange, SubjectsInterpreted];

    /// <summary>The place of what concerns a whole run.</summary>
    internal static DataPlace Place { get; } = new("--engine");
}
