// Generated code as whoever debugs it meets it: stack traces that name policy, file and line.
using Dsl.Columns.Compiling;
using Dsl.Columns.Emitting;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class GeneratedCodeTests : IDisposable
{
    private const string Schema = "数据 企业\n  主键 代码 : 文本\n  费用 : 金额 范围 0元..100亿元\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 调用栈写明哪份政策_哪个文件_哪一行()
    {
        var program = Emit("政策", "甲府〔2024〕1号", "乙府〔2024〕1号");
        var kernel = KernelLoader.Load(program, null);
        foreach (var plan in program.Clauses)
        {
            // A frame without a subject: the first line that reads something fails.
            var error = Record.Exception(() => kernel.Clauses[plan.Kernel].Amount(default, default));
            var frame = Assert.Single(error?.StackTrace?.Split('\n') ?? [],
                static line => line.Contains("Dsl.Generated", StringComparison.Ordinal));
            Assert.Contains($"{CodeWriter.Identifier(plan.Policy.Number)}_条款_1.Amount", frame, StringComparison.Ordinal);
            Assert.EndsWith($"{plan.Policy.Number}.policy:line 8", frame.TrimEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void 文件名里的引号不妨碍编译()
    {
        if (OperatingSystem.IsWindows())
            return; // No such names there.
        Assert.Single(KernelLoader.Load(Emit("我的\"政策\"", "甲府〔2024〕1号"), null).Clauses);
    }

    [Fact]
    public void 编译不了的条款由解释器计算_其余照常()
    {
        var program = Load("政策", "甲府〔2024〕1号", "乙府〔2024〕1号");
        var compiled = CompiledProgram.Create(program, null, left =>
        {
            var generated = ProgramEmitter.Emit(program, left);
            // What a mistake of the generator would look like, in the second clause that is written.
            var place = generated.Source.LastIndexOf("amountOf[i]", StringComparison.Ordinal);
            return left.Count > 0 ? generated : generated with { Source = generated.Source.Insert(place, "(long)-x + ") };
        });
        Assert.Single(compiled.Kernel.Clauses);
        Assert.Equal([null, ProgramEmitter.DoesNotCompile], compiled.Generated.Clauses.Select(static plan => plan.Refusal));
    }

    private GeneratedProgram Emit(string folder, params string[] numbers) => ProgramEmitter.Emit(Load(folder, numbers));

    private Dsl.Ir.Nodes.IrProgram Load(string folder, params string[] numbers)
    {
        _folder.Write($"{folder}/数据.policy", Schema);
        foreach (var number in numbers)
            _folder.Write($"{folder}/{number}.policy", $"政策 补贴\n  文号 {number}\n  施行日期 2024-01-01\n  使用 数据.policy\n\n"
                + $"条款 1 补贴\n  频次 每年\n  奖补 = 费用 * 10%\n");
        var policies = PolicyLoader.Load([_folder[folder]]);
        Assert.Equal(numbers.Length, policies.Compilation.Program.Policies.Length);
        return policies.Compilation.Program;
    }
}
