// What the audit keeps of an act: who did what to whom, when, in which request.
namespace Dsl.Host.Audit;

/// <summary>An act that is to be recorded.</summary>
/// <param name="Actor">Who acts: the name of an account, the id of a key, or 系统.</param>
/// <param name="Act">What is done, as a word of the catalogue of acts: 测算, 查看, 公布 ….</param>
public sealed record AuditEntry(string Actor, string Act)
{
    /// <summary>The actor of what the service does by itself.</summary>
    public const string System = "系统";

    /// <summary>Whom it concerns: the key of a subject; empty where it concerns none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What it is about beside (a run, a clause, a reason); holds no facts of a subject.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The request that it was done in; empty outside requests.</summary>
    public string Request { get; init; } = "";
}

/// <summary>A record of the audit.</summary>
/// <param name="Seq">Its number, from 1 without gaps.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Entry">The act.</param>
/// <param name="Hash">SHA-256 over the hash before and all of the record, in lower-case hexadecimal.</param>
public sealed record AuditRecord(long Seq, DateTimeOffset At, AuditEntry Entry, string Hash);
