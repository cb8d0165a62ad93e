// Codes of an authenticator (RFC 6238): six digits that change every half minute.
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dsl.Host.Accounts;

/// <summary>Computes codes.</summary>
internal static class TimeCode
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    // What every authenticator takes for granted.
    private const int SecretBytes = 20, BitsOfLetter = 5, SecondsOfStep = 30, CodesInAll = 1_000_000;

    /// <summary>A new secret in base32, as authenticators read it.</summary>
    public static string NewSecret() => Base32(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The step of time whose code this is, one before and one after now included; null where it is none of these.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var step = now.ToUnixTimeSeconds() / SecondsOfStep;
        long? found = null;
        for (var candidate = step - 1; candidate <= step + 1; candidate++)
        {
            // All three are compared, so that the time says nothing.
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret, candidate)), Encoding.UTF8.GetBytes(code)))
                found = candidate;
        }
        return found;
    }

    /// <summary>The last step whose code is taken at a time.</summary>
    public static long LastStep(DateTimeOffset now) => (now.ToUnixTimeSeconds() / SecondsOfStep) + 1;

    /// <summary>The code of a time.</summary>
    public static string Of(string secret, DateTimeOffset now) => Of(secret, now.ToUnixTimeSeconds() / SecondsOfStep);

    private static string Of(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The standard has it, and what makes SHA-1 weak does not touch HMAC.
        HMACSHA1.HashData(Bytes(secret), counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % CodesInAll).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static string Base32(byte[] bytes)
    {
        var (text, bits, count) = (new StringBuilder(), 0, 0);
        foreach (var part in bytes)
        {
            (bits, count) = (((bits << 8) | part) & 0xFFFF, count + 8);
            for (; count >= BitsOfLetter; count -= BitsOfLetter)
                text.Append(Letters[(bits >> (count - BitsOfLetter)) & 31]);
        }
        return text.ToString();
    }

    private static byte[] Bytes(string base32)
    {
        var (bytes, bits, count) = (new List<byte>(), 0, 0);
        foreach (var letter in base32)
        {
            (bits, count) = (((bits << BitsOfLetter) | Letters.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF, count + BitsOfLetter);
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }
        return [.. bytes];
    }
}
