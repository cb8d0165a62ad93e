// The built program with Neovim's own client and the configuration that the documentation gives: steps.lua is a user at the keyboard.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.Testing;
using Xunit;

namespace Dsl.LanguageServer.Tests.Neovim;

/// <summary>What came of a step.</summary>
public sealed record NeovimStep(string Name, bool Passed, string Message, double Milliseconds);

/// <summary>One run of Neovim for all tests.</summary>
public sealed class NeovimRun
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(8);

    /// <summary>Runs all steps.</summary>
    public NeovimRun()
    {
        using var folder = Folder.OfRepository();
        var results = Path.Combine(folder.Root, "results.json");
        var scripts = RepositoryRoot.Combine("tests", "Dsl.LanguageServer.Tests", "Neovim");
        var start = new ProcessStartInfo("nvim",
            ["--headless", "-n", "-i", "NONE", "-u", Path.Combine(scripts, "init.lua"), "-c",
                "luafile " + Path.Combine(scripts, "steps.lua")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in new[]
        {
            ("POLICY_TEST_EDITOR", RepositoryRoot.Combine("compiler", "Dsl.LanguageServer", "Editors", "neovim")), ("POLICY_TEST_SCRIPTS",
                scripts),
            ("POLICY_TEST_PROGRAM", Path.Combine(AppContext.BaseDirectory, "policy.dll")), ("POLICY_TEST_FOLDER", folder.Root),
            ("POLICY_TEST_RESULTS", results),
            // Nothing of the machine's own configuration is read, and nothing is left in it.
            ("XDG_CONFIG_HOME", Path.Combine(folder.Root, ".xdg")), ("XDG_DATA_HOME", Path.Combine(folder.Root, ".xdg")),
            ("XDG_STATE_HOME", Path.Combine(folder.Root, ".xdg")), ("XDG_CACHE_HOME", Path.Combine(folder.Root, ".xdg")),
        })
            start.Environment[name] = value;
        try
        {
            using var editor = Process.Start(start) ?? throw new InvalidOperationException("nvim does not start");
            editor.StandardInput.Close();
            var said = Task.WhenAll(editor.StandardOutput.ReadToEndAsync(), editor.StandardError.ReadToEndAsync());
            if (!editor.WaitForExit(Most))
            {
                editor.Kill(entireProcessTree: true);
                Problem = $"nvim was not done within {Most.TotalMinutes} minutes";
            }
            if (!File.Exists(results))
            {
                Problem = $"{Problem}\nnvim wrote no results: {string.Concat(said.Result)}";
                return;
            }
            using var json = JsonDocument.Parse(File.ReadAllText(results));
            Steps = json.RootElement.GetProperty("steps").Deserialize<ImmutableArray<NeovimStep>>(Written);
            Problem = json.RootElement.GetProperty("problem").GetString() is { Length: > 0 } problem ? problem : Problem;
            Server = json.RootElement.GetProperty("after").GetInt32();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            Problem = $"nvim cannot be started ({error.Message}): install the Debian package neovim, as ./test does when it is run by root";
        }
    }

    /// <summary>The steps that were performed.</summary>
    public ImmutableArray<NeovimStep> Steps { get; } = [];

    /// <summary>Why there are none, or not all; null where all is well.</summary>
    public string? Problem { get; }

    /// <summary>The process of the server; 0 where there was none.</summary>
    public int Server { get; }
}

public sealed partial class NeovimTests(NeovimRun run) : IClassFixture<NeovimRun>
{
    /// <summary>The steps, as the script declares them.</summary>
    public static TheoryData<string> Names =>
        [.. Declared().Matches(File.ReadAllText(RepositoryRoot.Combine("tests", "Dsl.LanguageServer.Tests", "Neovim", "steps.lua")))
            .Select(static match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Names))]
    public void 在Neovim里(string name)
    {
        var step = run.Steps.FirstOrDefault(step => step.Name == name);
        Assert.True(step is not null, $"{name} was not performed: {run.Problem}");
        Assert.True(step.Passed, step.Message);
    }

    [Fact]
    public void 退出以后不留下服务器()
    {
        Assert.True(run.Server > 0, run.Problem);
        for (var tries = 0; tries < 200 && IsRunning(run.Server); tries++)
            Thread.Sleep(100);
        Assert.False(IsRunning(run.Server));
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^step\('([^']+)'", System.Text.RegularExpressions.RegexOptions.Multiline)]
    private static partial System.Text.RegularExpressions.Regex Declared();

    // A process that ended without being waited for is still listed, as a zombie.
    private static bool IsRunning(int process) =>
        File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
}
