// The 校验 of a row of the sheet for officers: it shows whether what they must not change came back unchanged,
// through whichever program.
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Dsl.Diff;
using Dsl.Facts.Cells;
using Dsl.Ir.Nodes;

namespace Dsl.Batch.Registries;

/// <summary>What a 校验 covers, in three parts, so that a message can say which of them was changed.</summary>
/// <param name="Identity">Whose approval of what: 主键, 文号, 条款, 事项行, 年度, 名称.</param>
/// <param name="Shown">What the officer decided by: 条款标题, 最高.</param>
/// <param name="Version">The clause as the policy had it.</param>
internal readonly record struct ApprovalCheck(string Identity, string Shown, string Version)
{
    private static readonly ConditionalWeakTable<IrClause, string> Versions = [];

    /// <summary>The 校验 of a row.</summary>
    /// <param name="identity">The cells that say whose approval of what it is.</param>
    /// <param name="shown">The cells that the officer decided by.</param>
    public static ApprovalCheck Of(IEnumerable<string> identity, IEnumerable<string> shown, IrPolicy policy, IrClause clause) => new(
        IdentityOf(identity), Hash(shown, 4), Versions.GetValue(clause, known => Hash([ClauseVersion.TextOf(policy, known)], 4)));

    /// <summary>The part of a 校验 that says whose approval of what it is; it needs no policy.</summary>
    public static string IdentityOf(IEnumerable<string> identity) => Hash(identity, 8);

    /// <summary>The 校验 in a cell; null where it is none.</summary>
    public static ApprovalCheck? Parse(string text) =>
        Folded(text).Split('-') is [['J', .. { Length: 8 } identity], { Length: 4 } shown, { Length: 4 } version]
            ? new(identity, shown, version)
            : null;

    /// <summary>As it is written: a letter comes first, so that no spreadsheet takes it for a number.</summary>
    public override string ToString() => $"J{Identity}-{Shown}-{Version}";

    private static string Hash(IEnumerable<string> cells, int digits) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', cells.Select(Folded)))))[..digits];

    /// <summary>A cell without what spreadsheets do to it: width, space, the form of figures, a mark of text before it.</summary>
    private static string Folded(string cell)
    {
        var text = string.Concat(FigureText.Normalize(cell).Where(static letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter)))
            .TrimStart('\'').ToUpperInvariant();
        return text.EndsWith("年度", StringComparison.Ordinal) ? text[..^2] : text;
    }
}
