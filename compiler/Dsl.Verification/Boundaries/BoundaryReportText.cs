// Boundaries for officers: what is missing as 算例 to check and paste, then the figures.
using System.Globalization;
using System.Text;
using Dsl.Ir.Nodes;
using Dsl.Values.Quantities;
using Dsl.Verification.Examples;

namespace Dsl.Verification.Boundaries;

/// <summary>Writes boundaries.</summary>
public static class BoundaryReportText
{
    /// <summary>One paragraph per boundary.</summary>
    public static string Write(IrProgram program, IReadOnlyCollection<Boundary> boundaries)
    {
        var text = new StringBuilder();
        foreach (var boundary in boundaries)
        {
            Line($"{boundary.Origin.Path}:{boundary.Origin.Line}  条款 {boundary.Clause.Number}  {boundary.Origin.Text}");
            foreach (var proposal in boundary.Proposals)
            {
                var value = QuantityFormat.Display(proposal.Value, proposal.Field.Type);
                Line($"  {Word(proposal.Side)}：{proposal.Field.Name} = {value}，得 "
                    + $"{proposal.Result.Got}{(boundary.Sides.Contains(proposal.Side) ? "（已有算例）" : "（没有算例）")}");
            }
            if (boundary.Proposals.IsEmpty)
                Line("  没有算例用到它，或者造不出两边的情形；请写一个算例，把它用到的事实都写上。");
            foreach (var proposal in boundary.Missing)
                Line("\n" + Example(program, boundary, proposal).TrimEnd());
            Line("");
        }
        var sides = boundaries.Sum(static boundary => boundary.Proposals.Length);
        var missing = boundaries.Sum(static boundary => boundary.Missing.Count());
        Line($"界限 {boundaries.Count} 处，可以检验的情形 {sides} 种，已有算例 {sides - missing} 种，没有 {missing} 种。"
            + $"核对金额以后，把没有的贴进政策文件。");
        return text.ToString();

        void Line(string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");
    }

    /// <summary>The 算例 of a proposal.</summary>
    public static string Example(IrProgram program, Boundary boundary, BoundaryProposal proposal) =>
        ExampleText.Write(program, proposal.Result, $"{Word(proposal.Side)}界限 {boundary.Origin.Text}");

    private static string Word(BoundarySide side) => side switch
    {
        BoundarySide.Below => "略低于",
        BoundarySide.At => "恰好在",
        _ => "略高于",
    };
}
