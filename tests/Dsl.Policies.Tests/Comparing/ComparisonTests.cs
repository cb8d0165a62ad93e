// The comparison on the policies of the repository: layout and order are no difference, a typing mistake is one.
using System.Collections.Immutable;
using Dsl.Compiler;
using Dsl.Diff;
using Dsl.Policies.Tests.Mutations;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.Policies.Tests.Comparing;

public sealed class ComparisonTests(ITestOutputHelper output)
{
    /// <summary>At most so many mutations are passed over for each that is tried: each compiles the whole folder.</summary>
    private const int MaximumStride = 7;

    /// <summary>Files with policies; each is changed alone.</summary>
    public static TheoryData<string> Files() =>
        new(PolicyFolder.Repository.Policies.Keys.Where(static path => !path.Contains("/schema/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Files))]
    public void 排版不改变含义(string path)
    {
        var text = PolicyFolder.Repository.Policies[path];
        // Everything at the margin, blank lines gone, then formatted: another text than the checked-in one on the way.
        var flat =
            string.Join('\n',
                text.Split('\n').Select(static line => line.Trim())
                    .Where(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)))
            + "\n";
        AssertSame(path, flat);
        AssertSame(path, Formatter.Format(SyntaxTree.Parse(new SourceText(path, flat))));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void 块的次序不改变含义(string path)
    {
        var source = new SourceText(path, PolicyFolder.Repository.Policies[path]);
        var blocks = SyntaxTree.Parse(source).Root.Blocks.Select(block => (Block: block, Text: source[block.Span])).ToList();
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var shuffled = blocks.OrderBy(static entry => entry.Block is PolicyBlock ? 0 : 1).ThenBy(_ => random.Next())
            .Select(static entry => entry.Text);
        AssertSame(path, string.Join("\n\n", shuffled) + "\n");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void 改动一处含义就报告(string path)
    {
        var text = PolicyFolder.Repository.Policies[path];
        var original = Compile(path, text).Program;
        var lines = text.Split('\n');
        // The day of signing decides nothing where the day of entry into force is written, as it is here.
        var all = new Mutator(SyntaxTree.Parse(new SourceText(path, text))).Meaning().ToList();
        var stride = Math.Clamp(all.Count / 60, 1, MaximumStride);
        var mutations = all
            .Where((mutation, index) =>
                index % stride == 0 && !lines[mutation.Line - 1].TrimStart().StartsWith("成文日期", StringComparison.Ordinal))
                .ToList();
        var tried = 0;
        var unnoticed = mutations.AsParallel().Where(mutation =>
        {
            var compiled = Compile(path, mutation.Apply(text));
            if (compiled.Diagnostics.Any(static finding => finding.Severity == Severity.Error))
                return false;
            Interlocked.Increment(ref tried);
            return ProgramComparer.Compare(original, compiled.Program).IsSameMeaning;
        }).Select(static mutation => mutation.ToString()).Order(StringComparer.Ordinal).ToList();
        output.WriteLine($"{tried} of {mutations.Count} mutations compile");
        Assert.True(tried > 50, $"{tried} of {mutations.Count} mutations compile");
        Assert.Empty(unnoticed);
    }

    private static void AssertSame(string path, string text)
    {
        var original = PolicyFolder.Repository.Compile().Program;
        var changed = PolicyFolder.Repository.With(path, text).Compile();
        Assert.DoesNotContain(changed.Diagnostics, static finding => finding.Severity == Severity.Error);
        var difference = ProgramComparer.Compare(original, changed.Program);
        Assert.Equal([],
            difference.Policies.SelectMany(static policy => policy.Items).Concat(difference.Definitions)
                .Select(static item => $"{item.Type} {item.OldNumber} {item.NewNumber} {string.Join('|', item.Changes)}"));
        Assert.Equal(0, difference.WordingCount);
        Assert.True(difference.IsSameMeaning);
    }

    /// <summary>Compiles with what checks against the official text as warnings: a changed figure must compile to be compared.</summary>
    private static Compilation Compile(string path, string text)
    {
        var compilation = PolicyFolder.Repository.With(path, text).Compile();
        return compilation.ApplyConfiguration(new(compilation.Diagnostics.Select(static finding => finding.Code)
            .Where(static code => code.StartsWith("DSL3", StringComparison.Ordinal))
            .Distinct().ToImmutableDictionary(static code => code, static _ => Severity.Warning)));
    }
}
