// The queue of jobs in the control store. Each change is one statement that says in which state it expects the job.
using System.Globalization;
using System.Security.Cryptography;
using Dsl.Host.Audit;
using Dsl.Host.Ledger;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;

namespace Dsl.Host.Runs;

/// <summary>What whoever works on a job hears when it reports.</summary>
internal enum JobOrder
{
    GoOn,
    Cancel,

    /// <summary>The job is not its any more.</summary>
    Leave,
}

/// <summary>Keeps the jobs of a data folder.</summary>
internal sealed class JobStore(IControlStore store, DataFolder folder, TimeProvider clock)
{
    private const int MostListed = 500;

    private const string Columns = "id, kind, state, created_by AS CreatedBy, created_at AS CreatedAt, started_at AS StartedAt,"
        + " finished_at AS FinishedAt, set_hash AS SetHash, registry, as_of AS AsOf, year, epoch, permille, subjects,"
        + " rejected_rows AS RejectedRows, failed_subjects AS FailedSubjects, result, problem_code AS ProblemCode, problem, remedy,"
        + " ledger_version AS LedgerVersion, decision_version AS DecisionVersion, asked";

    /// <summary>A number that no job has.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Puts a job at the end of the queue; the audit records it in the same step.</summary>
    /// <exception cref="HostException">The store does not answer; or values of a 参数 are being tried already.</exception>
    public Task<Job> Add(Job job, string request, CancellationToken cancellation) => store.Write(async session =>
    {
        if (job.Kind == JobKind.Curve)
            await CheckNoCurve(session).ConfigureAwait(false);
        await session.Execute(
            "INSERT INTO job (id, home, kind, state, created_by, created_at, started_at, finished_at, set_hash, registry, as_of, year,"
            + " epoch, wants_cancel, permille, subjects, rejected_rows, failed_subjects, result, problem_code, problem, remedy, asked, seq)"
            + " VALUES (@Id, @Home, @Kind, @State, @CreatedBy, @At, '', '', @SetHash, @Registry, @AsOf, @Year,"
            + " 0, 0, 0, 0, 0, 0, '', '', '', '', @Asked, (SELECT COALESCE(MAX(seq), 0) + 1 FROM job WHERE home = @Home))",
            new
            {
                job.Id, Home = folder.Id, Kind = JobWords.Of(job.Kind), State = JobWords.Of(JobState.Waiting), job.CreatedBy,
                At = Text(job.CreatedAt), job.SetHash, job.Registry, AsOf = CivilDate.Format(job.AsOf), job.Year,
                job.Asked,
            }).ConfigureAwait(false);
        await Record(session, job.CreatedBy, JobWords.Of(job.Kind), job.Id, request).ConfigureAwait(false);
        return job;
    }, cancellation);

    /// <summary>A job; null where there is none with the number.</summary>
    public async Task<Job?> Find(string id, CancellationToken cancellation) =>
        (await store.Read(session => session.First<Row>($"SELECT {Columns} FROM job WHERE home = @Home AND id = @Id",
            new { Home = folder.Id, Id = id }), cancellation).ConfigureAwait(false))?.Job;

    /// <summary>The jobs, the latest first.</summary>
    public async Task<IReadOnlyList<Job>> All(JobKind kind, CancellationToken cancellation) =>
        [.. (await store.Read(session => session.Query<Row>(
            $"SELECT {Columns} FROM job WHERE home = @Home AND kind = @Kind ORDER BY seq DESC, created_at DESC, id LIMIT {MostListed}",
            new { Home = folder.Id, Kind = JobWords.Of(kind) }), cancellation).ConfigureAwait(false)).Select(static row => row.Job)];

    /// <summary>What was under way when the service died waits again: only the service that holds the data folder works on it.</summary>
    public Task<int> Recover(CancellationToken cancellation) => store.Write(session => session.Execute(
        "UPDATE job SET state = @Waiting WHERE home = @Home AND state = @Running",
        new { Home = folder.Id, Waiting = JobWords.Of(JobState.Waiting), Running = JobWords.Of(JobState.Running) }), cancellation);

    /// <summary>Begins the job that waits longest; null where none waits.</summary>
    public Task<Job?> Take(CancellationToken cancellation) => store.Write(async session =>
    {
        var row = await session.First<Row>(
            $"SELECT {Columns} FROM job WHERE home = @Home AND state = @Waiting ORDER BY seq, created_at, id LIMIT 1{session.ForUpdate}",
            new { Home = folder.Id, Waiting = JobWords.Of(JobState.Waiting) }).ConfigureAwait(false);
        if (row is null)
            return null;
        var now = clock.GetUtcNow();
        await session.Execute("UPDATE job SET state = @Running, epoch = epoch + 1, started_at = @Now, finished_at = '',"
            + " problem_code = '', problem = '', remedy = '' WHERE id = @Id",
            new { row.Id, Running = JobWords.Of(JobState.Running), Now = Text(now) }).ConfigureAwait(false);
        return row.Job with { State = JobState.Running, Epoch = row.Job.Epoch + 1, StartedAt = now, Problem = null };
    }, cancellation);

    /// <summary>Fixes which records a run reads, unless that was fixed when it was begun before.</summary>
    public Task<RecordVersions> FixRecords(Job job, CancellationToken cancellation) => store.Write(async session =>
    {
        var head = await LedgerHead.Hold(session, folder.Id).ConfigureAwait(false);
        await session.Execute("UPDATE job SET ledger_version = @Ledger, decision_version = @Decisions"
            + " WHERE id = @Id AND ledger_version < 0", new { job.Id, head.Ledger, head.Decisions }).ConfigureAwait(false);
        return (await session.First<Row>($"SELECT {Columns} FROM job WHERE id = @Id", new { job.Id }).ConfigureAwait(false))?.Job.Records
            ?? head.Versions;
    }, cancellation);

    /// <summary>A job, held until the transaction ends; null where there is none with the number.</summary>
    public static async Task<Job?> Hold(StoreSession session, string home, string id) =>
        (await session.First<Row>($"SELECT {Columns} FROM job WHERE home = @Home AND id = @Id{session.ForUpdate}",
            new { Home = home, Id = id }).ConfigureAwait(false))?.Job;

    /// <summary>Says how far a job is, and hears what to do.</summary>
    public Task<JobOrder> Report(Job job, JobProgress progress, CancellationToken cancellation) => store.Write(async session =>
    {
        var rows = await session.Execute(
            "UPDATE job SET permille = @Permille, subjects = @Subjects, rejected_rows = @RejectedRows"
            + " WHERE id = @Id AND epoch = @Epoch AND state = @Running",
            new
            {
                job.Id, job.Epoch, Running = JobWords.Of(JobState.Running), Permille = PermilleOf(progress), progress.Subjects,
                progress.RejectedRows,
            }).ConfigureAwait(false);
        if (rows == 0)
            return JobOrder.Leave;
        var wantsCancel = await session.First<long>("SELECT wants_cancel FROM job WHERE id = @Id", new { job.Id }).ConfigureAwait(false);
        return wantsCancel != 0 ? JobOrder.Cancel : JobOrder.GoOn;
    }, cancellation);

    /// <summary>Ends a job as <paramref name="ended"/> says, or lets it wait again; false where it is not the caller's any more.</summary>
    public Task<bool> End(Job ended, RegistryEntry? made, CancellationToken cancellation) => store.Write(async session =>
    {
        var rows = await session.Execute(
            "UPDATE job SET state = @State, finished_at = @FinishedAt, registry = @Registry, permille = @Permille, subjects = @Subjects,"
            + " rejected_rows = @RejectedRows, failed_subjects = @FailedSubjects, result = @Result, problem_code = @Code,"
            + " problem = @Message, remedy = @Remedy WHERE id = @Id AND epoch = @Epoch AND state = @Running",
            new
            {
                ended.Id, ended.Epoch, Running = JobWords.Of(JobState.Running), State = JobWords.Of(ended.State),
                FinishedAt = ended.FinishedAt is { } at ? Text(at) : "", ended.Registry, Permille = PermilleOf(ended.Progress),
                ended.Progress.Subjects, ended.Progress.RejectedRows, ended.FailedSubjects, ended.Result,
                Code = ended.Problem?.Code ?? "", Message = ended.Problem?.Message ?? "", Remedy = ended.Problem?.Remedy ?? "",
            }).ConfigureAwait(false);
        if (rows == 0)
            return false;
        if (made is not null)
            await RegistryStore.Add(session, folder, made).ConfigureAwait(false);
        if (ended.IsOver)
            await Record(session, AuditEntry.System, $"{JobWords.Of(ended.Kind)}：{JobWords.Of(ended.State)}", ended.Id, "")
                .ConfigureAwait(false);
        return true;
    }, cancellation);

    /// <summary>Stops a job: at once where it waits, at the next report where it is under way.</summary>
    /// <exception cref="HostException">There is no such job, or it is over.</exception>
    public Task<Job> Cancel(string id, string actor, string request, CancellationToken cancellation) =>
        Change(id, actor, "取消", request, JobDiagnostics.CannotCancel, static job => job.State switch
        {
            JobState.Waiting => "state = @Cancelled, finished_at = @Now",
            JobState.Running => "wants_cancel = 1",
            _ => null,
        }, cancellation);

    /// <summary>Lets a job that was cancelled, or that failed, go on from where it stopped.</summary>
    /// <exception cref="HostException">There is no such job, or there is nothing left to do.</exception>
    public Task<Job> Resume(string id, string actor, string request, CancellationToken cancellation) =>
        Change(id, actor, "继续", request, JobDiagnostics.CannotResume, static job =>
            job.State is JobState.Cancelled or JobState.Failed ? "state = @Waiting, finished_at = '', wants_cancel = 0" : null,
            cancellation);

    private Task<Job> Change(string id, string actor, string act, string request, Syntax.Diagnostics.DiagnosticRule refusal,
        Func<Job, string?> assignments, CancellationToken cancellation) => store.Write(async session =>
    {
        var key = new
        {
            Home = folder.Id, Id = id, Now = Text(clock.GetUtcNow()), Cancelled = JobWords.Of(JobState.Cancelled),
            Waiting = JobWords.Of(JobState.Waiting),
        };
        var job = await Hold(session, folder.Id, id).ConfigureAwait(false) ?? throw new HostException(JobDiagnostics.NoSuchJob.With(id));
        var change = assignments(job) ?? throw new HostException(refusal.With(id, JobWords.Of(job.State)));
        await session.Execute($"UPDATE job SET {change} WHERE id = @Id", key).ConfigureAwait(false);
        await Record(session, actor, act, id, request).ConfigureAwait(false);
        return await Hold(session, folder.Id, id).ConfigureAwait(false) ?? job;
    }, cancellation);

    /// <summary>Runs wait for whatever was asked for before them: one try-out at a time.</summary>
    private async Task CheckNoCurve(StoreSession session)
    {
        if (await session.First<Row>($"SELECT {Columns} FROM job WHERE home = @Home AND kind = @Kind AND state IN (@Waiting, @Running)", new
            {
                Home = folder.Id, Kind = JobWords.Of(JobKind.Curve), Waiting = JobWords.Of(JobState.Waiting),
                Running = JobWords.Of(JobState.Running),
            }).ConfigureAwait(false) is { } other)
            throw new HostException(JobDiagnostics.CurveBusy.With(other.Id));
    }

    private Task Record(StoreSession session, string actor, string act, string job, string request) =>
        AuditLog.Append(session, [new(actor, act) { Detail = job, Request = request }], clock);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static long PermilleOf(JobProgress progress) => (long)(Math.Clamp(progress.Fraction, 0, 1) * 1000);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Kind { get; init; } = "";

        public string State { get; init; } = "";

        public string CreatedBy { get; init; } = "";

        public string CreatedAt { get; init; } = "";

        public string StartedAt { get; init; } = "";

        public string FinishedAt { get; init; } = "";

        public string SetHash { get; init; } = "";

        public string Registry { get; init; } = "";

        public string AsOf { get; init; } = "";

        public long Year { get; init; }

        public long Epoch { get; init; }

        public long Permille { get; init; }

        public long Subjects { get; init; }

        public long RejectedRows { get; init; }

        public long FailedSubjects { get; init; }

        public string Result { get; init; } = "";

        public string ProblemCode { get; init; } = "";

        public string Problem { get; init; } = "";

        public string Remedy { get; init; } = "";

        public long LedgerVersion { get; init; }

        public long DecisionVersion { get; init; }

        public string Asked { get; init; } = "";

        public Job Job => new(Id, JobWords.KindOf(Kind), CreatedBy, TimeOf(CreatedAt))
        {
            State = JobWords.StateOf(State),
            StartedAt = StartedAt.Length == 0 ? null : TimeOf(StartedAt),
            FinishedAt = FinishedAt.Length == 0 ? null : TimeOf(FinishedAt),
            SetHash = SetHash,
            Registry = Registry,
            AsOf = DateOnly.ParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Year = (int)Year,
            Epoch = (int)Epoch,
            Records = new(LedgerVersion, DecisionVersion),
            Progress = new(Permille / 1000.0, Subjects, RejectedRows),
            FailedSubjects = FailedSubjects,
            Result = Result,
            Asked = Asked,
            Problem = ProblemCode.Length == 0 ? null : new(ProblemCode, Problem, Remedy),
        };

        private static DateTimeOffset TimeOf(string text) =>
            DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }
}
