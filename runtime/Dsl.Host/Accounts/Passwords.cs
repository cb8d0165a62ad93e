// Passwords: what a new one must be, how it is kept and compared.
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dsl.Host.Accounts;

/// <summary>Rules and hashes of passwords.</summary>
internal static class Passwords
{
    private const int Least = 10, Most = 128, LeastClasses = 3, LeastNameToAvoid = 3;

    // PBKDF2 with SHA-512; as many rounds as OWASP asks for it.
    private static readonly PasswordHasher<string> Hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // Compared where there is no account: an unknown name costs as much as a known one.
    private static readonly Lazy<string> OfNobody = new(static () => Hasher.HashPassword("", Secret.New()));

    /// <summary>Whether a new password is good enough.</summary>
    public static bool IsGood(string password, string name) =>
        password.Length is >= Least and <= Most && ClassesOf(password) >= LeastClasses
        && (name.Length < LeastNameToAvoid || !password.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is kept of a password.</summary>
    public static string HashOf(string password) => Hasher.HashPassword("", password);

    /// <summary>Whether a password is the one of a hash.</summary>
    /// <param name="password">What was given.</param>
    /// <param name="hash">What is kept; empty where there is no account or no password yet, which costs the same.</param>
    public static bool Fits(string password, string hash)
    {
        var isKept = hash.Length > 0;
        var isTooLong = password.Length > Most;
        var result = Hasher.VerifyHashedPassword("", isKept ? hash : OfNobody.Value, isTooLong ? "" : password);
        return isKept && !isTooLong && result != PasswordVerificationResult.Failed;
    }

    private static int ClassesOf(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0) + (password.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (password.Any(char.IsAsciiDigit) ? 1 : 0) + (password.Any(static c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);
}
