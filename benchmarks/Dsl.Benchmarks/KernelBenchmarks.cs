// From a program to code that runs: writing C#, compiling it, loading what was compiled before.
using BenchmarkDotNet.Attributes;
using Dsl.Columns.Compiling;
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Ir.Nodes;

namespace Dsl.Benchmarks;

/// <summary>
/// What the columns engine does before the first subject. The compiler itself is warm: its start in a process of its own is seen by
/// batch.sh.
/// </summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private IrProgram? _program;
    private GeneratedProgram? _generated;
    private string _folder = "";
    private KernelCache? _cache;

    private IrProgram Input => _program ?? throw new InvalidOperationException();

    private GeneratedProgram Generated => _generated ?? throw new InvalidOperationException();

    [GlobalSetup]
    public void Emit()
    {
        _program = BenchmarkPolicies.Load().Compilation.Program;
        _generated = ProgramEmitter.Emit(_program);
        _folder = Directory.CreateTempSubdirectory("policy-benchmark-").FullName;
        _cache = new(_folder, new byte[32]);
        KernelLoader.Load(_generated, _cache);
    }

    [GlobalCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public GeneratedProgram EmitSource() => ProgramEmitter.Emit(Input);

    [Benchmark(Baseline = true)]
    public ProgramKernel Compile() => KernelLoader.Load(Generated, null);

    [Benchmark]
    public ProgramKernel LoadFromCache() => KernelLoader.Load(Generated, _cache);
}
