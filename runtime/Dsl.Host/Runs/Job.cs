// Jobs: what the service does for longer than a request lasts.
using System.Collections.Immutable;
using Dsl.Host.Ledger;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;

namespace Dsl.Host.Runs;

/// <summary>What a job does.</summary>
public enum JobKind
{
    /// <summary>Makes a snapshot of the registry.</summary>
    Import,

    /// <summary>Evaluates a snapshot.</summary>
    Run,

    /// <summary>Tries values of a 参数 on a snapshot.</summary>
    Curve,
}

/// <summary>How a job stands.</summary>
public enum JobState
{
    /// <summary>Its turn has not come, or the service stopped while it was under way.</summary>
    Waiting,

    /// <summary>It is under way.</summary>
    Running,

    /// <summary>It is done, whole.</summary>
    Done,

    /// <summary>It is done, but for subjects that could not be computed.</summary>
    DoneWithFailures,

    /// <summary>It came to nothing, and says why.</summary>
    Failed,

    /// <summary>Someone stopped it.</summary>
    Cancelled,
}

/// <summary>The words that stand for kinds and states in the store and in answers.</summary>
internal static class JobWords
{
    private static readonly ImmutableArray<string> Kinds = ["导入", "测算", "参数试算"];
    private static readonly ImmutableArray<string> States = ["等候", "进行中", "完成", "完成但有出错", "失败", "已取消"];

    public static string Of(JobKind kind) => Kinds[(int)kind];

    public static string Of(JobState state) => States[(int)state];

    public static JobKind KindOf(string word) => (JobKind)Kinds.IndexOf(word);

    public static JobState StateOf(string word) => (JobState)States.IndexOf(word);
}

/// <summary>A job.</summary>
/// <param name="Id">Its number: 16 hexadecimal digits.</param>
/// <param name="Kind">What it does.</param>
/// <param name="CreatedBy">Who asked for it.</param>
/// <param name="CreatedAt">When.</param>
public sealed record Job(string Id, JobKind Kind, string CreatedBy, DateTimeOffset CreatedAt)
{
    /// <summary>How it stands.</summary>
    public JobState State { get; init; }

    /// <summary>When it was begun for the last time; null where it never was.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The hash of the policies.</summary>
    public string SetHash { get; init; } = "";

    /// <summary>The id of the snapshot that a run evaluates, or that an import made; empty while there is none.</summary>
    public string Registry { get; init; } = "";

    /// <summary>测算日.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>年度.</summary>
    public int Year { get; init; }

    /// <summary>The versions of ledger and decisions that a run reads; fixed when it is begun for the first time.</summary>
    public RecordVersions Records { get; init; } = RecordVersions.Unread;

    /// <summary>What is tried, as JSON; empty for nothing.</summary>
    public string Asked { get; init; } = "";

    /// <summary>How often it was begun.</summary>
    public int Epoch { get; init; }

    /// <summary>How far it is.</summary>
    public JobProgress Progress { get; init; } = new(0, 0, 0);

    /// <summary>Subjects that could not be computed.</summary>
    public long FailedSubjects { get; init; }

    /// <summary>The folder of its result below the data folder; empty while there is none.</summary>
    public string Result { get; init; } = "";

    /// <summary>Why it failed, or what is to be minded of what it came to; null for nothing.</summary>
    public JobProblem? Problem { get; init; }

    /// <summary>Whether it came to a result, which may be too old to be kept by now.</summary>
    public bool IsDone => State is JobState.Done or JobState.DoneWithFailures;

    /// <summary>Whether nothing more will happen to it by itself.</summary>
    public bool IsOver => State is not (JobState.Waiting or JobState.Running);

    /// <summary>The job, which has a result.</summary>
    /// <exception cref="HostException">It has none yet, or none any more.</exception>
    public Job WithResult() => Result.Length > 0 ? this
        : throw new HostException(IsDone ? JobDiagnostics.Expired.With(Id) : JobDiagnostics.NoResult.With(Id, JobWords.Of(State)));
}

/// <summary>How far a job is.</summary>
/// <param name="Fraction">The part that is done, 0 to 1.</param>
/// <param name="Subjects">Subjects evaluated; those of partitions that were done before do not count.</param>
/// <param name="RejectedRows">Rows rejected so far.</param>
public sealed record JobProgress(double Fraction, long Subjects, long RejectedRows);

/// <summary>Why a job failed, or what is to be minded.</summary>
/// <param name="Code">The code of the catalogue.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record JobProblem(string Code, string Message, string Remedy);

/// <summary>A snapshot that can be evaluated.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sha256">The hash of all that it holds.</param>
/// <param name="Source">What it was made from, as settings name it.</param>
/// <param name="ImportedAt">When it was made first.</param>
public sealed record RegistryEntry(string Id, string Sha256, string Source, DateTimeOffset ImportedAt)
{
    /// <summary>How many subjects it has.</summary>
    public long Subjects { get; init; }

    /// <summary>How many partitions.</summary>
    public int Partitions { get; init; }

    /// <summary>Rows that the policies of the import could not read.</summary>
    public long RejectedRows { get; init; }
}
