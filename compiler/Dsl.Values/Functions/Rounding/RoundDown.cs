// 向下取整: rounding down to whole units or to multiples of a step.
namespace Dsl.Values.Functions.Rounding;

/// <summary>向下取整(x[, 单位]).</summary>
public static class RoundDown
{
    /// <summary>The function.</summary>
    public static BuiltinFunction Definition { get; } = new("向下取整", "舍去不足一个单位的部分；单位缺省为 1，也可以是 100元 这样的量。")
    {
        Parameters = ["数", "单位"],
        MinArity = 1,
        MaxArity = 2,
        UnifiesArguments = true,
        Typing = static arguments => MultipleRounding.Type("向下取整", arguments),
        Evaluate = MultipleRounding.Down,
        Examples =
        [
            new("向下取整(2.5人)", "2人"),
            new("向下取整(950元, 100元)", "900元"),
            new("向下取整(-2.5)", "-3"),
        ],
    };
}
