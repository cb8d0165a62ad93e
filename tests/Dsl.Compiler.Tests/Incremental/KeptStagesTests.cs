// Random edits of all policies: after each, what is found with what was kept of the versions before is what a compilation from nothing
// finds.
using System.Globalization;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.Compiler.Tests.Incremental;

public sealed class KeptStagesTests(ITestOutputHelper output)
{
    // DSL_EDITS=5000 for a long run, DSL_SEED=… for a certain one.
    private static readonly int Edits = Number("DSL_EDITS") ?? 120;

    [Fact]
    public void 随机改动之后与从头编译的相同()
    {
        var seed = Number("DSL_SEED") ?? 20261129;
        output.WriteLine($"DSL_SEED={seed}");
        Check(new Random(seed), EditedFolder.OfRepository());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void 随机改动之后与从头编译的相同_固定的次序(int seed) => Check(new Random(seed), EditedFolder.OfRepository());

    // Often restored, so that most findings are those of files without errors.
    [Fact]
    public void 改首部_范围_参数_对象之后与从头编译的相同()
    {
        var (random, folder) = (new Random(Number("DSL_SEED") ?? 4), EditedFolder.OfRepository());
        Check(random, folder, () => folder.EditDeclaration(random));
    }

    [Fact]
    public void 取消了的编译不影响后面的()
    {
        var random = new Random(3);
        var folder = EditedFolder.OfRepository();
        for (var round = 0; round < 16; round++)
        {
            Edit();
            using var cancellation = new CancellationTokenSource();
            cancellation.CancelAfter(TimeSpan.FromMilliseconds(random.Next(25)));
            try
            {
                folder.Compile().Check(cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                // The next one begins with what this one left.
            }
            Edit();
            Assert.Equal(Describe(folder.CompileFromNothing()), Describe(folder.Compile()));
        }

        void Edit() => _ = random.Next(2) == 0 ? folder.Edit(random) : folder.EditDeclaration(random);
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;

    private void Check(Random random, EditedFolder folder) => Check(random, folder, () => folder.Edit(random));

    private void Check(Random random, EditedFolder folder, Func<string> edit)
    {
        Assert.Equal(Describe(folder.CompileFromNothing()), Describe(folder.Compile()));
        for (var round = 0; round < Edits; round++)
        {
            var what = edit();
            var (expected, found) = (folder.CompileFromNothing(), folder.Compile());
            if (Describe(expected).SequenceEqual(Describe(found)) && (round % 8 != 0 || Names(expected).SequenceEqual(Names(found))))
                continue;
            output.WriteLine($"edit {round}: {what}");
            Assert.Equal(Describe(expected), Describe(found));
            Assert.Equal(Names(expected), Names(found));
        }
    }

    private static List<string> Describe(Compilation compilation) => [.. compilation.Diagnostics.Select(Describe)];

    private static string Describe(Diagnostic finding) =>
        $"{At(finding.Source, finding.Span)} {finding.Code} {finding.Severity} {finding.Block} {finding.Message} {finding.Remedy}"
        + string.Concat(finding.Fixes.Select(fix => $" | {fix.Title} {fix.IsGuess} "
        + $"{fix.Needs}{string.Concat(fix.Edits.Select(edit => $" {At(finding.Source, edit.Span)} {edit.NewText}"))}"))
        + string.Concat(finding.Related.Select(static related => $" | {At(related.Source, related.Span)} {related.Note}"));

    /// <summary>For each declared thing all places where it is named.</summary>
    private static List<string> Names(Compilation compilation)
    {
        var places = new Dictionary<Symbol, SortedSet<string>>(ReferenceEqualityComparer.Instance);
        foreach (var file in compilation.Model.Names)
        {
            foreach (var use in file.All.Where(static use => use.Symbol is not FileSymbol))
            {
                if (!places.TryGetValue(use.Symbol, out var known))
                    places.Add(use.Symbol, known = new(StringComparer.Ordinal));
                known.Add($"{At(file.Source, use.Span)} {use.IsDeclaration}");
            }
        }
        return [.. places.Select(static pair => $"{pair.Key.GetType().Name} {pair.Key.Name} {At(pair.Key.Source, pair.Key.Span)}: "
            + $"{string.Join(' ', pair.Value)}")
            .Order(StringComparer.Ordinal)];
    }

    private static string At(SourceText source, TextSpan span)
    {
        var (from, to) = (source.PositionOf(span.Start), source.PositionOf(span.End));
        return string.Create(CultureInfo.InvariantCulture, $"{source.Path}:{from.Line}:{from.Column}-{to.Line}:{to.Column}");
    }
}
