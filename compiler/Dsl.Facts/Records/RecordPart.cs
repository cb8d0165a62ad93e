// 期次 of 兑现记录: which part of which award was paid, as 2023年度第1期.
using System.Globalization;
using System.Text.RegularExpressions;
using Dsl.Facts.Diagnostics;
using Dsl.Ir.Facts;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Facts.Records;

/// <summary>Reads parts.</summary>
public static partial class RecordPart
{
    /// <summary>The part; null (with a problem) where it is none of the clause.</summary>
    /// <param name="clause">The number of the clause.</param>
    /// <param name="count">How many parts its awards have; 0 where they are paid at once, and where that is not known.</param>
    /// <param name="written">The cell.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static PaymentPart? Read(string clause, int count, string written, List<(DataProblem Problem, string Column)> problems)
    {
        var part = TryParse(written);
        if (count == 0)
            problems.Add((RowDiagnostics.PartUseless.With(clause), RecordFields.Part));
        else if (part is not { } known || known.Number > count)
            problems.Add((RowDiagnostics.NoSuchPart.With(written.Trim(), clause, count), RecordFields.Part));
        else
            return known;
        return null;
    }

    /// <summary>The part that a text says; null where it says none.</summary>
    public static PaymentPart? TryParse(string written) =>
        Form().Match(Identity.Of(written)) is { Success: true } match
        && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new PaymentPart(year, number) : null;

    [GeneratedRegex("^([0-9]{4})年度?第([0-9]{1,3})期$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
