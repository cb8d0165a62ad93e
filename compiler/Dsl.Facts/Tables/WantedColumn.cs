// What is asked of a table: the columns of a kind of subject, a detail or a record.
using System.Collections.Immutable;
using Dsl.Ir.Schema;
using Dsl.Values.Types;

namespace Dsl.Facts.Tables;

/// <summary>A column that a table wants.</summary>
/// <param name="IsRequired">Whether a header without it stops the run.</param>
public sealed record WantedColumn(string Name, bool IsRequired = true)
{
    /// <summary>Whether its cells are read; a column may be wanted only so that the header is whole.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>Other accepted names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>What its cells are; null for texts of whatever kind.</summary>
    public DslType? Type { get; init; }

    /// <summary>Whether its cells say what or whose a row is: a total or a remark there makes the row no data.</summary>
    public bool IsLabel { get; init; }

    /// <summary>Whether its texts say who or what is meant, so that a digit or a zero more or less is another one.</summary>
    public bool IsIdentity => IsLabel && Type is (null or TextType or EnumType);

    /// <summary>Whether its cells name the row itself (the key of a subject), not whose it is.</summary>
    public bool NamesRow { get; init; }

    /// <summary>
    /// Whether a cell names something that may be called 小计 or 备注: where its row says whose it is, it is taken at its word.
    /// </summary>
    public bool IsAnyName { get; init; }

    /// <summary>Whether the type of a cell depends on its row, so that a unit in the header may be any.</summary>
    public bool HasAnyUnit { get; init; }

    /// <summary>The columns of fields, of which some are read.</summary>
    public static ImmutableArray<WantedColumn> Of(IEnumerable<IrField> fields, Func<IrField, bool> isRead, IrField? key) =>
        [.. fields.Select(field => new WantedColumn(field.Name) { IsRead = isRead(field), Type = field.Type, IsLabel = field == key })];

    /// <summary>The columns that a kind of subject wants. The key is read in any case.</summary>
    public static ImmutableArray<WantedColumn> OfSubject(IrSubject subject, Func<IrField, bool> isRead) =>
        [.. Of(subject.Fields, field => field == subject.Key || isRead(field), subject.Key)
            .Select(static column => column with { NamesRow = column.IsLabel })];

    /// <summary>The columns that a detail wants: the subject's key, then its own fields.</summary>
    public static ImmutableArray<WantedColumn> OfDetail(string keyColumn, ImmutableArray<string> aliases, IrDetail detail,
        Func<IrField, bool> isRead) =>
        [new(keyColumn) { Aliases = aliases, IsLabel = true }, .. Of(detail.Fields, isRead, detail.Key)];
}
