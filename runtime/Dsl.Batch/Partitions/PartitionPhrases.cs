// What is wrong with a file of a run, as the rules about such files quote it.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Partitions;

/// <summary>Clauses after the name of a file.</summary>
public static class PartitionPhrases
{
    /// <summary>Written by a program with another form of it.</summary>
    public static readonly DiagnosticPhrase OtherVersion = new("是另一个版本的程序写的");

    /// <summary>There was one.</summary>
    public static readonly DiagnosticPhrase Gone = new("不在了");

    /// <summary>There never was one.</summary>
    public static readonly DiagnosticPhrase Missing = new("没有找到");

    /// <summary>Its hash is another one.</summary>
    public static readonly DiagnosticPhrase Changed = new("与算完时记下的 SHA-256 不符");

    /// <summary>It is no such document.</summary>
    public static readonly DiagnosticPhrase Unreadable = new("的内容读不懂");
}
