// A registry that is computed and published year after year.
using Dsl.Batch.Publishing;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

/// <summary>Policies in p/, tables in in/, the result in out.csv.</summary>
public abstract class PublishedYears : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected string Batch(int year, string engine)
    {
        var policies = PolicyLoader.Load([Folder["p"]]);
        Assert.DoesNotContain(policies.Diagnostics, static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
        var options =
            new BatchOptions(new RegistrySource(Folder["in"]), Folder["out.csv"], new EvaluationContext(new DateOnly(year, 6, 30), year))
            {
                Engine = engine
            };
        Assert.NotNull(BatchRunner.Run(policies, options, null, CancellationToken.None).Result);
        return Folder.Read("out.csv");
    }

    private protected PublishReport Publish()
    {
        var outcome = Publisher.Run(new PublishOptions(Folder["out.csv"], Folder["in/兑现记录.csv"]), CancellationToken.None);
        Assert.True(outcome.Report is not null, string.Join("\n", outcome.Findings));
        return outcome.Report ?? throw new InvalidOperationException();
    }

    private protected string Lines(string file, int subject) =>
        string.Join('\n', Folder.Read(file).Split('\n').Where(line => line.StartsWith($"S{subject},", StringComparison.Ordinal)));
}
