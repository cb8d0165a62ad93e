// What 超额累进 does, for hover and completion.
namespace Dsl.LanguageServer.Features.Hover;

/// <summary>The text on 超额累进.</summary>
internal static class ProgressiveText
{
    /// <summary>In one sentence.</summary>
    public const string Summary =
        "各档分段计算：落在一档里的那一部分乘以这一档的比例，各段相加。下面画出各档，一行一档，写从多少到多少和比例。";
}
