// Whether a result may be published into a history: what it was computed from is what stands there now.
using System.Collections.Immutable;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Data;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;
using Dsl.Values.Text;

namespace Dsl.Batch.Publishing;

/// <summary>Compares a manifest with the world as it is now.</summary>
/// <param name="manifest">What the result was computed from.</param>
/// <param name="file">The history.</param>
/// <param name="keyHeader">What the result calls the keys of subjects.</param>
internal sealed class HistoryCheck(PublishedManifest manifest, HistoryFile file, string keyHeader)
{
    private readonly DataPlace _place = new(file.Shown);

    /// <summary>Why the path is hardly the history that is meant; a warning where it may be. Null where all is well.</summary>
    /// <param name="mayBeNew">Whether the user says that there is none yet.</param>
    public DataFinding? PlaceProblem(bool mayBeNew)
    {
        var computed = manifest.Payments?.File;
        if (file.Exists)
            return computed is not null && File.Exists(manifest.Locate(computed)) && !IsSameFile(manifest.Locate(computed))
                ? PublishDiagnostics.OtherHistory.With(computed, file.Shown).At(_place)
                : null;
        if (mayBeNew)
            return null;
        return (computed is not null ? PublishDiagnostics.NoSuchHistory.With(file.Shown, computed)
            : Alike() is { } other ? PublishDiagnostics.HistoryBeside.With(file.Shown, other)
            : IsMistyped() ? PublishDiagnostics.HistoryMistyped.With(file.Shown, BuiltInTables.Payments)
            : null)?.At(_place);
    }

    /// <summary>Why the result is not of the records as they are now; null where it is.</summary>
    /// <param name="history">The records.</param>
    /// <param name="differences">What the result says. Where that of its own subjects stands in the records already,
    /// only others are concerned.</param>
    /// <param name="withdrawMissing">Whether others are concerned: what they got is taken back.</param>
    public DataFinding? ContentProblem(PaymentHistory history, Differences differences, bool withdrawMissing)
    {
        if (manifest.Payments is null && Appeared(BuiltInTables.Payments) is { } appeared && !IsSameFile(appeared.Path)
            && PrintsOf(appeared.Source) is { Count: > 0 } elsewhere)
            return PublishDiagnostics.HistoryNotRead.With(elsewhere.Count, PathText.Shown(appeared.Path), manifest.Year).At(_place);
        var (now, then) = (history.Prints, manifest.Payments?.Prints ?? RecordPrints.None);
        if (now.OfOtherYears == then.OfOtherYears && (differences.IsSettled || now.OfYear == then.OfYear))
            return null;
        // What was appended of this year for subjects of whom the result does not speak (another district,
        // published meanwhile) changes nothing of it.
        if (!withdrawMissing && now.OfOtherYears == then.OfOtherYears && history.Added is { } added && AreApart(added, differences.Listed))
            return null;
        if (manifest.Payments is null)
            return PublishDiagnostics.HistoryNotRead.With(now.Count, Path.GetFileName(file.Given), manifest.Year).At(_place);
        var changed = now.OfOtherYears == then.OfOtherYears ? PublishDiagnostics.YearChanged
            : now.OfYear == then.OfYear ? PublishDiagnostics.OtherYearsChanged
            : PublishDiagnostics.HistoryChanged;
        return changed.With(then.Count, now.Count, file.Shown, manifest.Year).At(_place);
    }

    /// <summary>Whether 核定 are still those that the result was computed from; a warning where they cannot be read any more.</summary>
    public DataFinding? ApprovalsProblem()
    {
        if (manifest.Approvals is not { } read)
            return Appeared(BuiltInTables.Approvals) is { } appeared
                && PrintsOf(appeared.Source, decidedOnly: true) is { OfYear.Count: > 0 }
                ? PublishDiagnostics.ApprovalsChanged.With(PathText.Shown(appeared.Path), manifest.Year)
                    .At(new(PathText.Shown(appeared.Path)))
                : null;
        var place = new DataPlace(read.File);
        var path = manifest.Locate(read.File);
        if (TableSources.FormatOf(path) is null || TableSources.Open(path).Source is not { } source)
            return PublishDiagnostics.ApprovalsUnread.With(read.File).At(place);
        // The same bytes say the same, also where a mapping was needed to read them.
        if (manifest.Inputs.Any(input => input.Path == read.File && IsKnown(source) && input.Sha256 == source.Input.Sha256))
            return null;
        return PrintsOf(source) is { } now && now == read.Prints
            ? null
            : PublishDiagnostics.ApprovalsChanged.With(read.File, manifest.Year).At(place);
    }

    /// <summary>Payments for which a later year left no room, or on which a later year built; null where there are none.</summary>
    public DataFinding? LaterYearsProblem(ImmutableArray<Payment> appended, PaymentHistory history)
    {
        foreach (var payment in appended.Where(static payment => payment.Part.Length == 0))
        {
            if (history.ReaderPaidAfter(payment) is var (clause, year))
                return PublishDiagnostics.ReadLater.With(payment.Key, payment.ClauseNumber, year, payment.Year, clause).At(_place);
        }
        foreach (var payment in appended.Where(static payment => payment.Amount.Sign > 0))
        {
            if (history.PartPaidAfter(payment) is { } year)
                return PublishDiagnostics.PartPaidLater
                    .With(payment.Key, payment.ClauseNumber, year, payment.Year, payment.Part).At(_place);
        }
        (Payment Payment, int Year, LimitedClause Limit)? first = null;
        var count = 0;
        foreach (var payment in appended.Where(static payment => payment.Amount.Sign > 0 && payment.Part.Length == 0))
        {
            var (key, policy, clause) = PaymentHistory.Place(payment.Key, payment.PolicyNumber, payment.ClauseNumber);
            if (manifest.LimitOf(policy, clause) is not { IsLimit: true } limit)
                continue;
            var years = history.OtherYearsOf(payment).ToList();
            var isPaid = history.OfYear.TryGetValue((key, policy, clause), out var recorded)
                && recorded.Net.GetValueOrDefault(payment.RowKey).Sign > 0;
            if (!years.Exists(year => year > payment.Year) || (limit.Years is { } most && (isPaid || years.Count < most)))
                continue;
            first ??= (payment, years.Max(), limit);
            count++;
        }
        return first is not { } found ? null
            : PublishDiagnostics.PaidLater
                .With(found.Payment.Key, found.Payment.ClauseNumber, found.Year, found.Payment.Year, found.Limit.Limit, count).At(_place);
    }

    private bool IsSameFile(string other)
    {
        if (UnixStatus.Of(other) is { } left && UnixStatus.Of(file.Path) is { } right)
            return left.IsSameFile(right);
        return Path.GetFullPath(other) == Path.GetFullPath(file.Given);
    }

    /// <summary>A table in the folder whose name is, or nearly is, that of the history that is not there.</summary>
    private string? Alike()
    {
        var name = Path.GetFileNameWithoutExtension(file.Given);
        return Directory.EnumerateFiles(Path.GetDirectoryName(file.Path) ?? ".").Order(StringComparer.Ordinal).Select(Path.GetFileName)
            .OfType<string>()
            .FirstOrDefault(other => TableSources.FormatOf(other) is not null && Path.GetFileNameWithoutExtension(other) is var found
                && (Identity.Same(found, name) || Identity.Same(found, BuiltInTables.Payments) || IsSlip(found, name)));
    }

    /// <summary>Whether no key is, or may have been meant to be, one of the others.</summary>
    private static bool AreApart(HashSet<string> added, HashSet<string> listed)
    {
        var keys = new StringDictionary([]);
        foreach (var key in added)
            keys.CodeOfIdentity(key);
        var near = new NearKeys(keys, areCreditCodes: true, static () => []);
        return !listed.Any(key => added.Contains(key) || near.Of(keys.CodeOfIdentity(key), key) is not null);
    }

    /// <summary>Whether the name of the file was meant to be that of the table.</summary>
    private bool IsMistyped() =>
        Identity.Of(Path.GetFileNameWithoutExtension(file.Given)) is var name && name.Length == BuiltInTables.Payments.Length
        && name != Identity.Of(BuiltInTables.Payments) && IsSlip(name, BuiltInTables.Payments);

    /// <summary>A table that stands by now in the folder in which tables were looked for, and was not there then.</summary>
    private (string Path, ITableSource Source)? Appeared(string table)
    {
        if (manifest.DataFolder is not { } given)
            return null;
        var folder = Path.IsPathRooted(given) || Directory.Exists(given) ? given : Path.Combine(manifest.Folder, given);
        if (!Directory.Exists(folder))
            return null;
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (TableSources.FormatOf(path)?.TableName(path) == table && FileStatus.Of(path).Kind == FileKind.File
                && TableSources.Open(path).Source is { } source)
                return (path, source);
        }
        return null;
    }

    /// <summary>兑现纪录 for 兑现记录; what differs in a figure is meant to.</summary>
    private static bool IsSlip(string left, string right) =>
        LookAlikes.AreNear(left, right)
        || (Math.Min(left.Length, right.Length) > 2 && Figures(left) == Figures(right) && EditDistance.Between(left, right, 1) <= 1);

    private static string Figures(string text) => string.Concat(text.Where(char.IsDigit));

    /// <summary>Whether the hash of a table is known before it is read.</summary>
    private static bool IsKnown(ITableSource source) => source.Input.Sha256.Length > 0;

    /// <param name="source">A table of records.</param>
    /// <param name="decidedOnly">Whether rows without an amount, which are not filled in yet, are ignored.</param>
    private RecordPrints? PrintsOf(ITableSource source, bool decidedOnly = false)
    {
        var (table, findings) = MappedTable.Bind(source,
            [.. RecordTable.Columns
                .Select(name => RecordFields.Column(name, name is RecordFields.Clause or RecordFields.Amount, [keyHeader]))],
            ColumnMapping.None);
        if (findings.Any(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error))
            return null;
        var printer = new RecordPrinter(manifest.PolicyNumbers, manifest.Year, isPayment: false);
        using var rows = table.Open();
        while (rows.TryRead(out var row))
        {
            if (!decidedOnly || !row.Trimmed(Array.IndexOf(RecordTable.Columns, RecordFields.Amount)).IsEmpty)
                printer.Add(row);
        }
        return rows.Fatal is null ? printer.Prints : null;
    }
}
