// 向上取整: rounding up to whole units or to multiples of a step.
namespace Dsl.Values.Functions.Rounding;

/// <summary>向上取整(x[, 单位]).</summary>
public static class RoundUp
{
    /// <summary>The function.</summary>
    public static BuiltinFunction Definition { get; } = new("向上取整", "不足一个单位的按一个单位计；单位缺省为 1，也可以是 100元 这样的量。")
    {
        Parameters = ["数", "单位"],
        MinArity = 1,
        MaxArity = 2,
        UnifiesArguments = true,
        Typing = static arguments => MultipleRounding.Type("向上取整", arguments),
        Evaluate = MultipleRounding.Up,
        Examples =
        [
            new("向上取整(2.5人)", "3人"),
            new("向上取整(950元, 100元)", "1000元"),
            new("向上取整(-2.5)", "-2"),
        ],
    };
}
