// A program without DuckDB's library, as in the editor's package: it says so when a table needs it, and everything else works.
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class NoDuckDbTests : IDisposable
{
    private readonly StarterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 没有_DuckDB_程序库_只有用到它的表不行()
    {
        // Files of the program lie side by side; native libraries do not.
        var program = Directory.CreateDirectory(_folder["program"]).FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory)
            .Where(static file => Path.GetExtension(file) is ".dll" or ".json"))
            File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
        ProcessRun Run(string output)
        {
            using var process =
                PolicyProcess.StartTool("dotnet", [_folder.Cache], [Path.Combine(program, "policy.dll"), .. _folder.Batch(output)]);
            return PolicyProcess.End(process);
        }
        Assert.Equal(0, Run("out/r.csv").Code);
        var run = Run("out/r.parquet");
        Assert.Equal(2, run.Code);
        Assert.Contains("DSL5131", run.Output + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("DuckDB.NET", run.Output + run.Error, StringComparison.Ordinal);
    }
}
