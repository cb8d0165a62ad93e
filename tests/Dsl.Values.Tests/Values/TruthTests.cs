// Kleene's connectives and the sets of missing things.
using Dsl.Values.Exact;

namespace Dsl.Values.Tests.Values;

public class TruthTests
{
    [Theory]
    [InlineData(Truth.Yes, Truth.Unknown, Truth.Unknown, Truth.Yes)]
    [InlineData(Truth.No, Truth.Unknown, Truth.No, Truth.Unknown)]
    [InlineData(Truth.Yes, Truth.No, Truth.No, Truth.Yes)]
    [InlineData(Truth.Unknown, Truth.Unknown, Truth.Unknown, Truth.Unknown)]
    public void 且与或(Truth left, Truth right, Truth both, Truth either)
    {
        Assert.Equal(both, left.And(right));
        Assert.Equal(both, right.And(left));
        Assert.Equal(either, left.Or(right));
        Assert.Equal(both.Not(), left.Not().Or(right.Not()));
    }

    [Fact]
    public void 确定的值不再等待()
    {
        var waits = Unknowns.Of(UnknownKind.Fact, "甲");
        Assert.True(new TruthValue(Truth.No, waits).Unknowns.IsNone);
        Assert.False(new TruthValue(Truth.Unknown, waits).Unknowns.IsNone);
        Assert.True(new NumberValue(Bounds.Exactly(1), waits).Unknowns.IsNone);
        Assert.True(new TextValue("甲", waits).Unknowns.IsNone);
    }

    [Fact]
    public void 缺少的事项先资料后认定()
    {
        var all = Unknowns.Of(UnknownKind.Approval, "核定") | Unknowns.Of(UnknownKind.Fact, "乙") | Unknowns.Of(UnknownKind.Fact, "甲");
        Assert.Equal("乙、甲、核定", all.ToString());
        Assert.True(all.MissesData);
        Assert.False(Unknowns.Of(UnknownKind.Recognition, "认定").MissesData);
        Assert.Equal(all, all | Unknowns.Of(UnknownKind.Fact, "甲"));
    }
}
