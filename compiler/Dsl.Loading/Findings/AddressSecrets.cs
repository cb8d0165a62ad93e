// Passwords in addresses, in every form in which users write them: found before any part of the text is shown or kept.
using System.Text.RegularExpressions;
using Dsl.Values.Text;

namespace Dsl.Loading.Findings;

/// <summary>Tells whether a text holds a password.</summary>
public static partial class AddressSecrets
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Mask = "***";

    // Encoded again and again by programs that hand addresses on.
    private const int MostEncodings = 4;

    /// <summary>
    /// Whether a text is an address with a password: user:password@host, ?password=…, Password=…; also percent-encoded, and in full width.
    /// </summary>
    public static bool HasPassword(string text)
    {
        var read = WidthFolding.Fold(text);
        if (read.AsSpan().IndexOfAny("@=:%") < 0)
            return false;
        for (var depth = 0; depth < MostEncodings; depth++)
        {
            if (Holds(read))
                return true;
            if (!read.Contains('%', StringComparison.Ordinal))
                return false;
            read = WidthFolding.Fold(Uri.UnescapeDataString(read));
        }
        return Holds(read);
    }

    /// <summary>
    /// A text from elsewhere (the message of a driver) without what looks like a password, and without the one of the environment.
    /// </summary>
    public static string Masked(string text)
    {
        text = Named().Replace(text, $"$1{Mask}");
        text = Userinfo().Replace(text, $"$1{Mask}@");
        // Shorter ones are in every text.
        return Environment.GetEnvironmentVariable("PGPASSWORD") is { Length: > 3 } password
            ? text.Replace(password, Mask, StringComparison.Ordinal)
            : text;
    }

    private static bool Holds(string text) =>
        Userinfo().IsMatch(text) || Named().IsMatch(text) || NoPort().IsMatch(text) || NoScheme().IsMatch(text) || PassFile().IsMatch(text);

    // scheme://user:password@. A number after the colon is a port where host:port/database#table follows,
    // whatever @ the table's name has; a password may hold any of / # : and @.
    [GeneratedRegex(@"((?:[a-z][a-z0-9+.\-]*:/+|postgres(?:ql)?:)[^/@:\[\s]*:)(?![0-9]+(?:/[^@#]*(?:#[^/#]*)?)?$)[^@]*@",
        RegexOptions.IgnoreCase)]
    private static partial Regex Userinfo();

    // user:password where the host was forgotten: what follows the colon is no port.
    [GeneratedRegex(@"(?:^|=)\s*postgres(?:ql)?:/+[^/@:\[\s]*:(?![0-9]*(?:[/#?]|$))", RegexOptions.IgnoreCase)]
    private static partial Regex NoPort();

    // user:password@host/database, where postgres:// was forgotten or is cut; a drive of Windows is no user.
    [GeneratedRegex(@"(?:^|=)\s*(?:[a-z]*/+)?(?![a-z]:[/\\]|jdbc:)[^/\\@:#=\s]+:(?!/)[^@]+@[^@/\s]+/[^@]*#", RegexOptions.IgnoreCase)]
    private static partial Regex NoScheme();

    // A line of ~/.pgpass: host:port:database:user:password.
    [GeneratedRegex(@"^[^:/\\\s]+:(?:[0-9]+|\*):[^:/\\]+:[^:/\\]+:.")]
    private static partial Regex PassFile();

    // Words and what follows = or : up to the next separator; the quoted forms of connection strings as well.
    [GeneratedRegex("""((?:^|[\s;&?,#{("'“\-])(?:password|passwd|pwd|psw|pgpassword|pg-password|pgpass|sslpassword|ssl password|密码|口令)\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s;&"'”]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
