// Folders of text cases: the findings and the IR of each folder, as checked in.
using System.Text;
using Dsl.Ir.Printing;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Testing;
using Xunit;

namespace Dsl.Compiler.Tests.Compiling;

public class CaseTests
{
    private static readonly string Root = RepositoryRoot.Combine("tests", "Dsl.Compiler.Tests", "cases");

    public static TheoryData<string> Cases =>
        [.. Directory.GetDirectories(Root).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void 诊断和中间形式与存档一致(string name)
    {
        var compilation = Load(Path.Combine(Root, name));
        Snapshot.Verify(Path.Combine(Root, name, "main.diagnostics.verified.txt"), Listing(compilation));
        Snapshot.Verify(Path.Combine(Root, name, "main.ir.verified.txt"), IrPrinter.Print(compilation.Program));
    }

    internal static Compilation Load(string folder) => Compilation.Create(Texts(folder, "*.policy"), Texts(folder, "*.txt"));

    private static IEnumerable<SourceText> Texts(string folder, string pattern) =>
        Directory.GetFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(static path =>
                !path.Contains(".verified.", StringComparison.Ordinal) && !path.Contains(".received.", StringComparison.Ordinal))
            .Select(path =>
                new SourceText(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path).ReplaceLineEndings("\n")));

    private static string Listing(Compilation compilation)
    {
        var text = new StringBuilder();
        foreach (var finding in compilation.Diagnostics)
        {
            var position = finding.Source.PositionOf(finding.Span.Start);
            text.Append($"{finding.Source.Path}:{position.Line + 1}:{position.Column + 1} {finding.Code} {Word(finding.Severity)}："
                + $"{finding.Message} |{finding.Source[finding.Span]}|\n");
            text.Append($"    {finding.Remedy}\n");
            foreach (var fix in finding.Fixes)
                text.Append($"    修正：{fix.Title}\n");
        }
        return text.ToString();
    }

    private static string Word(Severity severity) => severity switch { Severity.Error => "错误", Severity.Warning => "警告", _ => "提示" };
}
