// Secrets that the service makes: 256 random bits as text, of which only the hash is kept.
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dsl.Host.Accounts;

/// <summary>Secrets and ids.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new secret, in letters that can stand in a header or an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A new id, which is no secret.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>What is kept of a secret.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether a secret is the one of a hash; takes the same time whether it is or not.</summary>
    public static bool Fits(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(hash));
}
