// The words of caps over rows and over several clauses.
namespace Dsl.Syntax.Tree;

/// <summary>Words of 单位上限, 累计上限 and 合计上限.</summary>
public static class CapWords
{
    /// <summary>每行 after 累计上限: the cap is that of each row.</summary>
    public const string EachRow = "每行";

    /// <summary>按比例: who is under a cap bears the cut in proportion.</summary>
    public const string InProportion = "按比例";

    /// <summary>先 after 合计上限: the clauses that are paid before the others.</summary>
    public const string PaidFirst = "先";

    /// <summary>全部: every clause.</summary>
    public const string AllClauses = "全部";

    /// <summary>不超过, between the clauses of 合计上限 and the amount.</summary>
    public const string NotOver = "不超过";
}
