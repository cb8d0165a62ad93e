// Requests at a steady rate, whether answers come or not: the time of each counts from when it was due, so that a pause of the service is
// seen by all requests that it held up.
using System.Diagnostics;
using System.Globalization;

namespace Dsl.HostLoad;

/// <summary>A steady load.</summary>
internal static class SteadyLoad
{
    // The first of them find cold code.
    private const double WarmUpPart = 0.2;

    /// <summary>Sends requests; prints median, 99th percentile and failures.</summary>
    public static async Task<int> Run(Uri url, byte[] body, int perSecond, int seconds)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });
        var count = perSecond * seconds;
        var times = new double[count];
        var failures = 0;
        var clock = Stopwatch.StartNew();
        var pending = new List<Task>(count);
        for (var i = 0; i < count; i++)
        {
            var due = i * 1000.0 / perSecond;
            while (due - clock.Elapsed.TotalMilliseconds is > 0 and var wait)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(1, wait)));
            pending.Add(Send(i, due));
        }
        await Task.WhenAll(pending);
        var measured = times[(int)(count * WarmUpPart)..];
        Array.Sort(measured);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{measured[measured.Length / 2]:0.00} {measured[(int)(measured.Length * 0.99)]:0.00} {failures}"));
        return 0;

        async Task Send(int number, double due)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            try
            {
                using var response = await client.PostAsync(url, content);
                await response.Content.CopyToAsync(Stream.Null);
                if (!response.IsSuccessStatusCode)
                    Interlocked.Increment(ref failures);
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref failures);
            }
            times[number] = clock.Elapsed.TotalMilliseconds - due;
        }
    }
}
