// What the words of references between clauses mean, for hover and completion.
namespace Dsl.LanguageServer.Features.Hover;

/// <summary>The texts, in a sentence each.</summary>
internal static class ReferenceText
{
    public const string Amount = "那一条的金额：上限以后、竞合以前；不给的是 0元。";

    public const string Like = "条件、排除和算式都照那一条；括号里左边的字段换成右边的，单位要相同。";

    /// <summary>What a word means; null for any other word.</summary>
    public static string? Of(string word) => word switch
    {
        "的金额" => $"**的金额** {Amount}",
        "比照" => $"**比照** {Like}",
        _ => null,
    };
}
