// The pages as enterprises and officers use them: one case per step of drive/steps.json, all performed by one run.
using System.Text.Json;
using Xunit;

namespace Dsl.Pages.Tests;

public sealed class PagesTests(PagesRun run) : IClassFixture<PagesRun>
{
    public static TheoryData<string> Steps => [.. Names()];

    [Theory]
    [MemberData(nameof(Steps))]
    public void 页面(string step)
    {
        Assert.True(run.Problem is null, run.Problem);
        var result = run.Results.FirstOrDefault(result => result.Step == step);
        Assert.True(result is not null, $"the step was not performed\n{run.Log}");
        Assert.True(result.Ok, $"{result.Error}\nafter {result.Seconds:F1} s; screenshot: {result.Shot}\n{run.Log}");
    }

    [Fact]
    public void 类型没有错误_不用浏览器的测试通过()
    {
        Assert.True(run.Problem is null, run.Problem);
        Assert.True(run.UnitProblem is null, run.UnitProblem);
    }

    [Fact]
    public void 说明用的图拍到了_而且不大()
    {
        Assert.True(run.Problem is null, run.Problem);
        Assert.InRange(new FileInfo(PagesRun.Picture.Taken).Length, 1, 150_000);
        Assert.True(File.Exists(PagesRun.Picture.Kept),
            $"{PagesRun.Picture.Kept} is not there; write it with POLICY_ACCEPT=1 ./test Pages");
    }

    [Fact]
    public void 结束后没有留下程序()
    {
        Assert.True(run.Problem is null, run.Problem);
        Assert.Empty(run.LeftBehind);
    }

    private static IEnumerable<string> Names()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(PagesRun.Drive, "steps.json")));
        return [.. from scenario in list.RootElement.EnumerateArray()
                   from step in scenario.GetProperty("steps").EnumerateArray()
                   select $"{scenario.GetProperty("scenario").GetString()}: {step.GetString()}"];
    }
}
