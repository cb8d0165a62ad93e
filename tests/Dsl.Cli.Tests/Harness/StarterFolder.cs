// The folder that `policy new` makes, with registries to run it over, and a cache of compiled code of its own.
using System.Globalization;
using System.Text;
using Xunit;

namespace Dsl.Cli.Tests.Harness;

/// <summary>A starter folder below a scratch folder: policies in <c>p</c>, compiled code in <c>cache</c>, results in <c>out</c>.</summary>
internal sealed class StarterFolder : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    /// <summary>Makes the folder.</summary>
    public StarterFolder() => Assert.Equal(0, PolicyRun.Of("new", _scratch["p"]).Code);

    /// <summary>A path in the folder.</summary>
    public string this[string path] => _scratch[path];

    /// <summary>The variable that puts compiled code into this folder.</summary>
    public (string Name, string Value) Cache => ("POLICY_CACHE", _scratch["cache"]);

    /// <summary>The arguments of a batch over the small sample.</summary>
    public string[] Batch(string output) => ["batch", _scratch["p"], "--input", _scratch["p/sample"], "--output", _scratch[output]];

    /// <summary>The arguments of a batch over <see cref="WriteRegistry"/>, on one thread.</summary>
    public string[] LargeBatch(string output) =>
        ["batch", _scratch["p"], "--input", _scratch["data"], "--output", _scratch[output], "--threads", "1"];

    /// <summary>Writes a main table with many rows.</summary>
    public void WriteRegistry(int rows)
    {
        var text = new StringBuilder("统一社会信用代码,名称,注册区,依法纳税,新招用员工数\n");
        for (var i = 0; i < rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"S{i},公司,示例区,是,{i % 100}\n");
        _scratch.Write("data/企业.csv", text.ToString());
    }

    /// <summary>The result of the small sample as the interpreter computes it in this process.</summary>
    public string ExpectedResult()
    {
        Assert.Equal(0, PolicyRun.Of([.. Batch("expected/r.csv"), "--engine", "interpreter"]).Code);
        return Read("expected/r.csv");
    }

    /// <summary>A file as text.</summary>
    public string Read(string path) => File.ReadAllText(_scratch[path]);

    /// <summary>The names in a folder, in order; none where there is no folder.</summary>
    public string[] Names(string folder) => !Directory.Exists(_scratch[folder]) ? []
        : [.. Directory.EnumerateFileSystemEntries(_scratch[folder]).Select(static path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)];

    /// <summary>Runs the program as a process and says what it had loaded at its end.</summary>
    public (ProcessRun Run, HashSet<string> Loaded) RunAndList(params string[] arguments)
    {
        var list = _scratch["loaded.txt"];
        File.Delete(list);
        var run = PolicyProcess.RunWith(
            [Cache, ("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location), (StartupHook.Variable, list)], arguments);
        return (run, [.. File.ReadAllLines(list)]);
    }

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();
}
