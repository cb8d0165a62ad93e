// Two results against each other: their totals are those of the summaries, who gains and who loses adds up to the difference.
using Dsl.Batch.Comparing;
using Dsl.Batch.Registries;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class ResultComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 各政策的合计与汇总相同_增减合起来是差额()
    {
        var whole = SampleRegistry.Run(new RegistrySource(SampleRegistry.Folder), _folder["全.csv"]);
        var part = SampleRegistry.Run(new RegistrySource(Half()), _folder["半.csv"]);
        var (found, finding) = ResultComparer.Compare(_folder["全.csv"], _folder["半.csv"], int.MaxValue, default);
        Assert.Null(finding);
        Assert.NotNull(found);
        Assert.Equal(whole.Result?.Summary.Total.Low, found.Old.Low);
        Assert.Equal(part.Result?.Summary.Total.Low, found.New.Low);
        var gains = found.Gainers.Concat(found.Losers).Aggregate(Rational.Zero, static (sum, subject) => sum + subject.Gain);
        Assert.Equal(found.New.Low - found.Old.Low, gains);
        Assert.Equal(found.New.Low - found.Old.Low,
            found.Clauses.Aggregate(Rational.Zero, static (sum, clause) => sum + clause.New.Low - clause.Old.Low));
        Assert.Equal(0, found.OnlyNew);
        Assert.True(found.OnlyOld > 0 && found.Subjects.Values.Sum() > 0);
        Assert.Equal((whole.Result?.Summary.Total.High, whole.Result?.Summary.Total.Unbounded), (found.Old.High, found.Old.Unbounded));
    }

    /// <summary>The sample with every second enterprise.</summary>
    private string Half()
    {
        foreach (var (name, rows) in SampleRegistry.Tables)
        {
            var kept = name == "企业" ? rows.Where(static (_, index) => index % 2 == 0) : rows;
            _folder.Write($"半/{name}.csv", string.Concat(kept.Select(static row => string.Join(',', row.Select(Cell)) + "\n")));
        }
        return _folder["半"];
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
