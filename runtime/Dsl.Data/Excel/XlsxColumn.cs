// The columns of a sheet that is written.
namespace Dsl.Data.Excel;

/// <summary>What the cells of a column hold.</summary>
public enum XlsxContent
{
    /// <summary>Text, also where it looks like a number.</summary>
    Text,

    /// <summary>Amounts in yuan, as decimal text with two decimals.</summary>
    Amount,
}

/// <summary>A column of a sheet that is written.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Content">What its cells hold.</param>
/// <param name="IsToFill">Whether people fill it in: highlighted and not locked, amounts at least 0.</param>
public sealed record XlsxColumn(string Name, XlsxContent Content, bool IsToFill = false);
