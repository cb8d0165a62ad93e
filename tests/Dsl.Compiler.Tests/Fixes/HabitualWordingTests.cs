// Habitual wording: one mistake is one diagnostic, and its first fix leaves no error (or none is offered).
using Dsl.Compiler.Tests.Support;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Testing;
using Xunit;

namespace Dsl.Compiler.Tests.Fixes;

public class HabitualWordingTests
{
    /// <summary>Code, 净 (the first fix leaves no error) or - (none is offered), and the snippet with \n for line ends.</summary>
    public static TheoryData<string, bool, string> Slips
    {
        get
        {
            var data = new TheoryData<string, bool, string>();
            foreach (var parts in File.ReadLines(RepositoryRoot.Combine("tests", "Dsl.Compiler.Tests", "Fixes", "公文说法.txt"))
                .Select(static line => line.Split(' ', 3)))
                data.Add(parts[0], parts[1] == "净", parts[2]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void 一处说法报一处且改法改得干净(string code, bool isRecovered, string slip)
    {
        var files = Prelude.Files(slip.Replace("\\n", "\n", StringComparison.Ordinal));
        var errors = Errors(files);
        Assert.Equal([code], errors.Select(static finding => finding.Code));
        Assert.Equal(isRecovered, !errors[0].Fixes.IsEmpty);
        if (!isRecovered)
            return;
        var left = Errors([.. files.Select(file => file.Path == errors[0].Source.Path ? Recovered(file, errors[0].Fixes[0]) : file)]);
        Assert.Empty(left.Select(static finding => $"{finding.Code} {finding.Message}"));
    }

    private static List<Diagnostic> Errors(IReadOnlyList<SourceText> files) =>
        [.. AwardProbe.Compile(files).Diagnostics
            .Where(static finding => finding.Severity == Severity.Error && !finding.Code.StartsWith("DSL3", StringComparison.Ordinal))];

    private static SourceText Recovered(SourceText file, TextFix fix)
    {
        var text = file.Content;
        foreach (var edit in fix.Edits.OrderByDescending(static edit => edit.Span.Start))
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        return new SourceText(file.Path, text);
    }
}
