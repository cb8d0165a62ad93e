// Every builtin function: its examples, its declaration, the edges of its meaning.
using System.Collections.Immutable;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Types;

namespace Dsl.Values.Tests.Functions;

public class BuiltinFunctionTests
{
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var example in BuiltinFunctions.All.SelectMany(function => function.Examples))
            data.Add(example.Expression, example.Result);
        return data;
    }

    [Theory, MemberData(nameof(Examples))]
    public void 示例成立(string expression, string result) =>
        Assert.Equal(ExampleExpression.Evaluate(result).Bounds, ExampleExpression.Evaluate(expression).Bounds);

    [Fact]
    public void 函数各有说明和示例()
    {
        Assert.All(BuiltinFunctions.All, function =>
        {
            Assert.NotEmpty(function.Examples);
            Assert.EndsWith("。", function.Summary);
            Assert.True(function.MinArity <= function.MaxArity);
        });
        Assert.Same(BuiltinFunctions.Find("min"), BuiltinFunctions.Find("取低"));
        Assert.Same(BuiltinFunctions.Find("max"), BuiltinFunctions.Find("取高"));
    }

    [Theory]
    [InlineData("min", "金额,金额", "金额")]
    [InlineData("min", "比率,数", "数")]
    [InlineData("max", "比率,比率", "比率")]
    [InlineData("max", "日期,日期", "日期")]
    [InlineData("四舍五入", "金额,数", "金额")]
    [InlineData("向下取整", "人", "人")]
    [InlineData("向上取整", "金额,金额", "金额")]
    [InlineData("年数", "日期,日期", "年")]
    [InlineData("月数", "日期,日期", "月")]
    [InlineData("所在年度", "日期", "年度")]
    public void 类型相合(string name, string arguments, string result) => Assert.Equal(result, Type(name, arguments).Result.DisplayName);

    [Theory]
    [InlineData("min", "金额,人", "「min」的各项应为同一种量，此处有「金额」和「人」")]
    [InlineData("min", "金额,日期", "「min」的各项应为同一种量，此处有「金额」和「日期」")]
    [InlineData("max", "文本,文本", "「max」比较的是数、日期或年度，此处有「文本」")]
    [InlineData("四舍五入", "金额,金额", "「四舍五入」的第二项是小数位数（如 2），不带单位，此处是「金额」")]
    [InlineData("四舍五入", "是否", "「四舍五入」的第一项应为数或金额，此处是「是否」")]
    [InlineData("向下取整", "金额,人", "「向下取整」的第二项是取整的单位，应与第一项「金额」是同一种量，此处是「人」")]
    [InlineData("向上取整", "日期", "「向上取整」的各项应为数或金额，此处有「日期」")]
    [InlineData("年数", "日期,年度", "「年数」的两项应为日期，此处有「年度」")]
    [InlineData("所在年度", "数", "「所在年度」的一项应为日期，此处是「数」")]
    public void 类型不合(string name, string arguments, string problem)
    {
        Assert.Equal(problem, Type(name, arguments).Problem);
        Assert.True(Type(name, arguments).Result.IsError);
    }

    [Fact]
    public void 取低不再等待够不着的一项()
    {
        var result = Call("min", Unknown(100, 200, "甲"), Unknown(0, 50, "乙"));
        Assert.Equal(new Bounds(0, 50), result.Bounds);
        Assert.Equal("乙", result.Unknowns.ToString());
        Assert.True(Call("min", Unknown(0, null, "甲"), NumberValue.Of(0)).IsCertain);
        Assert.Equal("甲", Call("min", Unknown(0, null, "甲"), NumberValue.Of(5)).Unknowns.ToString());
    }

    [Fact]
    public void 取高不再等待够不着的一项()
    {
        var result = Call("max", Unknown(0, 50, "甲"), Unknown(60, null, "乙"), NumberValue.Of(10));
        Assert.Equal(new Bounds(60, null), result.Bounds);
        Assert.Equal("乙", result.Unknowns.ToString());
    }

    [Fact]
    public void 取整的界()
    {
        Assert.Equal(new Bounds(1, null), Call("四舍五入", Unknown(new(1, 2), null, "甲")).Bounds);
        Assert.Equal(new Bounds(0, null), Call("四舍五入", NumberValue.Of(7), Unknown(null, null, "位数")).Bounds);
        Assert.Equal(new Bounds(-100, 100), Call("向下取整", Unknown(-50, 199, "甲"), NumberValue.Of(100)).Bounds);
        Assert.Equal(new Bounds(0, 10), Call("向下取整", NumberValue.Of(10), Unknown(1, 20, "单位")).Bounds);
        Assert.Equal(new Bounds(10, 30), Call("向上取整", NumberValue.Of(10), Unknown(1, 20, "单位")).Bounds);
    }

    [Fact]
    public void 取整单位可能为零时未知()
    {
        var result = Call("向上取整", NumberValue.Of(10), NumberValue.Of(0));
        Assert.Equal(Bounds.Everything, result.Bounds);
        Assert.Equal(UnknownKind.ZeroDivisor, Assert.Single(result.Unknowns.Items).Kind);
    }

    [Theory]
    [InlineData("2020-02-29", "2021-02-28", 1)]
    [InlineData("2020-02-29", "2021-02-27", 0)]
    [InlineData("2021-06-21", "2021-06-21", 0)]
    [InlineData("2022-06-21", "2021-06-22", 0)]
    [InlineData("2022-06-21", "2021-06-21", -1)]
    [InlineData("0001-01-01", "9999-12-31", 9998)]
    public void 年数按对日计(string from, string to, int years) => Assert.Equal(years, Call("年数", Day(from), Day(to)).Bounds.Low);

    [Theory]
    [InlineData("2021-01-31", "2021-02-28", 1)]
    [InlineData("2021-01-31", "2021-02-27", 0)]
    [InlineData("2021-01-30", "2021-03-29", 1)]
    [InlineData("2021-12-31", "2022-01-31", 1)]
    public void 月数按对日计(string from, string to, int months) => Assert.Equal(months, Call("月数", Day(from), Day(to)).Bounds.Low);

    [Fact]
    public void 日期未知时年数有界()
    {
        var from = new NumberValue(new(CivilDate.ToNumber(new(2018, 1, 1)), CivilDate.ToNumber(new(2019, 1, 1))),
            Unknowns.Of(UnknownKind.Fact, "登记日期"));
        Assert.Equal(new Bounds(2, 3), Call("年数", from, Day("2021-06-21")).Bounds);
        Assert.Equal(Bounds.Everything,
            Call("年数", new NumberValue(Bounds.Everything, Unknowns.Of(UnknownKind.Fact, "登记日期")), Day("2021-06-21")).Bounds);
    }

    private static FunctionTyping Type(string name, string arguments)
    {
        var function = Assert.IsType<BuiltinFunction>(BuiltinFunctions.Find(name));
        return function.Typing([.. arguments.Split(',').Select(TypeOf)]);
    }

    private static DslType TypeOf(string word)
    {
        DslType[] known = [DslType.Money, DslType.Ratio, DslType.Number, DslType.Date, DslType.Year, DslType.Text, DslType.Truth];
        return known.FirstOrDefault(type => type.DisplayName == word) ?? DslType.In(Assert.IsType<Unit>(Units.Find(word)));
    }

    private static NumberValue Call(string name, params ImmutableArray<Value> arguments)
    {
        var function = Assert.IsType<BuiltinFunction>(BuiltinFunctions.Find(name));
        return Assert.IsType<NumberValue>(function.Evaluate(arguments));
    }

    private static NumberValue Unknown(Rational? low, Rational? high, string name) =>
        new(new Bounds(low, high), Unknowns.Of(UnknownKind.Fact, name));

    private static NumberValue Day(string date)
    {
        Assert.True(CivilDate.TryParse(date, DateForms.Text, out var day));
        return NumberValue.Of(CivilDate.ToNumber(day));
    }
}
