// Files that an editor asks for at every key: read again only when they changed, and always then.
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class KeptFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 没有改的文件不再读_改了就读()
    {
        var (files, path) = (new KeptFiles(), _folder.Write("甲.policy", "政策 甲"));
        Assert.Equal("政策 甲", files.Read(path).Text);
        Thread.Sleep(80);
        var settled = files.Read(path);
        Assert.Same(settled, files.Read(path));
        _folder.Write("甲.policy", "政策 乙");
        Assert.Equal("政策 乙", files.Read(path).Text);
        // At once again, within a tick of the clock of files.
        _folder.Write("甲.policy", "政策 丙");
        Assert.Equal("政策 丙", files.Read(path).Text);
        File.Delete(path);
        Assert.NotNull(files.Read(path).Finding);
    }

    [Fact]
    public void 没有变的文件夹不再列_变了就列()
    {
        var files = new KeptFiles();
        _folder.Write("甲/乙.policy", "政策 乙");
        var root = _folder[""].TrimEnd('/');
        Assert.Single(files.List(root).Files);
        Thread.Sleep(80);
        var settled = files.List(root);
        Assert.Same(settled, files.List(root));
        _folder.Write("甲/丙.policy", "政策 丙");
        Assert.Equal(2, files.List(root).Files.Length);
        _folder.Write("丁/戊.policy", "政策 戊");
        Assert.Equal(3, files.List(root).Files.Length);
    }
}
