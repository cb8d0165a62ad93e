// What a subject gets under 名额 and 总额, and what is said of it.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Places;

/// <summary>Whether a subject is among those who get the award.</summary>
public enum PlaceOutcome
{
    /// <summary>In every case.</summary>
    Within,

    /// <summary>In no case.</summary>
    Beyond,

    /// <summary>In some cases: it ties at the line, or a score, a claim or an amount is not known.</summary>
    Open,
}

/// <summary>The positions that a subject may have, from 1. Subjects that tie may have any of theirs.</summary>
/// <param name="First">The best.</param>
/// <param name="Last">The worst.</param>
public readonly record struct PlaceRange(int First, int Last);

/// <summary>A settled claim.</summary>
/// <param name="Outcome">Whether it is given.</param>
/// <param name="Amount">What is given, in yuan and whole fen; [0, 0] beyond the line.</param>
public sealed record SettledPlace(PlaceOutcome Outcome, Bounds Amount)
{
    /// <summary>What was claimed.</summary>
    public required Bounds Claimed { get; init; }

    /// <summary>By 名额; null where the clause has none, or a place of an earlier year is held.</summary>
    public PlaceRange? Position { get; init; }

    /// <summary>By the order of 总额; null where it has none.</summary>
    public PlaceRange? Turn { get; init; }

    /// <summary>Whether it holds a place of an earlier year.</summary>
    public bool HoldsPlace { get; init; }

    /// <summary>Whether 名额 itself left it out, or open.</summary>
    public PlaceOutcome OfQuota { get; init; }

    /// <summary>What all together have in common.</summary>
    public required PlaceFigures Figures { get; init; }
}

/// <summary>Figures of a clause over all claims.</summary>
/// <param name="Terms">What there is to give.</param>
/// <param name="Claims">How many claim, or may claim.</param>
/// <param name="Holders">How many hold places of earlier years.</param>
/// <param name="Asked">The sum of the claims within 名额, in yuan; without an upper end where one is 不封顶.</param>
public sealed record PlaceFigures(PlaceTerms Terms, int Claims, int Holders, Bounds Asked);
