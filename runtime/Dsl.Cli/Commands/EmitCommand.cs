// `policy emit`: the IR, the C# or the SQL of the policies.
using System.CommandLine;
using Dsl.Batch.Scripting;
using Dsl.Cli.Hosting;
using Dsl.Columns.Emitting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Loading.Policies;
using Dsl.Sql.Dialects;
using Dsl.Sql.Scripts;

namespace Dsl.Cli.Commands;

/// <summary>Prints what the compiler makes.</summary>
internal static class EmitCommand
{
    private const string Sql = "sql";

    private static readonly (string Name, Func<IrProgram, string> Write)[] Targets =
    [
        ("ir", IrPrinter.Print),
        ("csharp", static program => ProgramEmitter.Emit(program).Source),
    ];

    private static IEnumerable<string> Names => Targets.Select(static target => target.Name).Append(Sql);

    private static string Dialects => string.Join('、', SqlDialects.All.Select(static dialect => dialect.Name));

    public static Command Create(CliContext context)
    {
        var paths = CommonOptions.Paths();
        var target = CommonOptions.Text("--target", string.Join('|', Names),
            "要看哪一种产物：ir（中间表示）、csharp（批量测算的代码）、sql（同样意思的 SQL）", required: true);
        var sql = new SqlTargetOptions();
        var command = new PolicyCommand("emit", "查看编译器的产物")
        {
            Examples = [("policy emit policies --target ir", "显示中间表示"),
                ("policy emit policies --target csharp", "显示批量测算的代码：每个条款一个类，标明按 64 位、128 位还是精确分数计算"),
                ("policy emit policies --target sql --dialect duckdb --input 数据 --totals", "在数据所在的库里测算：各条款的户数和金额")],
            ExitCodes = "0 完成；1 政策文件有错误；2 用法或输入有误；3 程序内部错误",
        };
        command.Add(paths);
        command.Add(target);
        sql.AddTo(command);
        command.SetAction(result =>
        {
            var name = result.GetValue(target) ?? "";
            if (!Names.Contains(name))
                return context.Refuse($"没有产物“{name}”。", $"--target 可以是 {string.Join("、", Names)}。");
            if (name != Sql && sql.Used(result) is { } option)
                return context.Refuse($"{option} 只用于 --target sql。");
            var dialect = result.GetValue(sql.Dialect) is { } word ? SqlDialects.Find(word) : SqlDialects.All[0];
            if (dialect is null)
                return context.Refuse($"没有方言“{result.GetValue(sql.Dialect)}”。", $"--dialect 可以是 {Dialects}。");
            var (policies, code) = Inputs.Load(result.GetValue(paths) ?? [], context);
            return policies is null ? code
                : name == Sql ? WriteSql(policies, dialect, sql, result, context) : Write(policies, name, context);
        });
        return command;
    }

    private static int Write(LoadedPolicies policies, string target, CliContext context)
    {
        context.Output.Write(Array.Find(Targets, candidate => candidate.Name == target).Write(policies.Compilation.Program));
        return ExitCode.Done;
    }

    private static int WriteSql(
        LoadedPolicies policies, SqlDialect dialect, SqlTargetOptions options, ParseResult result, CliContext context)
    {
        var asked = new SqlOptions(policies.Context(result.GetValue(options.Date), result.GetValue(options.Year), context.Today()))
            { Totals = result.GetValue(options.Totals) };
        var outcome = RegistryScript.Emit(policies.Compilation.Program, dialect, asked, result.GetValue(options.Input));
        if (Inputs.Report(outcome.Findings, context) || outcome.Script is not { } script)
            return ExitCode.Usage;
        context.Output.Write(script.Text);
        return ExitCode.Done;
    }

    /// <summary>What only --target sql asks for.</summary>
    private sealed class SqlTargetOptions
    {
        public Option<string?> Dialect { get; } = CommonOptions.Text("--dialect",
            string.Join('|', SqlDialects.All.Select(static one => one.Name)),
            $"哪一种库的 SQL（用于 sql），缺省为 {SqlDialects.All[0].Name}");

        public Option<string?> Input { get; } = CommonOptions.Text("--input", "DIR",
            "登记数据的文件夹（用于 sql）：写进脚本，直接读其中的 .csv、.parquet；缺省由使用者自己指明各表");

        public Option<DateOnly?> Date { get; } = CommonOptions.Date();

        public Option<int?> Year { get; } = CommonOptions.Year();

        public Option<bool> Totals { get; } = CommonOptions.Switch("--totals", "查询各条款的户数和金额合计（用于 sql），不列每个主体");

        public void AddTo(Command command)
        {
            foreach (var option in (Option[])[Dialect, Input, Date, Year, Totals])
                command.Add(option);
        }

        /// <summary>The first of them on the command line, or null.</summary>
        public string? Used(ParseResult result) => ((Option[])[Dialect, Input, Date, Year, Totals])
            .FirstOrDefault(option => result.GetResult(option) is { Implicit: false })?.Name;
    }
}
