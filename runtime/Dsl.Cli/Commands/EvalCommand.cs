// `policy eval`: one subject; with --explain the whole derivation.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Facts.Results;
using Dsl.Ir.Facts;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Cli.Commands;

/// <summary>Evaluates one subject.</summary>
internal static class EvalCommand
{
    private sealed record Options
    {
        public required string[] Paths { get; init; }

        public required string Facts { get; init; }

        public DateOnly? Date { get; init; }

        public int? Year { get; init; }

        public bool Explain { get; init; }

        public string? Clause { get; init; }

        public bool AsJson { get; init; }

        public required string[] OtherDocuments { get; init; }
    }

    public static Command Create(CliContext context)
    {
        var paths = CommonOptions.Paths();
        var facts = CommonOptions.Text("--facts", "FILE.json", "一个主体的事实", required: true);
        var date = CommonOptions.Date();
        var year = CommonOptions.Year();
        var explain = CommonOptions.Switch("--explain", "逐条说明：条件是否满足、算式代入、为什么是这个数");
        var clause = CommonOptions.Text("--clause", "编号", "只显示这一条款");
        var format = CommonOptions.Format("text", "json");
        var others = CommonOptions.OtherDocuments();
        var command = new PolicyCommand("eval", "试算一个主体应得多少，可逐条说明理由")
        {
            Examples =
            [
                ("policy eval policies --facts 企业.json", "各条款的状态和金额"),
                ("policy eval policies --facts 企业.json --date 2023-06-30 --explain", "按指定的日子测算，并说明理由"),
                ("policy eval policies --facts 企业.json --explain --clause 20", "只看条款 20"),
            ],
            ExitCodes = "0 完成；1 政策文件有错误；2 用法或输入有误；3 程序内部错误",
        };
        foreach (var option in (Option[])[facts, date, year, explain, clause, others, format])
            command.Add(option);
        command.Add(paths);
        command.SetAction(result => Run(
            new()
            {
                Paths = result.GetValue(paths) ?? [],
                Facts = result.GetValue(facts) ?? "",
                Date = result.GetValue(date),
                Year = result.GetValue(year),
                Explain = result.GetValue(explain),
                Clause = result.GetValue(clause),
                AsJson = result.GetValue(format) == "json",
                OtherDocuments = result.GetValue(others) ?? [],
            },
            context));
        return command;
    }

    private static int Run(Options options, CliContext context)
    {
        var (policies, code) = Inputs.Load(options.Paths, context);
        if (policies is null)
            return code;
        var program = policies.Compilation.Program;
        EvaluationContext ContextOf(DateOnly? asOf, int? year) =>
            policies.Context(options.Date ?? asOf, options.Year ?? (options.Date is null ? year : null), context.Today());
        var reading = FactsJson.ReadFile(program, options.Facts, (asOf, year) => ContextOf(asOf, year).Year,
            policies.Documents(CommonOptions.DocumentsOf(options.OtherDocuments)));
        if (Inputs.Report(reading.Findings, context) || reading.Facts is not { } facts)
            return ExitCode.Usage;
        var evaluation = ContextOf(reading.AsOf, reading.Year) with { Parameters = reading.Parameters };
        if (options.Clause is { } number && program.Policies.All(policy => policy.FindClause(number) is null))
            return context.Refuse($"没有条款“{number}”。", "编号与政策文件中 条款 后面写的一样。");
        var trace = new EvaluationTrace();
        var interpreter = new Interpreter(program, evaluation);
        var result = Only(options.Clause, options.Explain ? interpreter.Evaluate(facts, trace) : interpreter.Evaluate(facts));
        if (options.AsJson)
            context.Output.WriteLine(ResultJson.Write(result, options.Explain ? Explainer.Explain(result, trace) : null));
        else if (options.Explain)
            WriteExplanation(Explainer.Explain(result, trace), options.Clause is null, context);
        else
            WriteResult(result, facts, options.Clause is null, context);
        return ExitCode.Done;
    }

    /// <summary>The result with the clauses of one number only; totals stay those of all clauses.</summary>
    private static SubjectResult Only(string? number, SubjectResult result) =>
        number is null
            ? result
            : result with { Policies = [.. result.Policies.Select(policy =>
                policy with { Clauses = [.. policy.Clauses.Where(clause => Identity.Same(clause.Clause.Number, number))] })] };

    private static void WriteExplanation(Explanation explanation, bool withTotals, CliContext context)
    {
        if (withTotals)
        {
            context.Output.Write(ExplanationText.Write(explanation));
            return;
        }
        context.Output.WriteLine(
            $"{VisibleText.OneLine(explanation.Key)}　测算日 {CivilDate.Format(explanation.AsOf)}　年度 {explanation.Year}");
        context.Output.WriteLine();
        var policies = explanation.Policies.Where(static policy => !policy.Clauses.IsEmpty).ToList();
        foreach (var policy in policies)
        {
            // Several documents have a clause of that number.
            if (policies.Count > 1)
                context.Output.WriteLine($"{policy.Title}（{policy.Number}）");
            foreach (var clause in policy.Clauses)
                context.Output.Write(ExplanationText.Write(clause));
        }
    }

    private static void WriteResult(SubjectResult result, SubjectFacts facts, bool withTotals, CliContext context)
    {
        context.Output.WriteLine($"测算日 {CivilDate.Format(result.AsOf)}，年度 {result.Year}；{facts.Subject.Name} {result.Key}");
        context.Output.WriteLine();
        new ResultText(context.Output, context.OutputHasColours).Write(result, withTotals);
    }
}
