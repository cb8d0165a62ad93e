// What a clause gives, as bound tree and IR have it.
namespace Dsl.Values.Terms;

/// <summary>What a clause gives.</summary>
public enum ClauseKind
{
    /// <summary>奖补: money.</summary>
    Award,

    /// <summary>享受: an entitlement without an amount.</summary>
    Entitlement,

    /// <summary>说明 alone: nothing to compute; never evaluated.</summary>
    Declaratory,
}
