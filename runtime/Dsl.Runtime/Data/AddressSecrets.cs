// Passwords in addresses, in whatever form somebody writes them: found before any part of the text is shown or kept.
using System.Text.RegularExpressions;

namespace Dsl.Runtime.Data;

/// <summary>Tells whether a text holds a password.</summary>
public static partial class AddressSecrets
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Mask = "***";

    /// <summary>Whether a text is an address with a password: user:password@host, ?password=…, Password=…; also percent-encoded.</summary>
    public static bool HasPassword(string text) =>
        text.AsSpan().IndexOfAny("@=:%") >= 0 && (Holds(text) || (text.Contains('%', StringComparison.Ordinal) && Holds(Uri.UnescapeDataString(text))));

    /// <summary>A text from elsewhere (the message of a driver) without what looks like a password, and without the one of the environment.</summary>
    public static string Masked(string text)
    {
        text = Named().Replace(text, $"$1{Mask}");
        text = Userinfo().Replace(text, $"$1{Mask}@");
        // Shorter ones are in every text.
        return Environment.GetEnvironmentVariable("PGPASSWORD") is { Length: > 3 } password ? text.Replace(password, Mask, StringComparison.Ordinal) : text;
    }

    private static bool Holds(string text) => Userinfo().IsMatch(text) || Named().IsMatch(text) || NoPort().IsMatch(text);

    // scheme://user:password@. A number behind the colon is a port where host:port/database#table follows, whatever @ the table's name has; a password
    // may hold any of / # : and @.
    [GeneratedRegex(@"((?:[a-z][a-z0-9+.\-]*:/+|postgres(?:ql)?:)[^/@:\[\s]*:)(?![0-9]+(?:/[^@#]*(?:#[^/#]*)?)?$)[^@]*@", RegexOptions.IgnoreCase)]
    private static partial Regex Userinfo();

    // user:password where the host was forgotten: what is behind the colon is no port.
    [GeneratedRegex(@"(?:^|=)\s*postgres(?:ql)?:/+[^/@:\[\s]*:(?![0-9]*(?:[/#?]|$))", RegexOptions.IgnoreCase)]
    private static partial Regex NoPort();

    // Words and what is behind = up to the next separator; the quoted forms of connection strings as well.
    [GeneratedRegex("""((?:^|[\s;&?,#{("'“])(?:password|passwd|pwd|psw|pgpassword|sslpassword|ssl password)\s*=\s*)(?:"[^"]*"|'[^']*'|[^\s;&"'”]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
