// What the head of a policy says beside its 范围, and which of it was read: what was made of a block stays as long as that is the same.
using System.Collections.Immutable;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Bound;

/// <summary>Parts of <see cref="PolicyTerms"/>.</summary>
[Flags]
internal enum TermParts
{
    None = 0,
    Syntax = 1,
    OfficialTextPath = 1 << 1,
    Title = 1 << 2,
    Number = 1 << 3,
    Issuer = 1 << 4,
    Area = 1 << 5,
    Level = 1 << 6,
    EffectiveDate = 1 << 7,
    ExpiryDate = 1 << 8,
    Combination = 1 << 9,
    DefaultSubject = 1 << 10,
    Locals = 1 << 11,
}

/// <summary>The head of a policy beside its 范围. Immutable; it holds no text, so that it may be kept.</summary>
public sealed class PolicyTerms
{
    /// <inheritdoc cref="BoundPolicy.Syntax"/>
    public required PolicyBlock Syntax { get; init; }

    /// <inheritdoc cref="BoundPolicy.OfficialTextPath"/>
    public string? OfficialTextPath { get; init; }

    /// <inheritdoc cref="BoundPolicy.Title"/>
    public required string Title { get; init; }

    /// <inheritdoc cref="BoundPolicy.Number"/>
    public required string Number { get; init; }

    /// <inheritdoc cref="BoundPolicy.Issuer"/>
    public string Issuer { get; init; } = "";

    /// <inheritdoc cref="BoundPolicy.Area"/>
    public string Area { get; init; } = "";

    /// <inheritdoc cref="BoundPolicy.Level"/>
    public string Level { get; init; } = "";

    /// <inheritdoc cref="BoundPolicy.EffectiveDate"/>
    public DateOnly? EffectiveDate { get; init; }

    /// <inheritdoc cref="BoundPolicy.EffectiveDateIsAssumed"/>
    public bool EffectiveDateIsAssumed { get; init; }

    /// <inheritdoc cref="BoundPolicy.ExpiryDate"/>
    public DateOnly? ExpiryDate { get; init; }

    /// <summary>竞合.</summary>
    public (bool WithOthersInArea, bool WithinPolicy, bool SupersedesEarlier) Combination { get; init; }

    /// <summary>对象 of the policy, else 企业, else the only 数据 there is; null where there is none.</summary>
    public SubjectSymbol? DefaultSubject { get; init; }

    /// <summary>令 of the head, each after those that it uses: over facts of <see cref="DefaultSubject"/>, without a row.</summary>
    public ImmutableArray<BoundLet> Locals { get; init; } = [];

    /// <summary>The parts that are not what they are in another version.</summary>
    internal TermParts ChangedFrom(PolicyTerms? other) =>
        ReferenceEquals(this, other) ? TermParts.None
        : other is null ? ~TermParts.None
        : If(!ReferenceEquals(Syntax, other.Syntax), TermParts.Syntax)
            | If(OfficialTextPath != other.OfficialTextPath, TermParts.OfficialTextPath)
            | If(Title != other.Title, TermParts.Title) | If(Number != other.Number, TermParts.Number)
            | If(Issuer != other.Issuer, TermParts.Issuer) | If(Area != other.Area, TermParts.Area)
            | If(Level != other.Level, TermParts.Level)
            | If((EffectiveDate, EffectiveDateIsAssumed) != (other.EffectiveDate, other.EffectiveDateIsAssumed), TermParts.EffectiveDate)
            | If(ExpiryDate != other.ExpiryDate, TermParts.ExpiryDate) | If(Combination != other.Combination, TermParts.Combination)
            | If(DefaultSubject != other.DefaultSubject, TermParts.DefaultSubject)
            | If(!Locals.SequenceEqual(other.Locals), TermParts.Locals);

    private static TermParts If(bool isChanged, TermParts part) => isChanged ? part : TermParts.None;
}

/// <summary>Notes which parts of the head are read while something is made. Used by one thread.</summary>
internal sealed class TermReads
{
    private TermParts _parts;

    /// <summary>Notes parts.</summary>
    public void Note(TermParts parts) => _parts |= parts;

    /// <summary>The parts since it was last asked.</summary>
    public TermParts Take()
    {
        var parts = _parts;
        _parts = TermParts.None;
        return parts;
    }
}
