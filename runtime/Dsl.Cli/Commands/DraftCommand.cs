// `policy draft TEXT`: a first .policy from an official text.
using System.CommandLine;
using Dsl.Batch.Drafting;
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
using Dsl.Drafting;
using Dsl.Loading.Findings;

namespace Dsl.Cli.Commands;

/// <summary>Drafts a policy.</summary>
internal static class DraftCommand
{
    public static Command Create(CliContext context)
    {
        var text = new Argument<string>("TEXT") { Description = "原文：.txt（UTF-8 或 GB18030）或 .docx" };
        var output = CommonOptions.Text("--output", "FILE", "写到哪个 .policy 文件；缺省打印出来。原文清理后写到它旁边的 sources/");
        var schema = CommonOptions.Text("--schema", "FILE", "数据定义另写到哪个文件；缺省写在政策文件的末尾");
        var compare = CommonOptions.Text("--compare", "FILE", "与一份已经写好的 .policy 比较：它的数有多少落在起草的正确条款里");
        var report = new Option<bool>("--report") { Description = "不写文件，逐句说明起草成了什么、待定的为什么待定" };
        var format = CommonOptions.Format("text", "json");
        var command = new PolicyCommand("draft", "从原文起草一份政策文件")
        {
            Examples =
            [
                ("policy draft 原文.docx --output 政策/渝府办发〔2024〕1号.policy", "起草，并把清理后的原文放到「政策/sources」"),
                ("policy draft 原文.txt --report", "逐句看：起草、待定（为什么）、说明、未起草"),
                ("policy draft 原文.txt --compare 政策/渝府办发〔2024〕1号.policy", "与写好的文件比较"),
            ],
            ExitCodes = "0 完成；2 用法有误，或者不是政策文件的文字；3 程序内部错误",
        };
        command.Add(text);
        foreach (var option in (Option[])[output, schema, compare, report, format])
            command.Add(option);
        command.SetAction(result => Run(
            new(result.GetValue(text) ?? "", result.GetValue(output), result.GetValue(schema)), result.GetValue(compare),
            result.GetValue(report), result.GetValue(format) == "json", context));
        return command;
    }

    private static int Run(DraftRequest request, string? finished, bool isReport, bool asJson, CliContext context)
    {
        if (request.Schema is not null && request.Output is null)
            return context.Refuse("--schema 要与 --output 同用。", "写上 --output，说明政策文件写到哪里。");
        var (draft, finding) = PolicyDraft.Make(request);
        if (draft is null)
            return Fail(finding, context);
        if (isReport)
            return Report(draft.Draft, asJson, context);
        if (finished is not null)
            return Compare(draft.Draft, finished, asJson, context);
        if (request.Output is not null && draft.Write() is { } failed)
            return Fail(failed, context);
        if (asJson)
            DraftJson.Write(context.Output, draft);
        else if (request.Output is null)
            context.Output.Write(draft.Draft.Policy);
        else
            DraftText.Write(context.Output, draft);
        return ExitCode.Done;
    }

    private static int Report(Draft draft, bool asJson, CliContext context)
    {
        if (asJson)
            DraftReportJson.Write(context.Output, draft);
        else
            DraftReportText.Write(context.Output, draft);
        return ExitCode.Done;
    }

    private static int Fail(DataFinding? finding, CliContext context)
    {
        if (finding is not null)
            Inputs.Report([finding], context);
        return ExitCode.Usage;
    }

    private static int Compare(Draft draft, string finished, bool asJson, CliContext context)
    {
        var (comparison, finding) = PolicyDraft.Compare(draft, finished);
        if (comparison is null)
            return Fail(finding, context);
        if (asJson)
            DraftJson.Write(context.Output, comparison);
        else
            DraftText.Write(context.Output, comparison);
        return ExitCode.Done;
    }
}
