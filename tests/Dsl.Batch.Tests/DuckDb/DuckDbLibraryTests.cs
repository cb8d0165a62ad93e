// Where the native library is looked for, and what is said when it is not there or not what it should be.
using Dsl.Data.DuckDb;
using Xunit;

namespace Dsl.Batch.Tests.DuckDb;

public sealed class DuckDbLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 环境变量指明文件或文件夹_指明了就不找别处()
    {
        Assert.Equal([_folder["我的.so"]], DuckDbLibrary.Candidates(_folder["我的.so"], _folder.Path).AsEnumerable());
        Assert.Equal([_folder[DuckDbLibrary.FileName]], DuckDbLibrary.Candidates(_folder.Path, "/").AsEnumerable());
    }

    [Fact]
    public void 先找程序旁边_再找检出目录()
    {
        _folder.Write("检出/runtime/native/package.json", "{}");
        var places = DuckDbLibrary.Candidates(null, _folder["检出/artifacts/policy/build-1"] + Path.DirectorySeparatorChar);
        Assert.Equal(_folder["检出/artifacts/policy/build-1/" + DuckDbLibrary.FileName], places[0]);
        Assert.StartsWith(_folder["检出/runtime/native/node_modules/@duckdb/node-bindings-"], places[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void 没有程序库时说明怎么办()
    {
        var (_, problem) = DuckDbLibrary.Load(null, _folder.Path);
        Assert.Equal("DSL5131", problem?.Rule.Code);
        Assert.Contains("npm install --prefix runtime/native", problem?.Remedy, StringComparison.Ordinal);
        Assert.Contains("POLICY_DUCKDB", problem?.Remedy, StringComparison.Ordinal);
        (_, problem) = DuckDbLibrary.Load(_folder["没有.so"], _folder.Path);
        Assert.Equal("DSL5131", problem?.Rule.Code);
        Assert.Contains("没有.so", problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void 不是_DuckDB_的文件不当作程序库()
    {
        var (_, problem) = DuckDbLibrary.Load(_folder.Write("假.so", "不是程序库"), _folder.Path);
        Assert.Equal("DSL5132", problem?.Rule.Code);
    }

    [Fact]
    public void 别人能改的文件_相对的路径_不当作程序库()
    {
        if (OperatingSystem.IsWindows())
            return;
        var library = _folder.Write("开放/库.so", "不是程序库");
        File.SetUnixFileMode(library, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        Assert.Contains("别的用户可以改动", DuckDbLibrary.Load(library, _folder.Path).Problem?.Message, StringComparison.Ordinal);
        File.SetUnixFileMode(library, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(_folder["开放"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
        Assert.Contains("别的用户可以改动", DuckDbLibrary.Load(library, _folder.Path).Problem?.Message, StringComparison.Ordinal);
        File.CreateSymbolicLink(_folder["链接.so"], library);
        Assert.Contains("别的用户可以改动", DuckDbLibrary.Load(_folder["链接.so"], _folder.Path).Problem?.Message, StringComparison.Ordinal);
        Assert.Contains("完整的路径", DuckDbLibrary.Load(Path.GetRelativePath(".", library), _folder.Path).Problem?.Message, StringComparison.Ordinal);
    }
}
