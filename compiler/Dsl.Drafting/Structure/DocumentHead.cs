// The head of a document: title, number, issuer, date, level of government, and what of these is uncertain.
namespace Dsl.Drafting.Structure;

/// <summary>The head of a document.</summary>
public sealed record DocumentHead
{
    /// <summary>The title of the policy, without the 关于印发…的通知 around it.</summary>
    public required string Title { get; init; }

    /// <summary>文号, such as 渝中府办〔2021〕13号; null where none was found.</summary>
    public required string? Number { get; init; }

    /// <summary>发文机关.</summary>
    public required IReadOnlyList<string> Issuers { get; init; }

    /// <summary>成文日期 as yyyy-MM-dd; null where none was found.</summary>
    public required string? Dated { get; init; }

    /// <summary>施行日期; null where the document says none, or none for certain.</summary>
    public required string? Effective { get; init; }

    /// <summary>The words that say since when, such as 自印发之日起施行; null where none were found.</summary>
    public required string? EffectiveWords { get; init; }

    /// <summary>失效日期; null where the document says none, or none for certain.</summary>
    public required string? Expires { get; init; }

    /// <summary>The words that say until when; null where none were found.</summary>
    public required string? ExpiryWords { get; init; }

    /// <summary>级次; null where the name of the issuer says none.</summary>
    public required string? Level { get; init; }

    /// <summary>地区; null where the name of the issuer says none.</summary>
    public required string? Region { get; init; }

    /// <summary>What is not certain, a sentence each.</summary>
    public required IReadOnlyList<string> Doubts { get; init; }
}
