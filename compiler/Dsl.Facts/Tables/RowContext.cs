// What a row is in its whole table, for rows that are read without those before them: the parts of a snapshot.
namespace Dsl.Facts.Tables;

/// <summary>What stands before a row, as far as it decides how the row is read; and whose row it is.</summary>
[Flags]
public enum RowContext
{
    /// <summary>What stands before it is read before it.</summary>
    None = 0,

    /// <summary>It is known from the other members, whatever is read before it.</summary>
    Known = 1,

    /// <summary>Only the header, and rows that belong to it, stand right before it.</summary>
    BelowHeader = 2,

    /// <summary>Blank rows stand right before it.</summary>
    AfterGap = 4,

    /// <summary>
    /// It is said of another part, with the subject that its key looks like first. Here it only leaves in doubt what
    /// the subject that its key looks like has: nothing is reported of it, and nothing counted.
    /// </summary>
    Echo = 8,
}
