// Which outcomes of targets and of their parts the examples reach.
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;

namespace Dsl.Verification.Examples;

/// <summary>Collects the results of examples of targets.</summary>
internal sealed class TargetCoverage
{
    private readonly HashSet<(IrTarget Target, string? Part, string Outcome)> _reached = [];

    /// <summary>Adds an example. A part counts only where the example says what is expected of it.</summary>
    public void Add(TargetResult result, IrExample example)
    {
        Add(result.Target, null, result.Figure);
        foreach (var part in result.Parts.Where(part => example.ExpectedParts.Any(expected => expected.Part == part.Text)))
            Add(result.Target, part.Text, part);
    }

    /// <summary>The outcomes of a target and its parts, each with whether an example reaches it.</summary>
    public IEnumerable<CoverageItem> Items(IrPolicy policy, IrTarget target)
    {
        foreach (var outcome in Outcomes(target))
            yield return new(policy, target.LegalBasis, CoverageKind.Target, $"{target.LegalBasis.Title} {outcome}",
                target.LegalBasis.Origin.Line, _reached.Contains((target, null, outcome)));
        foreach (var part in target.Parts)
        {
            foreach (var outcome in new[] { Met, NotMet, Exactly })
                yield return new(policy, target.LegalBasis, CoverageKind.Part, $"{part.Text} {outcome}", part.Value.Origin.Line,
                    _reached.Contains((target, part.Text, outcome)));
        }
    }

    private const string Met = "达成";
    private const string NotMet = "没有达到";
    private const string Exactly = "恰好是这个数";
    private const string Before = "期限以前";
    private const string After = "期限以后";

    private static string[] Outcomes(IrTarget target) =>
        target.Deadline is null ? [Met, NotMet, Exactly] : [Met, NotMet, Exactly, Before, After];

    private void Add(IrTarget target, string? part, TargetFigure figure)
    {
        if (figure.Status == TargetStatus.Reached)
            _reached.Add((target, part, Met));
        if (figure.Status is TargetStatus.InProgress or TargetStatus.Missed)
            _reached.Add((target, part, NotMet));
        if (figure.Indicator.IsPoint && figure.Indicator == figure.Goal)
            _reached.Add((target, part, Exactly));
        // Whether the deadline has passed shows only where the figure is not met.
        if (figure.Status is TargetStatus.InProgress or TargetStatus.Missed)
            _reached.Add((target, part, figure.Status == TargetStatus.InProgress ? Before : After));
    }
}
