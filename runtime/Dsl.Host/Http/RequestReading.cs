// What requests say: bodies as text within limits, parameters of the address.
using System.Text;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Microsoft.AspNetCore.Http;

namespace Dsl.Host.Http;

/// <summary>Reads requests.</summary>
internal static class RequestReading
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The body as text.</summary>
    /// <exception cref="HostException">It is no UTF-8, or says that it is no JSON.</exception>
    /// <exception cref="BadHttpRequestException">It is larger than allowed.</exception>
    public static async Task<string> Json(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
            throw new HostException(ApiDiagnostics.NotJson.With("没有写明是 JSON"));
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation).ConfigureAwait(false);
            if (read.IsCompleted)
            {
                try
                {
                    return Strict.GetString(read.Buffer);
                }
                catch (DecoderFallbackException error)
                {
                    throw new HostException(ApiDiagnostics.NotJson.With("不是 UTF-8 编码"), error);
                }
                finally
                {
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                }
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>A day of the address; null where it is not named.</summary>
    /// <exception cref="HostException">It is no day.</exception>
    public static DateOnly? Date(HttpRequest request, string name) =>
        Text(request, name) is not { } text ? null
        : CivilDate.TryParse(text, DateForms.Text, out var date) ? date
        : throw new HostException(ApiDiagnostics.BadParameter.With(name, text, "不是日期，写成 2024-12-31"));

    /// <summary>A whole number of the address; null where it is not named.</summary>
    /// <exception cref="HostException">It is no number within the limits.</exception>
    public static int? Number(HttpRequest request, string name, int least, int most) =>
        Text(request, name) is not { } text ? null
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number
        : throw new HostException(ApiDiagnostics.BadParameter.With(name, text, $"要写 {least} 到 {most} 的整数"));

    /// <summary>A whole number of the address that counts something; null where it is not named.</summary>
    /// <exception cref="HostException">It is no number from 0 on.</exception>
    public static long? Long(HttpRequest request, string name) =>
        Text(request, name) is not { } text ? null
        : long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
        : throw new HostException(ApiDiagnostics.BadParameter.With(name, text, "要写整数"));

    /// <summary>One of some words; the first where none is named.</summary>
    /// <exception cref="HostException">It is none of them.</exception>
    public static string Word(HttpRequest request, string name, params ReadOnlySpan<string> words) =>
        Text(request, name) is not { } text ? words[0]
        : words.Contains(text) ? text
        : throw new HostException(ApiDiagnostics.BadParameter.With(name, text, $"可以写 {string.Join('、', words)}"));

    /// <summary>A text of the address; null where it is not named.</summary>
    /// <exception cref="HostException">It is named several times.</exception>
    public static string? Text(HttpRequest request, string name)
    {
        var values = request.Query[name];
        if (values.Count > 1)
            throw new HostException(ApiDiagnostics.BadParameter.With(name, values[1] ?? "", "写了不止一次"));
        return values.Count == 0 ? null : values[0] ?? "";
    }
}
