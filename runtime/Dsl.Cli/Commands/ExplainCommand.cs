// `policy explain CODE`: the page of a diagnostic.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
using Dsl.Compiler;
using Dsl.Values.Text;

namespace Dsl.Cli.Commands;

/// <summary>Shows the page of a diagnostic, or the list of all.</summary>
internal static class ExplainCommand
{
    public static Command Create(CliContext context)
    {
        var code = new Argument<string?>("CODE") { Description = "诊断码，如 DSL1001；不写则列出全部", Arity = ArgumentArity.ZeroOrOne };
        var command = new PolicyCommand("explain", "查看一个诊断码的说明：错误的写法、正确的写法、原因")
        {
            Examples = [("policy explain DSL1001", "显示 DSL1001 的说明"), ("policy explain", "列出全部诊断码")],
        };
        command.Add(code);
        command.SetAction(result => result.GetValue(code) is { } text ? Show(text, context) : ShowAll(context));
        return command;
    }

    private static int Show(string text, CliContext context)
    {
        var code = Canonical(text);
        if (DiagnosticPages.Find(code) is { } page)
        {
            MarkdownPage.Write(page, context.Output, new Palette(context.OutputHasColours));
            return ExitCode.Done;
        }
        var near = Near(code).ToList();
        return context.Refuse(
            $"没有诊断码“{text}”。",
            near.Count > 0 ? $"相近的有 {string.Join("、", near)}。" : "policy explain 列出全部诊断码。");
    }

    private static int ShowAll(CliContext context)
    {
        foreach (var code in DiagnosticPages.Codes)
            context.Output.WriteLine(DiagnosticPages.Title(code));
        return ExitCode.Done;
    }

    /// <summary>DSL1001 for dsl1001, 1001 and "DSL 1001".</summary>
    private static string Canonical(string text)
    {
        var word = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return word.Length > 0 && word.All(char.IsAsciiDigit) ? "DSL" + word : word;
    }

    private static IEnumerable<string> Near(string code) =>
        EditDistance.Nearest(code, DiagnosticPages.Codes).Take(5);
}
