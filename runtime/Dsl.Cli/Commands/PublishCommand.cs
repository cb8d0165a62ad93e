// `policy publish`: appends the amounts due under a batch result to 兑现记录, once.
using System.CommandLine;
using Dsl.Batch.Publishing;
using Dsl.Cli.Hosting;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Cli.Commands;

/// <summary>Publishes a batch result.</summary>
internal static class PublishCommand
{
    /// <summary>So many records are listed one by one.</summary>
    private const int MostListed = 20;

    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext context)
    {
        var result = new Argument<string>("RESULT") { HelpName = "RESULT.csv", Description = "policy batch 写出的结果，旁边要有它的清单" };
        var history = CommonOptions.Text("--history", "FILE.csv", "兑现记录，一个 .csv 文件；测算时没有兑现记录的，没有这个文件就新建",
            required: true);
        var withdraw =
            CommonOptions.Switch("--withdraw-missing", "结果中完全没有的主体，本年已记的也冲回（结果须包含全部主体）；缺省只提示");
        var fresh = CommonOptions.Switch("--new-history", "新建兑现记录，即使它看起来写错了（测算时读的是别的文件，或旁边有名称相近的）");
        var others = CommonOptions.OtherDocuments();
        var command = new PolicyCommand("publish", "把测算结果追加到兑现记录，已经记过的不重复")
        {
            Examples = [("policy publish out/结果.csv --history 数据/兑现记录.csv", "更正后重新公布，只追加差额")],
            ExitCodes = "0 完成；2 用法有误、结果与清单不符、测算以后兑现记录或核定改动过、另一个公布正在进行或文件无法读写，"
                + "什么也没有追加（追加了而打印不出来的会说明）；3 程序内部错误；130 被中断",
        };
        command.Add(result);
        command.Add(history);
        command.Add(withdraw);
        command.Add(fresh);
        command.Add(others);
        command.SetAction(parsed => Run(
            new(parsed.GetValue(result) ?? "", parsed.GetValue(history) ?? "") {
                WithdrawMissing = parsed.GetValue(withdraw), NewHistory = parsed.GetValue(fresh),
                    OtherDocuments = CommonOptions.DocumentsOf(parsed.GetValue(others)),
            },
            context));
        return command;
    }

    private static int Run(PublishOptions options, CliContext context)
    {
        var outcome = Publisher.Run(options, context.Cancellation);
        if (Inputs.Report(outcome.Findings, context) || outcome.Report is not { } report)
            return ExitCode.Usage;
        try
        {
            Write(report, options.History, context);
            context.Output.Flush();
        }
        catch (Exception error) when (!report.Appended.IsEmpty && error is IOException or UnauthorizedAccessException)
        {
            // From the exit code alone it would seem that nothing was appended.
            throw new IOException(
                $"已追加 {report.Year}年度 {Sum(report.Appended)}，见 {options.History}；只是没有能打印出来：{error.Message}", error);
        }
        return ExitCode.Done;
    }

    private static void Write(PublishReport report, string history, CliContext context)
    {
        if (report.Appended.IsEmpty)
            context.Output.WriteLine($"{report.Year}年度的兑现记录与结果一致，没有追加。");
        else
            WriteAppended(report, history, context);
        if (report.MissingCount > 0)
        {
            context.Output.WriteLine($"兑现记录中另有 {report.Year}年度 {report.MissingCount} "
                + $"笔（{QuantityFormat.Ledger(report.MissingSum)} 元），主体不在结果中，没有改动；"
                + "如果结果包含全部主体，这些主体现在不应兑现，可加 --withdraw-missing 冲回。");
        }
    }

    private static void WriteAppended(PublishReport report, string history, CliContext context)
    {
        context.Output.WriteLine($"已追加 {report.Year}年度 {Sum(report.Appended)}，见 {history}{(report.IsNew ? "（新建）" : "")}");
        foreach (var clause in report.Appended.GroupBy(static payment => (payment.PolicyNumber, payment.ClauseNumber)))
            context.Output.WriteLine($"  {clause.Key.PolicyNumber} 条款 {clause.Key.ClauseNumber}：{Sum([.. clause])}");
        if (report.Appended.Length > MostListed)
            return;
        context.Output.WriteLine();
        foreach (var payment in report.Appended)
            context.Output.WriteLine($"  {VisibleText.OneLine(payment.Key)}　条款 "
                + $"{payment.ClauseNumber}{(payment.RowKey.Length == 0 ? "" : $"　{VisibleText.OneLine(payment.RowKey)}")}　"
                + $"{QuantityFormat.Ledger(payment.Amount)} 元"
                + (payment.Quantity is { } quantity ? $"　数量 {quantity}" : "")
                + (payment.Part.Length > 0 ? $"　{payment.Part}" : payment.IsEntitlement ? "　应得，分期兑付" : ""));
    }

    private static string Sum(IReadOnlyCollection<Payment> payments)
    {
        var sum = payments.Aggregate(Rational.Zero, static (total, payment) => total + payment.Paid);
        var back = payments.Count(static payment => payment.Paid.Sign < 0);
        return $"{payments.Count} 笔，合计 {QuantityFormat.Ledger(sum)} 元{(back > 0 ? $"（其中 {back} 笔是扣减或冲回）" : "")}";
    }
}
