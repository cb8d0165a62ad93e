// What `policy batch` and `policy merge` say of a result that was written.
using Dsl.Batch.Running;
using Dsl.Cli.Hosting;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Findings;

namespace Dsl.Cli.Output;

/// <summary>Writes the summary of a result, and where what was written.</summary>
internal static class BatchText
{
    /// <summary>Writes it as text, or as JSON.</summary>
    /// <param name="result">What was computed and written.</param>
    /// <param name="evaluation">测算日 and 年度.</param>
    /// <param name="asJson">Whether only the summary is written, as JSON.</param>
    /// <param name="elapsed">How long it took; null where that says nothing.</param>
    /// <param name="context">Where to write.</param>
    public static void Write(BatchResult result, EvaluationContext evaluation, bool asJson, TimeSpan? elapsed, CliContext context)
    {
        if (asJson)
        {
            context.Output.WriteLine(SummaryJson.Write(result, evaluation));
            return;
        }
        context.Output.Write(SummaryText.Write(result, evaluation));
        context.Output.WriteLine();
        foreach (var file in result.Files)
            context.Output.WriteLine($"已写入 {VisibleText.OneLine(file)}");
        // Speed differs from run to run: it is written to the error stream, not among the results.
        if (elapsed is { TotalSeconds: var seconds })
            context.Error.WriteLine(
                $"用时 {seconds:0.00} 秒，每秒 {result.Summary.SubjectCount / Math.Max(seconds, 0.001):0} 个主体");
        context.Output.WriteLine(result.RejectedRows == 0
            ? $"{result.Summary.SubjectCount} 个主体，没有未读入的行。"
            : $"{result.Summary.SubjectCount} 个主体；有 {result.RejectedRows} 行未读入，见 {result.Files[0]}.rejected.csv。");
    }

    /// <summary>Says that some subjects could not be computed.</summary>
    public static void WriteFailures(long subjects, string where, CliContext context) =>
        context.Error.WriteLine($"完成但有出错：{subjects} 个主体没有算成，没有结果，{where}。");
}
