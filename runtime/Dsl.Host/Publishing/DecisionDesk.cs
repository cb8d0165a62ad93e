// Entering 核定: what waits in a run, and whether what officers decide fits it.
using Dsl.Batch.Registries;
using Dsl.Host.Ledger;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Host.Runs;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;

namespace Dsl.Host.Publishing;

/// <summary>A decision as it was sent.</summary>
/// <param name="Key">主键.</param>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="RowKey">事项行; empty for the subject as a whole.</param>
/// <param name="Amount">金额; null where an earlier decision is taken back.</param>
internal sealed record SentDecision(string Key, string PolicyNumber, string ClauseNumber, string RowKey, string? Amount);

/// <summary>Takes decisions.</summary>
internal sealed class DecisionDesk(DecisionStore decisions, AwardLedger ledger, JobStore jobs, JobFolders folders, PolicySets sets)
{
    private const string Unlimited = "不封顶";

    /// <summary>A run and the sheet of what waits in it.</summary>
    /// <exception cref="HostException">There is no such run, or it has no sheet.</exception>
    public async Task<(Job Run, AwaitedSheet Sheet, string Path)> SheetOf(string run, CancellationToken cancellation)
    {
        if (await jobs.Find(run, cancellation).ConfigureAwait(false) is not { Kind: JobKind.Run } job)
            throw new HostException(JobDiagnostics.NoSuchJob.With(run));
        var path = Path.Combine(folders.Result(job.WithResult().Result), RunWork.SheetName);
        if (!File.Exists(path))
            throw new HostException(JobDiagnostics.NoResult.With(run, JobWords.Of(job.State)));
        return AwaitedSheet.Open(path) is ({ } sheet, _) ? (job, sheet, path)
            : throw new HostException(JobDiagnostics.ResultDamaged.With(run, RunWork.SheetName));
    }

    /// <summary>What holds now, by what it is about.</summary>
    public async Task<Dictionary<string, Decision>> Current(CancellationToken cancellation)
    {
        var current = new Dictionary<string, Decision>(StringComparer.Ordinal);
        var now = await ledger.Now(cancellation).ConfigureAwait(false);
        await decisions.Each(now.Decisions, decision => current[decision.Record.Place] = decision, cancellation).ConfigureAwait(false);
        return current;
    }

    /// <summary>Enters decisions on what waits in a run, or takes decisions back; all or none.</summary>
    /// <returns>How many, or what is wrong with which of them.</returns>
    public async Task<(int Count, IReadOnlyList<DataFinding> Problems)> Enter(
        string run, IReadOnlyList<SentDecision> sent, Actor by, CancellationToken cancellation)
    {
        var (job, sheet, _) = await SheetOf(run, cancellation).ConfigureAwait(false);
        var problems = new List<DataFinding>();
        var entered = new List<(KeptRecord Record, DataPlace Place)>();
        foreach (var (index, decision) in sent.Index())
        {
            var place = new DataPlace(run, index + 1, "金额", decision.Amount);
            var amount = decision.Amount is { } text ? KeptRecords.TryAmount(text) : Rational.Zero;
            if (amount is not { Sign: >= 0 } known || !(known * 100).IsInteger)
                problems.Add(LedgerDiagnostics.BadAmount.With(decision.Amount ?? "").At(place));
            else
                entered.Add((new(decision.Key, decision.PolicyNumber, decision.ClauseNumber, decision.RowKey, job.Year,
                    decision.Amount is null ? "" : KeptRecords.Amount(known)), place));
        }
        return await Enter(job, sheet, entered, problems, (by, cancellation)).ConfigureAwait(false);
    }

    /// <summary>Enters what stands in a sheet that was filled in; all or none.</summary>
    /// <returns>How many, or what is wrong with which row.</returns>
    /// <exception cref="HostException">It is no sheet.</exception>
    public async Task<(int Count, IReadOnlyList<DataFinding> Problems)> Import(
        string run, string path, Actor by, CancellationToken cancellation)
    {
        var (job, sheet, _) = await SheetOf(run, cancellation).ConfigureAwait(false);
        var program = sets.WithHash(job.SetHash, cancellation).Program;
        var filled = await Task.Run(() => FilledRows.Read(program, path), cancellation).ConfigureAwait(false);
        if (!filled.IsSheet)
            throw new HostException(LedgerDiagnostics.BadSheet.With(
                filled.Problems.FirstOrDefault(static finding => finding.Severity == Severity.Error)?.Problem.Message.TrimEnd('。')
                ?? "没有条款标题和校验两列"));
        var problems = filled.Problems.ToList();
        foreach (var row in filled.Rows.Where(static row => !(KeptRecords.Amount(row.Record.Amount) * 100).IsInteger))
            problems.Add(LedgerDiagnostics.BadAmount.With(row.Record.Amount).At(row.Place));
        return await Enter(job, sheet, [.. filled.Rows.Select(static row => (row.Record, row.Place))], problems, (by, cancellation))
            .ConfigureAwait(false);
    }

    private async Task<(int Count, IReadOnlyList<DataFinding> Problems)> Enter(Job run, AwaitedSheet sheet,
        IReadOnlyList<(KeptRecord Record, DataPlace Place)> entered, List<DataFinding> problems,
        (Actor By, CancellationToken Cancellation) call)
    {
        var wanted = entered.Select(static row => row.Record.Place).ToHashSet(StringComparer.Ordinal);
        var awaited = new Dictionary<string, ApprovalSheetRow>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var place = PlaceOf(row);
            if (wanted.Contains(place))
                awaited[place] = row;
        }
        var (taken, seen) = (new List<Decision>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (record, place) in entered)
        {
            var problem = !seen.Add(record.Place) ? LedgerDiagnostics.DecidedTwice.With()
                : record.Amount.Length == 0
                    ? await decisions.Find(record.Place, call.Cancellation).ConfigureAwait(false) is null
                        ? LedgerDiagnostics.NothingToTakeBack.With() : null
                : ProblemOf(run, awaited.GetValueOrDefault(record.Place), record);
            if (problem is not null)
                problems.Add(problem.At(place));
            else
                taken.Add(DecisionOf(run, awaited.GetValueOrDefault(record.Place), record));
        }
        if (problems.Count > 0 || taken.Count == 0)
            return (0, problems);
        await decisions.Enter(taken, call.By.Name, call.By.Request, call.Cancellation).ConfigureAwait(false);
        return (taken.Count, []);
    }

    /// <summary>What a row of a sheet is about.</summary>
    public static string PlaceOf(ApprovalSheetRow row) =>
        new KeptRecord(row.Key, row.PolicyNumber, row.ClauseNumber, row.RowKey, row.Year, "").Place;

    /// <summary>A decision in the writing of the sheet.</summary>
    private static Decision DecisionOf(Job run, ApprovalSheetRow? row, KeptRecord record) => row is null ? new(record, "", run.Id)
        : new(record with { Key = row.Key, PolicyNumber = row.PolicyNumber, ClauseNumber = row.ClauseNumber, RowKey = row.RowKey },
            row.Check, run.Id);

    private static DataProblem? ProblemOf(Job run, ApprovalSheetRow? row, KeptRecord record) =>
        row is null ? LedgerDiagnostics.NotAwaited.With(run.Id)
        : row.Remark.Length > 0 ? LedgerDiagnostics.ByFormula.With()
        : row.Highest != Unlimited && KeptRecords.Amount(record.Amount) > KeptRecords.Amount(row.Highest)
            ? LedgerDiagnostics.TooHigh.With(record.Amount, row.Highest)
        : null;
}
