// The chain of hashes: each record covers the one before, so that none can be changed, removed or put between without a trace.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dsl.Host.Audit;

/// <summary>Computes the hashes of the audit.</summary>
public static class AuditChain
{
    /// <summary>The hash before the first record.</summary>
    public const string Start = "";

    /// <summary>How a time is written in the store and in the hash.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The hash of a record that follows another.</summary>
    /// <param name="before">The hash of the record before; <see cref="Start"/> for the first.</param>
    /// <param name="seq">Its number.</param>
    /// <param name="at">When, as <see cref="Text"/> writes it.</param>
    /// <param name="entry">The act.</param>
    public static string Next(string before, long seq, string at, AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (ReadOnlySpan<string>)[before, seq.ToString(CultureInfo.InvariantCulture), at, entry.Actor, entry.Act,
            entry.Subject, entry.Detail, entry.Request])
        {
            // With its length, so that no text can move from one part into the next.
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
