// Addresses of tables: what is understood, what is refused, and that no password is ever shown.
using Dsl.Data.Postgres;
using Xunit;

namespace Dsl.Batch.Tests.Postgres;

public class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://me@db.example/registry#企业", "me|db.example||registry||企业")]
    [InlineData("postgresql://me@db.example:5433/registry#科技局.企业", "me|db.example|5433|registry|科技局|企业")]
    [InlineData("postgres://db.example/registry#企业", "|db.example||registry||企业")]
    [InlineData("postgres:///registry#企业", "|||registry||企业")]
    [InlineData("postgres://me@[::1]:5433/registry#a", "me|::1|5433|registry||a")]
    [InlineData("postgres://%E7%A7%91%40x@h/%E5%BA%93#%E4%BC%81%E4%B8%9A", "科@x|h||库||企业")]
    [InlineData("postgres://h/d#\"a.b\"\"c\".\"d\"", "|h||d|a.b\"c|d")]
    public void 看得懂的地址(string text, string parts)
    {
        var (address, finding) = PostgresAddress.Parse(text);
        Assert.Null(finding);
        Assert.Equal(parts, $"{address?.User}|{address?.Host}|{address?.Port}|{address?.Database}|{address?.Schema}|{address?.Table}");
    }

    [Theory]
    [InlineData("postgres://h/d", "DSL5801")]
    [InlineData("postgres://h#t", "DSL5801")]
    [InlineData("postgres://h:99999/d#t", "DSL5801")]
    [InlineData("postgres://h/d?geheim=secret#t", "DSL5801")]
    [InlineData("postgres://h/d?sslmode=require&token=secret#t", "DSL5801")]
    [InlineData("postgres://h/d%00b#t", "DSL5801")]
    [InlineData("postgres://%00@h/d#t", "DSL5801")]
    [InlineData("postgres://u@h%00/d#t", "DSL5801")]
    [InlineData("postgres://u@h/d#t%00", "DSL5801")]
    [InlineData("postgres://u@h/d#t%1b%5B31m", "DSL5801")]
    [InlineData("postgres://h/d?password=secret#t", "DSL5802")]
    [InlineData("postgres://h/d?sslmode=require&PASSWORD=secret#t", "DSL5802")]
    [InlineData("postgres://h/d?pass%77ord=secret#t", "DSL5802")]
    [InlineData("postgres://me%3Asecret@h/d#t", "DSL5802")]
    [InlineData("postgres://h;Password=secret/d#t", "DSL5802")]
    [InlineData("POSTGRES://me:secret@h", "DSL5802")]
    [InlineData("postgres://me:secret/d#t", "DSL5802")]
    [InlineData("postgres://me:secret", "DSL5802")]
    [InlineData("postgres://h/d#a.b.c", "DSL5801")]
    [InlineData("postgres://h/d#\"a", "DSL5801")]
    [InlineData("postgres://h/d#.a", "DSL5801")]
    [InlineData("postgres://h/d#这是一张名字特别特别特别特别特别特别长的结果表", "DSL5811")]
    [InlineData("postgres://h/d#这是一个名字特别特别特别特别特别特别长的模式名.表", "DSL5811")]
    [InlineData("postgres://me:secret@h/d#t", "DSL5802")]
    [InlineData("postgres://me:secret#@x@h/d#t", "DSL5802")]
    [InlineData("postgres://me:/secret@h/d#t", "DSL5802")]
    public void 写错的地址(string text, string code)
    {
        var (address, finding) = PostgresAddress.Parse(text);
        Assert.Null(address);
        Assert.Equal(code, finding?.Code);
        Assert.DoesNotContain("secret", $"{finding}", StringComparison.Ordinal);
    }

    [Fact]
    public void 没有服务的端口()
    {
        var (address, _) = PostgresAddress.Parse("postgres://127.0.0.1:1/d#t");
        Assert.NotNull(address);
        Assert.Equal("DSL5803", PostgresTable.Open(address).Finding?.Code);
        Assert.Equal("DSL5803", PostgresWriter.Open(address, []).Finding?.Code);
    }
}
