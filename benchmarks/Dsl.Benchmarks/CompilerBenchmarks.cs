// From text to a program: parsing, checking, lowering.
using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Dsl.Compiler;
using Dsl.Ir.Nodes;
using Dsl.Syntax;
using Dsl.Syntax.Text;

namespace Dsl.Benchmarks;

/// <summary>All policies of the checkout through the front of the pipeline.</summary>
[MemoryDiagnoser]
public class CompilerBenchmarks
{
    private ImmutableArray<SourceText> _policies = [];
    private ImmutableArray<SourceText> _officialTexts = [];

    [GlobalSetup]
    public void Read()
    {
        var compilation = BenchmarkPolicies.Load().Compilation;
        _policies = [.. compilation.Trees.Select(static tree => tree.Source)];
        _officialTexts = [.. compilation.OfficialTexts.Values];
    }

    [Benchmark(Baseline = true)]
    public int Parse() => _policies.Sum(static source => SyntaxTree.Parse(source).Diagnostics.Length);

    /// <summary>Everything that `policy check` does with the texts.</summary>
    [Benchmark]
    public int Check() => Compilation.Create(_policies, _officialTexts).Diagnostics.Length;

    /// <summary>Everything that every other command does before its own work.</summary>
    [Benchmark]
    public IrProgram Lower() => Compilation.Create(_policies, _officialTexts).Program;
}
