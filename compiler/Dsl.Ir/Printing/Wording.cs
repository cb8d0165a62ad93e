// Words for values, truths, needs and operators, as users say them.
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Ir.Printing;

public static class Wording
{
    /// <summary>A value of a type; 未知 or the bounds where it is not certain.</summary>
    public static string Of(Value value, DslType type) => value switch
    {
        NumberValue number => QuantityFormat.Display(number.Bounds, type),
        TruthValue truth => truth.Truth.Word(),
        TextValue text => text.Text ?? "未知",
        _ => "未知",
    };

    public static string Money(Bounds amount) => QuantityFormat.Display(amount, DslType.Money);

    /// <summary>Totals: the sum, and how many amounts are 不封顶.</summary>
    public static string Of(Totals totals)
    {
        var forms = string.Concat(totals.Forms.Select(static form => $"；{form.Level} {Money(form.Amount)}"));
        return Money(totals.Amount) + (totals.Unbounded == 0 ? "" : $"，另有 {totals.Unbounded} 项不封顶") + forms;
    }

    /// <summary>✓, ✗ or ？.</summary>
    public static string Mark(this Truth truth) => truth switch { Truth.Yes => "✓", Truth.No => "✗", _ => "？" };

    /// <summary>What would be needed.</summary>
    public static string Need(UnknownItem item) => item.Kind switch
    {
        UnknownKind.Fact => $"缺少「{item.Name}」：请提供。",
        UnknownKind.Table => $"缺少「{item.Name}」表：请提供；确实没有的，提供空表。",
        UnknownKind.Parameter => $"缺少参数「{item.Name}」在测算日的取值。",
        UnknownKind.ZeroDivisor => $"除数为零或可能为零：{item.Name}，请核对除数。",
        UnknownKind.NoRows => $"没有可以比较的行：{item.Name}。",
        UnknownKind.NoTableRow => $"{item.Name}没有一行适用：请核对这些事实；事实无误的，是表漏了这种情形，应补上这一行。",
        UnknownKind.SeveralTableRows => $"{item.Name}同时有几行适用，结果不同：请核对这些事实；事实无误的，应改动表中各行的边界。",
        UnknownKind.Limit => $"数值超出能准确计算的限度：{item.Name}，请核对算式和其中的数。",
        UnknownKind.Recognition => $"等待认定「{item.Name}」。",
        UnknownKind.OpenList => $"等待认定：{item.Name} 不在列明的范围之内，所列以「等」结尾。",
        UnknownKind.Approval => "等待核定金额：请由主管部门核定后填入核定记录。",
        UnknownKind.Procedure => $"等待程序完成：{item.Name}。",
        UnknownKind.Place => $"等待{item.Name}：要与申报本条款的全部主体一起排定。",
        _ => $"等待 {item.Name} 的金额确定后比较。",
    };

    /// <summary>The sign of an arithmetic operator.</summary>
    public static string Sign(ArithmeticOperator op) => op switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "−",
        ArithmeticOperator.Multiply => "×",
        _ => "÷",
    };

    /// <summary>The sign of a comparison.</summary>
    public static string Sign(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "≠",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "≤",
        ComparisonOperator.Greater => ">",
        _ => "≥",
    };

    /// <summary>The word for how a figure must stand to its goal.</summary>
    public static string Word(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Equal => "等于",
        ComparisonOperator.NotEqual => "不等于",
        ComparisonOperator.Less => "低于",
        ComparisonOperator.LessOrEqual => "不超过",
        ComparisonOperator.Greater => "超过",
        _ => "达到",
    };

    /// <summary>频次 as written.</summary>
    public static string Of(IrFrequency frequency) => frequency.Kind switch
    {
        FrequencyKind.Once => $"频次 {OnceAsWritten(frequency)}{(frequency.Times is { } times ? $"，累计最多 {times}次" : "")}",
        FrequencyKind.Yearly when frequency.Allowance is { } allowance =>
            $"频次 每年，累计最多 {QuantityFormat.Display(allowance.Most, allowance.Type)}，计 {allowance.Counted.Origin.Text}",
        FrequencyKind.Yearly => frequency.Years is { } years ? $"频次 每年，最多 {years}年" : "频次 每年",
        FrequencyKind.Consecutive => $"频次 每年，自 {frequency.Anchor?.Origin.Text} {Period(frequency)}",
        _ => "",
    };

    /// <summary>连续 3年, 连续 36个月, or 第6年起 where it has no end.</summary>
    public static string PeriodOf(IrFrequency frequency) => frequency.Months is { } months ? $"连续 {months}个月"
        : frequency.Years is { } years ? $"连续 {years}年" : $"第{frequency.YearsToFirst + 1}年起的年度";

    private static string Period(IrFrequency frequency)
    {
        if (frequency.Months is { } months)
            return $"{(frequency.MonthsToFirst == 0 ? "当月" : "次月")}起连续 {months}个月";
        var first = frequency.YearsToFirst switch { 0 => "当年", 1 => "次年", var years => $"第{years + 1}年" };
        return $"{first}起{(frequency.Years is { } length ? $"连续 {length}年" : "")}";
    }

    /// <summary>一次性 or 每次, as written.</summary>
    public static string OnceAsWritten(IrFrequency frequency) => frequency.IsPerOccasion ? "每次" : "一次性";

    /// <summary>先到先得 按 申报时间, 按 得分 从高.</summary>
    public static string Of(IrOrder order) =>
        order.IsFirstCome ? $"先到先得 按 {order.By.Origin.Text}"
        : $"按 {order.By.Origin.Text} {(order.IsLowestFirst ? "从低" : "从高")}";

    /// <summary>取整 as written; empty for the default.</summary>
    public static string Of(IrRounding rounding)
    {
        var mode = rounding.Mode switch
        {
            RoundingMode.Down => "向下取整",
            RoundingMode.Up => "向上取整",
            RoundingMode.HalfToEven => "四舍六入五成双",
            _ => "四舍五入",
        };
        return $"{mode}到{(rounding.Step == new Rational(1, 100) ? "分" : QuantityFormat.Display(rounding.Step, DslType.Money))}";
    }
}
