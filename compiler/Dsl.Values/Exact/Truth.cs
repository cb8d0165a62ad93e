// Kleene's three truth values: 是, 否 and 未知.
namespace Dsl.Values.Exact;

/// <summary>A three-valued truth; the order No &lt; Unknown &lt; Yes makes 且 the minimum and 或 the maximum.</summary>
public enum Truth
{
    /// <summary>否.</summary>
    No = 0,

    /// <summary>未知.</summary>
    Unknown = 1,

    /// <summary>是.</summary>
    Yes = 2,
}

/// <summary>Kleene's connectives.</summary>
public static class TruthExtensions
{
    /// <summary>且.</summary>
    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    /// <summary>或.</summary>
    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    /// <summary>非.</summary>
    public static Truth Not(this Truth value) => Truth.Yes - (int)value;

    /// <summary>The word: 是, 否 or 未知.</summary>
    public static string Word(this Truth value) => value switch { Truth.Yes => "是", Truth.No => "否", _ => "未知" };
}
