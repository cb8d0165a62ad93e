// The words of references between clauses.

namespace Dsl.Syntax.Tree;

/// <summary>Words by which a clause refers to another one.</summary>
public static class ReferenceWords
{
    /// <summary>的金额, after 条款 and its number.</summary>
    public const string Amount = "的金额";

    /// <summary>比照, before 条款 and its number.</summary>
    public const string Like = "比照";
}
