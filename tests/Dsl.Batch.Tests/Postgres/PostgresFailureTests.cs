// What a database reports, in Chinese, followed by the original; never a password.
using System.Net.Sockets;
using Dsl.Data.DuckDb;
using Dsl.Data.Postgres;
using Dsl.Loading.Findings;
using DuckDB.NET.Native;
using Npgsql;
using Xunit;

namespace Dsl.Batch.Tests.Postgres;

public class PostgresFailureTests
{
    [Theory]
    [InlineData("28P01", "用户名或密码不对")]
    [InlineData("3D000", "没有这个数据库")]
    [InlineData("42501", "没有权限")]
    [InlineData("42P01", "没有这张表")]
    [InlineData("53300", "服务器的连接数已满")]
    [InlineData("57014", "语句被服务器取消（多半是超时）")]
    [InlineData("57P01", "服务器正在关闭，连接被断开")]
    [InlineData("53100", "服务器的磁盘已满")]
    [InlineData("25006", "数据库只能读取，不能写入")]
    [InlineData("08P99", "连接出错")]
    [InlineData("XX002", "数据库内部出错，数据可能已经损坏")]
    [InlineData("99999", "数据库报告错误 99999")]
    public void 服务器的错误(string state, string meaning) =>
        Assert.Equal($"{meaning}（原文：some words）",
            PostgresFailure.Message(new PostgresException("some words.", "ERROR", "ERROR", state)));

    [Theory]
    [InlineData(SocketError.ConnectionRefused, "主机拒绝连接，那里没有数据库服务在监听")]
    [InlineData(SocketError.HostNotFound, "找不到主机")]
    [InlineData(SocketError.HostUnreachable, "网络不通，到不了主机")]
    [InlineData(SocketError.ConnectionReset, "连接被断开")]
    [InlineData(SocketError.TimedOut, "等待超时")]
    public void 网络的错误_不论包了几层(SocketError code, string meaning)
    {
        var socket = new SocketException((int)code);
        foreach (var error in new Exception[] { socket, new NpgsqlException("outer", socket), new NpgsqlException("outer",
            new IOException("inner", socket)) })
            Assert.StartsWith(meaning + "（原文：", PostgresFailure.Message(error), StringComparison.Ordinal);
    }

    [Fact]
    public void 驱动程序的话里的密码不显示()
    {
        Assert.DoesNotContain("geheim", PostgresFailure.Message(new NpgsqlException("cannot use Host=h;Password=geheim;Database=d")),
            StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", AddressSecrets.Masked("at postgres://u:geheim@h/d, ?password=geheim&x=1, PASSWORD='geheim x'"),
            StringComparison.Ordinal);
        Assert.Equal("没有 postgres://u@h:5432/d#t 这张表", AddressSecrets.Masked("没有 postgres://u@h:5432/d#t 这张表"));
    }

    [Theory]
    [InlineData("IO Error: Could not set lock on file \"/x/a.duckdb\": Conflicting lock is held in /usr/bin/python3 (PID 12).",
        "文件正被另一个程序使用")]
    [InlineData("IO Error: Trying to read a database file with version number 99, but we can only read versions between 64 and 67.",
        "文件是另一个版本的 DuckDB 写的")]
    [InlineData("IO Error: Cannot open file \"/x\": Permission denied", "没有权限")]
    [InlineData("IO Error: Could not write file: No space left on device", "磁盘已满")]
    [InlineData("Catalog Error: Table with name x does not exist!", "没有要找的内容")]
    [InlineData("IO Error: Corrupt database file: computed checksum 1 does not match", "内容与校验值不符")]
    [InlineData("Something else", "内容无法读取")]
    public void DuckDB_的错误(string original, string meaning)
    {
        var error = new DuckDbException(DuckDBErrorType.Invalid, original + "\n\nLINE 1: SELECT");
        Assert.StartsWith(meaning, error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"（DuckDB 原文：{original.TrimEnd('.')}）", error.Message, StringComparison.Ordinal);
    }
}
