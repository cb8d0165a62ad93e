// Units in products and quotients, and the table of units.
using Dsl.Values.Types;

namespace Dsl.Values.Tests.Types;

public class DimensionTests
{
    private static readonly Dimension Yuan = Dimension.Of(Units.Yuan);
    private static readonly Dimension Person = Dimension.Of(Find("人"));
    private static readonly Dimension Piece = Dimension.Of(Find("件"));
    private static readonly Dimension Area = Dimension.Of(Find("平方米"));

    [Fact]
    public void 计数单位遇金额消去()
    {
        Assert.Equal(Yuan, Yuan.Times(Person));
        Assert.Equal(Yuan, Yuan.Over(Piece).Times(Piece));
        Assert.Equal(Yuan, Yuan.Times(Person).Times(Piece));
    }

    [Fact]
    public void 面积和时间不消去()
    {
        Assert.Equal("元·平方米", Yuan.Times(Area).ToString());
        Assert.Equal("元/年", Yuan.Over(Dimension.Of(Units.Years)).ToString());
        Assert.NotEqual(Yuan, Yuan.Over(Piece).Times(Person));
    }

    [Fact]
    public void 相同单位相除为数()
    {
        Assert.Equal(Dimension.None, Person.Over(Person));
        Assert.Equal(Dimension.None, Yuan.Over(Yuan));
        Assert.Equal("件/元", Piece.Over(Yuan).ToString());
        Assert.Equal("1/年", Dimension.None.Over(Dimension.Of(Units.Years)).ToString());
        Assert.Equal("平方米·平方米", Area.Times(Area).ToString());
    }

    [Fact]
    public void 乘除互逆且与次序无关()
    {
        Dimension[] all = [Dimension.None, Piece, Person, Area, Dimension.Of(Units.Days)];
        foreach (var left in all)
        {
            foreach (var right in all)
            {
                Assert.Equal(left.Times(right), right.Times(left));
                Assert.Equal(left, left.Times(right).Over(right));
                Assert.Equal(left.Equals(right), left.GetHashCode() == right.GetHashCode());
            }
        }
    }

    [Fact]
    public void 单位的别名()
    {
        Assert.Same(Units.Months, Units.Find("个月"));
        Assert.Same(Units.Days, Units.Find("日"));
        Assert.Null(Units.Find("斤"));
        Assert.True(Units.Words.Zip(Units.Words.Skip(1)).All(pair => pair.First.Length >= pair.Second.Length));
    }

    [Fact]
    public void 类型的名称和相等()
    {
        Assert.Equal("金额", DslType.Money.DisplayName);
        Assert.Equal("比率", DslType.Ratio.DisplayName);
        Assert.Equal("人", DslType.In(Find("人")).DisplayName);
        Assert.True(DslType.Money.IsMoney);
        Assert.Equal(DslType.Money, new QuantityType(Yuan));
        Assert.Equal(new EnumType(null, ["甲", "乙"], true), new EnumType(null, ["甲", "乙"], true));
        Assert.NotEqual(new EnumType(null, ["甲", "乙"], true), new EnumType(null, ["乙", "甲"], true));
        Assert.Equal("[甲, 乙, 等]", new EnumType(null, ["甲", "乙"], true).DisplayName);
    }

    private static Unit Find(string word) => Assert.IsType<Unit>(Units.Find(word));
}
