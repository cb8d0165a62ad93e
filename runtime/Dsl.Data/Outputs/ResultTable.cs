// The forms of results that are tables: columns, and rows of cells, whatever they are written into.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;

namespace Dsl.Data.Outputs;

/// <summary>What the cells of a column of results hold, written as text; an empty cell is missing.</summary>
public enum ResultCell
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Yuan with two decimals, such as 600000.00 or -0.01.</summary>
    Amount,

    /// <summary>A whole number of at least 0.</summary>
    Count,

    /// <summary>是 or 否.</summary>
    Truth,
}

/// <summary>A column of results.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Cell">What its cells hold.</param>
public sealed record ResultColumn(string Name, ResultCell Cell);

/// <summary>Where an amount with many digits stands.</summary>
/// <param name="Key">The first cell of its row.</param>
/// <param name="Row">Which row of the result, from 1.</param>
/// <param name="Column">Its column.</param>
/// <param name="Digits">How many digits it has.</param>
internal readonly record struct LongAmount(string Key, long Row, int Column, int Digits);

/// <summary>Turns results into rows. Holds no state: safe on several threads.</summary>
public abstract class ResultTable(IrProgram program)
{
    /// <summary>Digits of an amount after the point.</summary>
    public const byte FenDigits = 2;

    public abstract ImmutableArray<ResultColumn> Columns { get; }

    /// <summary>How many digits an amount has, the two after the point included; 0 where there is none.</summary>
    /// <param name="amount">Its cell.</param>
    public static int DigitsOf(string amount) => amount.Length == 0 ? 0 : amount.Length - (amount[0] == '-' ? 2 : 1);

    /// <summary>The finding about an amount of a row that has too many digits; null where all are well.</summary>
    /// <param name="row">The row; its first cell is the key.</param>
    /// <param name="number">Which row of the result, from 1.</param>
    /// <param name="mostDigits">How many digits an amount may have.</param>
    /// <param name="kind">What cannot hold more.</param>
    /// <param name="shown">The output, as messages show it.</param>
    public DataFinding? Unwritable(string[] row, long number, int mostDigits, string kind, string shown)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (Columns[i].Cell == ResultCell.Amount && DigitsOf(row[i]) is var digits && digits > mostDigits)
                return Unwritable(new(row[0], number, i, digits), mostDigits, kind, shown);
        }
        return null;
    }

    /// <summary>The finding about an amount that has too many digits.</summary>
    internal DataFinding Unwritable(LongAmount amount, int mostDigits, string kind, string shown) =>
        ResultDiagnostics.TooLargeAmount.With(amount.Row, amount.Key, Columns[amount.Column].Name, amount.Digits - FenDigits, kind,
            mostDigits - FenDigits)
            .At(new(shown));

    /// <summary>Writes the rows of some subjects.</summary>
    public virtual void Write(ResultBatch results, CellWriter writer)
    {
        for (var i = 0; i < results.Facts.Length; i++)
        {
            foreach (var row in Rows(results.Facts[i], results.ResultOf(i)))
                writer.Add(row);
        }
    }

    /// <summary>The rows of one subject, one cell per column.</summary>
    public abstract IEnumerable<string[]> Rows(SubjectFacts facts, SubjectResult result);

    protected static IEnumerable<ResultColumn> Texts(params IEnumerable<string> names) =>
        names.Select(static name => new ResultColumn(name, ResultCell.Text));

    protected static IEnumerable<ResultColumn> Amounts(IEnumerable<string> names) =>
        names.Select(static name => new ResultColumn(name, ResultCell.Amount));

    /// <summary>The paying levels: 市级 and 区级 first, then others in the order of the clauses.</summary>
    protected string[] Levels { get; } =
    [
        .. program.Policies.SelectMany(static policy => policy.Clauses).SelectMany(static clause => clause.Shares)
            .Select(static share => share.Level)
            .Where(static level => level.Length > 0).Prepend("区级").Prepend("市级").Distinct(),
    ];

    /// <summary>The header of the key column: the key of the only kind of subject, else of 企业 or the first kind.</summary>
    protected string KeyHeader { get; } =
        (program.Schema.FindSubject("企业") ?? program.Schema.Subjects.FirstOrDefault())?.Key.Name ?? "主键";

    /// <summary>The remark that rows of a subject's details were rejected; empty where all were read.</summary>
    public static string DamagedDetails(SubjectFacts facts) =>
        facts.DamagedDetails.IsEmpty ? "" : $"{string.Join('、', facts.DamagedDetails)}有未能读入的行";
}
