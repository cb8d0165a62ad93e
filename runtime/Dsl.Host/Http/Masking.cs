// Lists hide what identifies a person: numbers of identity cards and mobile phones, names. Who wants to see them says why, and is recorded.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Microsoft.AspNetCore.Http;

namespace Dsl.Host.Http;

/// <summary>How texts about persons are shown in a list.</summary>
internal sealed partial class Masking
{
    private const string Name = "reason";
    private const int LeastReason = 4, MostReason = 200;
    private const int CardLength = 18, DateAt = 6, DateLength = 8, KeptOfCard = 6, ShownAtEnd = 4, KeptOfPhone = 3;

    private readonly string? _reason;
    private readonly bool _isOff;

    private Masking(string? reason, bool isOff = false) => (_reason, _isOff) = (reason, isOff);

    /// <summary>Without a reason.</summary>
    internal static Masking Hiding { get; } = new(null);

    /// <summary>For whoever sees what is about himself.</summary>
    public static Masking Nothing { get; } = new(null, isOff: true);

    /// <summary>The parameter that asks for the full view.</summary>
    public static ApiParameter Reason { get; } =
        new(Name, "要看完整的身份证号、手机号、姓名时写明原因（4 到 200 个字），记入审计；不写的打星号");

    /// <summary>What a request asks for.</summary>
    /// <exception cref="HostException">The reason is too short or too long.</exception>
    public static Masking Of(HttpContext http) => RequestReading.Text(http.Request, Name) switch
    {
        null => Hiding,
        { Length: <= MostReason } reason when reason.Trim().Length >= LeastReason => new(reason.Trim()),
        var reason => throw new HostException(ApiDiagnostics.BadParameter.With(Name, reason.Length > MostReason ? "…" : reason,
            $"原因要写 {LeastReason} 到 {MostReason} 个字")),
    };

    /// <summary>The record of the request, with the reason where there is one.</summary>
    public AuditEntry Noted(AuditEntry entry) =>
        _reason is null ? entry
        : entry with { Detail = entry.Detail.Length == 0 ? $"完整显示：{_reason}" : $"{entry.Detail} 完整显示：{_reason}" };

    /// <summary>A text in which numbers of identity cards and mobile phones are hidden: 500103********1234, 138****5678.</summary>
    public string Text(string text) => _isOff || _reason is not null ? text
        : Digits().Replace(text, static match => match.Value switch
        {
            var card when IsCard(card) => Hidden(card, KeptOfCard),
            { Length: 11 } phone => Hidden(phone, KeptOfPhone),
            var other => other,
        });

    /// <summary>The name of a person: 张**.</summary>
    public string NameOfPerson(string name)
    {
        if (_isOff || _reason is not null || name.Length == 0)
            return name;
        var letters = StringInfo.ParseCombiningCharacters(name).Length;
        var first = StringInfo.GetNextTextElement(name);
        return letters == 1 ? "*" : new StringBuilder(first).Append('*', letters - 1).ToString();
    }

    private static string Hidden(string number, int kept) =>
        number[..kept] + new string('*', number.Length - kept - ShownAtEnd) + number[^ShownAtEnd..];

    /// <summary>
    /// Codes of enterprises are as long; an identity card has a date of birth. Its check character is not looked at: a number with a slip
    /// still tells who it is.
    /// </summary>
    private static bool IsCard(string text) => text.Length == CardLength
        && DateOnly.TryParseExact(text.AsSpan(DateAt, DateLength), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:[1-8][0-9]{16}[0-9Xx]|1[3-9][0-9]{9})(?![0-9A-Za-z])")]
    private static partial Regex Digits();
}
