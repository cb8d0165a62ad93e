// Publishing a result: what it makes due is appended to 兑现记录, less what is recorded for the year already.
using System.Collections.Immutable;
using Dsl.Library.Text;
using Dsl.Library.Values;
using Dsl.Runtime.Data;
using Dsl.Runtime.Data.Csv;
using Dsl.Runtime.Loading;
using Dsl.Runtime.Results;

namespace Dsl.Runtime.Publishing;

/// <summary>What is to be published where.</summary>
/// <param name="Result">A batch result in the long form; its manifest stands beside it.</param>
/// <param name="History">兑现记录; made where it is not there.</param>
public sealed record PublishOptions(string Result, string History)
{
    /// <summary>Whether records of the year of subjects that are not in the result are taken back; else they are only reported.</summary>
    public bool WithdrawMissing { get; init; }

    /// <summary>文号 of documents that were not evaluated, of which records of the history may be, beside those that the manifest names.</summary>
    public ImmutableArray<string> OtherDocuments { get; init; } = [];
}

/// <summary>What was published.</summary>
/// <param name="Year">年度.</param>
/// <param name="Appended">The records that were appended, in the order of the result; then what was taken back.</param>
/// <param name="MissingCount">Records of the year (net, per 事项行) of subjects that are not in the result, left as they are.</param>
/// <param name="MissingSum">Their sum in yuan.</param>
public sealed record PublishReport(int Year, ImmutableArray<Payment> Appended, long MissingCount, Rational MissingSum);

/// <summary>What publishing came to.</summary>
/// <param name="Findings">Findings; with an error among them nothing was appended.</param>
/// <param name="Report">What was appended; null where publishing stopped.</param>
public sealed record PublishOutcome(ImmutableArray<DataFinding> Findings, PublishReport? Report);

/// <summary>Publishes results.</summary>
public static class Publisher
{
    /// <summary>Appends what a result makes due; publishing the same result again appends nothing.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the history is as it was.</exception>
    public static PublishOutcome Run(PublishOptions options, CancellationToken cancellation)
    {
        static PublishOutcome Stop(params ReadOnlySpan<DataFinding?> findings) => new([.. findings.ToArray().OfType<DataFinding>()], null);
        var (file, unreadable) = CsvSource.Inspect(options.Result);
        if (file is null)
            return Stop(unreadable);
        var (manifest, noManifest) = PublishedManifest.Read(options.Result);
        if (manifest is null)
            return Stop(noManifest);
        manifest = manifest with { OtherDocuments = manifest.OtherDocuments.AddRange(options.OtherDocuments) };
        if (manifest.OutputHash != file.Input.Sha256)
            return Stop(PublishRules.ResultChanged.With().At(new(file.Shown)));
        var (keyHeader, notLong) = PublishedResult.Inspect(file);
        if (keyHeader is null)
            return Stop(notLong);
        if (options.WithdrawMissing && manifest.RejectedRows > 0)
            return Stop(PublishRules.CannotWithdraw.With(manifest.RejectedRows).At(new(file.Shown)));
        var (history, findings) = PaymentHistory.Read(options.History, manifest, keyHeader);
        if (history is null)
            return new([.. findings], null);
        if (history.EarlierCount > 0 && !manifest.InputNames.Contains(Path.GetFileName(options.History)))
            return Stop(PublishRules.HistoryNotRead.With(manifest.Year, Path.GetFileName(options.History)).At(new(PathText.Shown(options.History))));
        try
        {
            var report = Differences(file, manifest, history, options.WithdrawMissing, cancellation);
            if (!report.Appended.IsEmpty)
                history.Append(report.Appended);
            return new([.. findings], report);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Stop(FileRules.CannotWrite.With(PathText.Shown(options.History), FileFailure.Words(error)).At(new(PathText.Shown(options.History))));
        }
    }

    private static PublishReport Differences(CsvSource file, PublishedManifest manifest, PaymentHistory history, bool withdrawMissing, CancellationToken cancellation)
    {
        var appended = ImmutableArray.CreateBuilder<Payment>();
        var present = new HashSet<string>(Identity.Comparer);
        var nothing = new Dictionary<string, Rational>();
        foreach (var clause in PublishedResult.Read(file))
        {
            cancellation.ThrowIfCancellationRequested();
            // What was paid to him under a 文号 that nobody knows may be this very money.
            if (history.Unattributed.Contains(clause.Key))
                continue;
            present.Add(clause.Key);
            var recorded = history.OfYear.GetValueOrDefault(PaymentHistory.Place(clause.Key, clause.PolicyNumber, clause.ClauseNumber));
            if (recorded is not null)
            {
                recorded.IsSettled = true;
                recorded.WriteAs(clause.Lines.Select(static line => line.RowKey).Append(ResultLines.CutRow));
            }
            foreach (var (rowKey, amount) in PaymentDifference.Of(clause, recorded is null ? nothing : recorded.Net))
                appended.Add(new(clause.Key, clause.PolicyNumber, clause.ClauseNumber, rowKey, manifest.Year, amount));
        }
        var (missingCount, missingSum) = (0L, Rational.Zero);
        // The result lists no clause that is 不符合: what is recorded under such a clause of a subject that was evaluated is taken back.
        foreach (var (place, recorded) in history.OfYear.Where(entry => !entry.Value.IsSettled && !history.Unattributed.Contains(entry.Value.Key))
            .OrderBy(static entry => entry.Key.Key, StringComparer.Ordinal).ThenBy(static entry => entry.Key.Policy, StringComparer.Ordinal).ThenBy(static entry => entry.Key.Clause, StringComparer.Ordinal))
        {
            foreach (var (rowKey, amount) in recorded.Net.Where(static row => !row.Value.IsZero))
            {
                if (withdrawMissing || present.Contains(place.Key))
                    appended.Add(new(recorded.Key, recorded.PolicyNumber, recorded.ClauseNumber, rowKey, manifest.Year, -amount));
                else
                    (missingCount, missingSum) = (missingCount + 1, missingSum + amount);
            }
        }
        return new(manifest.Year, appended.ToImmutable(), missingCount, missingSum);
    }
}
