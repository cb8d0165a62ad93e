// How a key differs from the one that it looks like, and what follows for the subject until it is corrected.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Registries;

/// <summary>Clauses of the rule about keys that look like another one (DSL5220).</summary>
internal static class OwnerPhrases
{
    /// <summary>A character of another script.</summary>
    public static readonly DiagnosticPhrase OtherCharacter = new("（“{0}”是 {1}）");

    public static readonly DiagnosticPhrase WrongCheck = new("（校验码不对，只差一处）");

    public static readonly DiagnosticPhrase InvisibleCharacter = new("（含看不见的字符 {0}）");

    public static readonly DiagnosticPhrase DetailUnknown = new("「{0}」按未知处理");

    public static readonly DiagnosticPhrase HistoryUnknown = new("兑现历史弄不清楚，本次不测算");

    public static readonly DiagnosticPhrase ApprovalNotTaken = new("核定不采用");
}
