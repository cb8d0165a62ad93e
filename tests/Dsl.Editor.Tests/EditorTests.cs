// What the extension does in the real editor: one case per step of drive/steps.json, all performed by one run.
using Xunit;

namespace Dsl.Editor.Tests;

/// <summary>The tests that share the run.</summary>
[CollectionDefinition("editor")]
public sealed class EditorCollection : ICollectionFixture<EditorRun>;

[Collection("editor")]
public class EditorTests(EditorRun run)
{
    public static TheoryData<string> Steps => [.. DriveSteps.Names];

    [Theory]
    [MemberData(nameof(Steps))]
    public void 编辑器(string step)
    {
        Assert.True(run.Problem is null, run.Problem);
        var result = run.Results.FirstOrDefault(result => result.Step == step);
        Assert.True(result is not null, $"the step was not performed\n{run.LogTail}");
        Assert.True(result.Ok, $"{result.Error}\nafter {result.Seconds:F1} s; screenshot: {result.Shot}\n{run.LogTail}");
    }

    [Fact]
    public void 结束后没有留下程序()
    {
        Assert.True(run.Problem is null, run.Problem);
        Assert.Empty(run.LeftBehind);
    }

    [Fact]
    public void 说明用的图都拍到了_而且不大()
    {
        Assert.True(run.Problem is null, run.Problem);
        foreach (var name in ReadmePictures.Names)
        {
            var picture = new FileInfo(ReadmePictures.Taken(name));
            Assert.True(picture.Exists, $"no step takes the picture {name}");
            Assert.True(picture.Length < ReadmePictures.MostBytes, $"{name}: {picture.Length} bytes");
            Assert.True(File.Exists(ReadmePictures.Kept(name)),
                $"{ReadmePictures.Kept(name)} is not there; write it with POLICY_ACCEPT=1 ./test Editor");
        }
    }
}
