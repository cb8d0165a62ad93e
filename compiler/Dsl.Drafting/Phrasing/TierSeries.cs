// Sentences of an article that are steps of one figure (1000万元以上的奖励10万元；5000万元以上的奖励20万元): only the highest step is paid.
using System.Collections.Immutable;
using Dsl.Drafting.Blocks;

namespace Dsl.Drafting.Phrasing;

internal static class TierSeries
{
    /// <summary>The blocks, each step with the floor of the next as its end; steps that differ in more than the figure are noted.</summary>
    public static ImmutableArray<DraftBlock> Bounded(ImmutableArray<DraftBlock> blocks)
    {
        blocks = [.. blocks.Select(block => Above(block, blocks))];
        var bounded = blocks.ToBuilder();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Thresholds.Where(static own => own.IsFloor).ToList() is not { Count: > 0 } floors)
                continue;
            foreach (var floor in floors)
            {
                var higher = blocks.Where(other => other != blocks[i])
                    .Select(other => (Block: other, Floor: other.Thresholds.FirstOrDefault(above => above.IsFloor
                        && IsSame(above.Fact, floor.Fact))))
                    .Where(pair => pair.Floor is not null
                        && pair.Floor.Value > floor.Value).OrderBy(static pair => pair.Floor?.Value).FirstOrDefault();
                if (higher.Floor is not { } next || HasEnd(blocks[i], floor))
                    continue;
                bounded[i] = next.Fact.Name == floor.Fact.Name && blocks[i].Lines.Any(line => line.Content == floor.Expression)
                    && IsStep(blocks[i], higher.Block, floor.Fact.Name)
                    ? WithEnd(bounded[i], floor, next)
                    : bounded[i] with { Notes =
                        [.. bounded[i].Notes,
                            $"「{floor.Fact.Name}」在同一条里还有 {next.Written} 一档：够得上那一档的还给不给这一档，请核对"] };
            }
        }
        return bounded.ToImmutable();
    }

    /// <summary>100—500亩（含500亩） and 500亩以上: what the lower step includes, the upper one does not.</summary>
    private static DraftBlock Above(DraftBlock block, ImmutableArray<DraftBlock> blocks)
    {
        foreach (var floor in block.Thresholds.Where(static own => own.Comparison == "达到"))
        {
            if (!blocks.Any(other => other != block && other.Thresholds.Any(end => end.Comparison == "不超过" && end.Value == floor.Value
                && IsSame(end.Fact, floor.Fact))))
                continue;
            var above = floor with { Comparison = "超过" };
            block = block with
            {
                Thresholds = block.Thresholds.Replace(floor, above),
                Lines = [.. block.Lines.Select(line => line.Content == floor.Expression ? line with { Content = above.Expression } : line)],
            };
        }
        return block;
    }

    /// <summary>Whether two facts measure the same: 年进出口额 and 跨境电商年进出口额.</summary>
    private static bool IsSame(Fact one, Fact other) =>
        one.Type == other.Type
        && (one.Name.EndsWith(other.Name, StringComparison.Ordinal) || other.Name.EndsWith(one.Name, StringComparison.Ordinal));

    private static bool HasEnd(DraftBlock block, DraftThreshold floor) =>
        block.Thresholds.Any(other => !other.IsFloor && other.Fact.Name == floor.Fact.Name);

    /// <summary>Whether two blocks differ in the figure and the amount only.</summary>
    private static bool IsStep(DraftBlock lower, DraftBlock upper, string fact) =>
        lower.Rows == upper.Rows && Others(lower, fact).SequenceEqual(Others(upper, fact), StringComparer.Ordinal);

    private static IEnumerable<string> Others(DraftBlock block, string fact) =>
        block.Lines.Where(line => line.Keyword is "条件" or "排除" && !line.Content.StartsWith(fact + " ", StringComparison.Ordinal))
            .Select(static line => line.Content).Order(StringComparer.Ordinal);

    private static DraftBlock WithEnd(DraftBlock block, DraftThreshold floor, DraftThreshold next)
    {
        var at = block.Lines.Select((line, index) => (line, index)).First(pair => pair.line.Content == floor.Expression).index;
        return block with
        {
            Further = next.Text.Length == 0 ? block.Further : block.Further.Add(next.Text),
            Lines = block.Lines.Insert(at + 1, new("条件", $"{floor.Fact.Name} {next.Complement} {next.Written}")),
        };
    }
}
