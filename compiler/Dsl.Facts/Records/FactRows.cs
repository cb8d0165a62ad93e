// The rows of one subject by their keys: which one a 事项行 of a record means.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;
using Dsl.Values.Text;

namespace Dsl.Facts.Records;

/// <summary>The rows of a subject.</summary>
/// <param name="Subject">The kind of subject.</param>
/// <param name="Details">One table per detail; null where it was not supplied.</param>
internal sealed record FactRows(IrSubject Subject, ImmutableArray<ImmutableArray<RowFacts>?> Details)
{
    /// <summary>
    /// The key as the detail writes it, or one that it almost is; null where the table was not supplied.
    /// </summary>
    public (string? Same, string? Near)? Find(IrDetail detail, string key) =>
        Identity.Same(key, PaymentRecord.CutRow) ? (PaymentRecord.CutRow, null)
        : Identity.Same(key, PaymentRecord.PartRow) ? (PaymentRecord.PartRow, null)
        : Details[detail.Ordinal] is { } rows ? Find(rows.Select(static row => row.Key).ToList(), key)
        : null;

    /// <summary>The same in any detail; null where one was not supplied.</summary>
    public (string? Same, string? Near)? Find(string key)
    {
        var (keys, isWhole) = (new List<string>(), true);
        foreach (var detail in Subject.Details.Where(static detail => !detail.IsBuiltIn))
        {
            keys.AddRange(Details[detail.Ordinal]?.Select(static row => row.Key) ?? []);
            isWhole &= Details[detail.Ordinal] is not null;
        }
        return Find(keys, key) is { Same: not null } found || isWhole ? Find(keys, key) : null;
    }

    private static (string? Same, string? Near) Find(List<string> keys, string key) =>
        Identity.Find(key, keys) is { } same ? (same, null) : (null, keys.Find(candidate => LookAlikes.AreNear(candidate, key)));
}
