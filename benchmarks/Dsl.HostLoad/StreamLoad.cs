// Many subjects as one stream of lines, read while it is written.
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Dsl.HostLoad;

/// <summary>A stream of subjects.</summary>
internal static class StreamLoad
{
    /// <summary>Sends lines of a file, over again until there are enough; prints lines a second and lines answered.</summary>
    public static async Task<int> Run(Uri url, byte[] file, int lines)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new Lines(file, lines) };
        request.Content.Headers.ContentType = new("application/x-ndjson");
        var clock = Stopwatch.StartNew();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        var (count, buffer) = (0L, new byte[1 << 16]);
        await using var answer = await response.Content.ReadAsStreamAsync();
        for (int read; (read = await answer.ReadAsync(buffer)) > 0;)
            count += buffer.AsSpan(0, read).Count((byte)'\n');
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines / clock.Elapsed.TotalSeconds:0} {count - 1}"));
        // The last line says that the answer is whole.
        return count - 1 == lines ? 0 : 1;
    }

    private sealed class Lines(byte[] file, int count) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var ends = new List<int>();
            for (var i = 0; i < file.Length; i++)
            {
                if (file[i] == (byte)'\n')
                    ends.Add(i + 1);
            }
            for (var left = count; left > 0; left -= ends.Count)
                await stream.WriteAsync(file.AsMemory(0, ends[Math.Min(left, ends.Count) - 1]));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
