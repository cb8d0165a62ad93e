// What the head of a document says: title, number, who issued it and when, the level of government, and what of it is not certain.
namespace Dsl.Drafting.Structure;

/// <summary>The head of a document.</summary>
/// <param name="Title">The title of the policy, without the 关于印发…的通知 around it.</param>
/// <param name="Number">文号, such as 渝中府办〔2021〕13号; null where none was found.</param>
/// <param name="Issuers">发文机关.</param>
/// <param name="Dated">成文日期 as yyyy-MM-dd; null where none was found.</param>
/// <param name="Effective">施行日期; null where the document says none, or none for certain.</param>
/// <param name="EffectiveWords">The words that say since when, such as 自印发之日起施行; null where none were found.</param>
/// <param name="Expires">失效日期; null where the document says none, or none for certain.</param>
/// <param name="ExpiryWords">The words that say until when; null where none were found.</param>
/// <param name="Level">级次; null where the name of the issuer says none.</param>
/// <param name="Region">地区; null where the name of the issuer says none.</param>
/// <param name="Doubts">What is not certain, a sentence each.</param>
public sealed record DocumentHead(
    string Title, string? Number, IReadOnlyList<string> Issuers, string? Dated, string? Effective, string? EffectiveWords,
    string? Expires, string? ExpiryWords, string? Level, string? Region, IReadOnlyList<string> Doubts);
