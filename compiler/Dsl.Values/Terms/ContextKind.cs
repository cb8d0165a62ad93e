// The values that come from the evaluation itself, as bound tree and IR have them.
namespace Dsl.Values.Terms;

/// <summary>A name that the evaluation gives a value.</summary>
public enum ContextKind
{
    /// <summary>测算日, a date.</summary>
    AsOfDate,

    /// <summary>年度, the application year.</summary>
    ApplicationYear,

    /// <summary>施行日期 of the policy, a date.</summary>
    EffectiveDate,

    /// <summary>奖补 in 恒有: the award of the clause, or of the row under 每个, after its rounding.</summary>
    Award,
}
