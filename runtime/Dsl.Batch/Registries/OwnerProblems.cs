// Why a row belongs to no subject that was read: no such key, a rejected subject, or a key that only looks like one.
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Batch.Registries;

/// <summary>Makes the problems of rows whose subject was not read.</summary>
internal static class OwnerProblems
{
    /// <summary>The problem of a row.</summary>
    /// <param name="state">What became of the subject.</param>
    /// <param name="key">The key as the row writes it.</param>
    /// <param name="subject">What messages call a subject.</param>
    /// <param name="like">A subject whose key looks the same; null for none.</param>
    /// <param name="consequence">What that means for it.</param>
    /// <param name="isCreditCode">Whether keys are 统一社会信用代码.</param>
    public static DataProblem Of(OwnerState state, string key, string subject, string? like, string consequence, bool isCreditCode)
    {
        if (state == OwnerState.Rejected)
            return RowDiagnostics.OwnerRejected.With(key, subject);
        if (like is null && isCreditCode && ValueReader.CheckCreditCode(key) is { } problem)
            return problem;
        return like is null
            ? RowDiagnostics.NoOwner.With(key, subject)
            : RowDiagnostics.LooksLikeOwner.With(key, subject, like, Difference(key, like), consequence);
    }

    /// <summary>Whether a row that cannot be used does not say whose it is: 9.15E+17 is the lost key of an unknown subject.</summary>
    /// <param name="row">The row.</param>
    /// <param name="owner">The number of its key; -1 where it has none.</param>
    public static bool IsOwnerless(TableRow row, int owner) =>
        !row.IsEcho && (owner < 0 || row.CellProblem(0) is not null || RowWords.IsNoKey(row.Trimmed(0)));

    /// <summary>The first character that differs, by its code point, since both may look the same.</summary>
    private static string Difference(string key, string like)
    {
        foreach (var character in key)
        {
            if (character > 0x7F && char.IsLetter(character) && !like.Contains(character, StringComparison.Ordinal))
                return OwnerPhrases.OtherCharacter.With(character, CharacterFacts.CodePoint(character));
        }
        if (key.Length == like.Length && CreditCode.IsValid(Identity.Of(like)) && !CreditCode.IsValid(Identity.Of(key)))
            return OwnerPhrases.WrongCheck.With();
        return Identity.InvisibleIn(key) is { } invisible ? OwnerPhrases.InvisibleCharacter.With(invisible) : "";
    }
}
