// Which writings name the same, which only look like it, and which codes check.
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Values.Tests.Text;

public class IdentityTests
{
    [Theory]
    [InlineData("A01", "a01")]
    [InlineData("A01", "Ａ０１")]
    [InlineData("A01", "A01\u200B")]
    [InlineData("A01", "\uFEFFA\u00AD01")]
    [InlineData("A01", "\u202AA01\u202C")]
    [InlineData("A01", "A\u00A00 1")]
    [InlineData("A01", "A01\uFE0F")]
    [InlineData("示〔2021〕1号", "示[2021]１号")]
    [InlineData("示〔2021〕1号", "示（2021）1 号")]
    [InlineData("示〔2021〕1号", "示【2021】1号")]
    [InlineData("示〔2021〕1号", "示﹝2021﹞1号")]
    [InlineData("示〔2021〕1号", "示{2021}1号")]
    [InlineData("示〔2021〕1号", "示｛２０２１｝1号")]
    [InlineData("示〔2021〕1号", "示<2021>1号")]
    [InlineData("示〔2021〕1号", "示〈2021〉1号")]
    [InlineData("示〔2021〕1号", "示〖2021〗1号")]
    [InlineData("示〔2021〕1号", "示︹2021︺1号")]
    [InlineData("示〔2021〕1号", "示︵2021︶1号")]
    [InlineData("示〔2021〕1号", "示﹛2021﹜1号")]
    [InlineData("示〔2021〕1号", "示⟦2021⟧1号")]
    [InlineData("示〔2021〕1号", "示｟2021｠1号")]
    [InlineData("一期工程", "\u2F00期工程")]
    [InlineData("豈", "\uF900")]
    [InlineData("車间", "\uF902间")]
    [InlineData("长城", "\u2ED3城")]
    [InlineData("Café", "Cafe\u0301")]
    [InlineData("ǖ", "u\u0308\u0304")]
    [InlineData("P-01", "P—01")]
    [InlineData("P-01", "P－０１")]
    [InlineData("3.1", "３．１")]
    [InlineData("\u4E3D", "\U0002F800")]
    public void 同一个名称的写法(string left, string right)
    {
        Assert.True(Identity.Same(left, right));
        Assert.True(Identity.Same(right, left));
        Assert.Equal(Identity.Comparer.GetHashCode(left), Identity.Comparer.GetHashCode(right));
        Assert.Equal(Identity.Of(left), Identity.Of(Identity.Of(right)));
        var pool = new StringDictionary([]);
        Assert.Equal(pool.CodeOfIdentity(left), pool.CodeOfIdentity(right));
        Assert.False(LookAlikes.AreNear(left, right));
    }

    [Theory]
    [InlineData("A01", "А01")]
    [InlineData("A01", "Α01")]
    [InlineData("A01", "AO1")]
    [InlineData("A01", "Ao1")]
    [InlineData("A1", "AI")]
    [InlineData("A1", "Al")]
    [InlineData("P-01", "P01")]
    [InlineData("007", "7")]
    [InlineData("12", "12.0")]
    [InlineData("A1", "A①")]
    [InlineData("A1", "A١")]
    public void 看起来一样而不是同一个(string left, string right)
    {
        Assert.False(Identity.Same(left, right));
        Assert.True(LookAlikes.AreNear(left, right));
        Assert.Equal(LookAlikes.ShapeHash(left), LookAlikes.ShapeHash(right));
    }

    [Theory]
    [InlineData("A01", "A02")]
    [InlineData("A01", "A010")]
    [InlineData("3.1", "3.10")]
    [InlineData("示〔2021〕1号", "示〔2021〕2号")]
    [InlineData("项目甲", "项目乙")]
    public void 不同的名称(string left, string right)
    {
        Assert.False(Identity.Same(left, right));
        Assert.False(LookAlikes.AreNear(left, right));
    }

    [Fact]
    public void 看不见的主键不是主键()
    {
        Assert.Equal("", Identity.Of("\u200B \uFEFF"));
        Assert.Equal(-1, new StringDictionary([]).CodeOfIdentity("\u200B"));
        Assert.Equal("U+200B", Identity.InvisibleIn("A\u200B"));
    }

    [Theory]
    [InlineData("91350100M000100Y43", null)]
    [InlineData("91350100M000100Y44", "Check { }")]
    [InlineData("91350100M000100Y4", "Length { Written = 17 }")]
    [InlineData("350100100000001", "Length { Written = 15 }")]
    [InlineData("9135O100M000100Y43", "Character { Place = 5, Written = O }")]
    public void 统一社会信用代码(string code, string? fault) => Assert.Equal(fault, CreditCode.FaultOf(code)?.ToString());

    [Fact]
    public void 造出的代码都对_错一处的找得回来()
    {
        for (var number = 1L; number < 2_000; number += 37)
        {
            var code = CreditCode.Make(number);
            Assert.True(CreditCode.IsValid(code));
            var wrong = code[..7] + (code[7] == '1' ? '2' : '1') + code[8..];
            Assert.Contains(code, CreditCode.Neighbours(wrong));
        }
    }
}
