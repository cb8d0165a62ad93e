// Publishing a result: what it makes due is appended to 兑现记录, less what is recorded for the year already.
using System.Collections.Immutable;
using Dsl.Data.Csv;
using Dsl.Data.Outputs;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;

namespace Dsl.Batch.Publishing;

/// <summary>What is to be published where.</summary>
/// <param name="Result">A batch result in the long form; its manifest stands beside it.</param>
/// <param name="History">兑现记录; made where it is not there.</param>
public sealed record PublishOptions(string Result, string History)
{
    /// <summary>Whether records of the year of subjects that are not in the result are taken back; else they are only reported.</summary>
    public bool WithdrawMissing { get; init; }

    /// <summary>Whether the history is to be made although it looks as if there were one under another name.</summary>
    public bool NewHistory { get; init; }

    /// <summary>How long to wait for another publication into the same history.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// 文号 of documents that were not evaluated, of which records of the history may be, beside those that the manifest names.
    /// </summary>
    public ImmutableArray<string> OtherDocuments { get; init; } = [];
}

/// <summary>What was published.</summary>
/// <param name="Year">年度.</param>
/// <param name="Appended">The records that were appended, in the order of the result; then what was taken back.</param>
/// <param name="MissingCount">Records of the year (net, per 事项行) of subjects that are not in the result, left as they are.</param>
/// <param name="MissingSum">Their sum in yuan.</param>
public sealed record PublishReport(int Year, ImmutableArray<Payment> Appended, long MissingCount, Rational MissingSum)
{
    /// <summary>Whether the history was made.</summary>
    public bool IsNew { get; init; }
}

/// <summary>The outcome of publishing.</summary>
/// <param name="Findings">Findings; with an error among them nothing was appended.</param>
/// <param name="Report">What was appended; null where publishing stopped.</param>
public sealed record PublishOutcome(ImmutableArray<DataFinding> Findings, PublishReport? Report);

/// <summary>Publishes results.</summary>
public static class Publisher
{
    /// <summary>Appends what a result makes due; publishing the same result again appends nothing.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the history is as it was.</exception>
    public static PublishOutcome Run(PublishOptions options, CancellationToken cancellation) => Run(options, isPlan: false, cancellation);

    /// <summary>What publishing would append, by the same rules; nothing is written.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PublishOutcome Plan(PublishOptions options, CancellationToken cancellation) => Run(options, isPlan: true, cancellation);

    private static PublishOutcome Run(PublishOptions options, bool isPlan, CancellationToken cancellation)
    {
        var publication = new Publication(options, isPlan, cancellation);
        try
        {
            var report = publication.Run();
            return new([.. publication.Findings], report);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var shown = PathText.Shown(options.History);
            return new([.. publication.Findings, FileDiagnostics.CannotWrite.With(shown, FileFailure.Words(error)).At(new(shown))], null);
        }
    }
}

/// <summary>The steps of one publication.</summary>
/// <param name="isPlan">Whether it ends before anything is written: whoever asks keeps the history elsewhere.</param>
internal sealed class Publication(PublishOptions options, bool isPlan, CancellationToken cancellation)
{
    /// <summary>What was found on the way.</summary>
    public List<DataFinding> Findings { get; } = [];

    /// <summary>Publishes; null where a finding says why not.</summary>
    public PublishReport? Run()
    {
        // A run that was killed while its files got their names left some new and some old.
        Remainders.Clean(OutputPath.Resolve(options.Result).Final);
        var (file, unreadable) = CsvSource.Inspect(options.Result);
        if (file is null)
            return Stop(unreadable);
        var (manifest, noManifest) = PublishedManifest.Read(options.Result);
        if (manifest is null)
            return Stop(noManifest);
        manifest = manifest with { OtherDocuments = manifest.OtherDocuments.AddRange(options.OtherDocuments) };
        if (manifest.OutputHash != file.Input.Sha256)
            return Stop(PublishDiagnostics.ResultChanged.With().At(new(file.Shown)));
        var (keyHeader, notLong) = PublishedResult.Inspect(file);
        if (keyHeader is null)
            return Stop(notLong);
        if (options.WithdrawMissing && manifest.RejectedRows > 0)
            return Stop(PublishDiagnostics.CannotWithdraw.With(manifest.RejectedRows).At(new(file.Shown)));
        var (place, refused) = HistoryFile.Locate(options.History);
        if (place is null)
            return Stop(refused);
        if (isPlan)
            return Append(file, manifest, keyHeader, place);
        // From here until it is written no other publication reads the history in order to write it.
        using var held = HistoryLock.Take(place.Path, options.Patience, cancellation);
        if (held is null)
            return Stop(PublishDiagnostics.HistoryBusy.With(place.Shown, (int)options.Patience.TotalSeconds).At(new(place.Shown)));
        place.CleanUp();
        return Append(file, manifest, keyHeader, place);
    }

    private PublishReport? Append(CsvSource file, PublishedManifest manifest, string keyHeader, HistoryFile place)
    {
        var check = new HistoryCheck(manifest, place, keyHeader);
        if (IsRefused(check.PlaceProblem(options.NewHistory)))
            return null;
        var (history, findings) = PaymentHistory.Read(place, manifest, keyHeader);
        Findings.AddRange(findings);
        if (history is null)
            return null;
        var differences = new Differences(file, manifest, history, cancellation);
        var report = differences.Report(options.WithdrawMissing) with { IsNew = history.IsNew };
        // What stands there already does no harm, whatever it was computed from.
        if (report.Appended.IsEmpty)
            return report;
        if (IsRefused(check.ContentProblem(history, differences, options.WithdrawMissing)) || IsRefused(check.ApprovalsProblem())
            || IsRefused(check.LaterYearsProblem(report.Appended, history)))
            return null;
        // Whoever only plans keeps the records in a form of its own.
        if (!isPlan && history.ColumnProblem(report.Appended) is { } lacking)
            return Stop(lacking.At(new(place.Shown)));
        // Another batch may have put another result in its place while it was read.
        if (CsvSource.Inspect(options.Result).File?.Input.Sha256 != manifest.OutputHash)
            return Stop(PublishDiagnostics.ResultChanged.With().At(new(file.Shown)));
        cancellation.ThrowIfCancellationRequested();
        return isPlan ? report : history.Append(report.Appended) is { } problem ? Stop(problem.At(new(place.Shown))) : report;
    }

    private bool IsRefused(DataFinding? finding)
    {
        if (finding is not null)
            Findings.Add(finding);
        return finding is { Severity: Severity.Error };
    }

    private PublishReport? Stop(DataFinding? finding)
    {
        if (finding is not null)
            Findings.Add(finding);
        return null;
    }
}
