// Requests at a steady rate, whether answers come or not: the time of each counts from when it was due, so that a pause of the service is
// seen by all requests that it held up. Plain sockets: what sends shares the processor with what is measured.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Dsl.HostLoad;

/// <summary>A steady load.</summary>
internal sealed partial class SteadyLoad(Uri url, byte[] body, int perSecond, int seconds)
{
    // So many may be on their way at once; more would be a service that does not keep up.
    private const int Connections = 64;

    // The first of them find cold code.
    private const double WarmUpPart = 0.2;

    private readonly byte[] _request = [
        .. Encoding.ASCII.GetBytes($"POST {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n"), .. body];
    private readonly double[] _times = new double[perSecond * seconds];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _next = -1;
    private int _failures;

    /// <summary>Sends requests; prints median, 99th percentile and failures.</summary>
    public int Run()
    {
        var threads = Enumerable.Range(0, Connections).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        var measured = _times[(int)(_times.Length * WarmUpPart)..];
        Array.Sort(measured);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{measured[measured.Length / 2]:0.00} {measured[(int)(measured.Length * 0.99)]:0.00} {_failures}"));
        return 0;
    }

    private void Work()
    {
        Socket? socket = null;
        var buffer = new byte[1 << 16];
        for (var number = Interlocked.Increment(ref _next); number < _times.Length; number = Interlocked.Increment(ref _next))
        {
            var due = number * 1000.0 / perSecond;
            if (due - _clock.Elapsed.TotalMilliseconds is > 0 and var wait)
                _ = Sleep((uint)(wait * 1000));
            try
            {
                socket ??= Connect();
                socket.Send(_request);
                if (!IsGood(socket, buffer))
                    Interlocked.Increment(ref _failures);
            }
            catch (SocketException)
            {
                Interlocked.Increment(ref _failures);
                socket?.Dispose();
                socket = null;
            }
            _times[number] = _clock.Elapsed.TotalMilliseconds - due;
        }
        socket?.Dispose();
    }

    private Socket Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Parse(url.Host), url.Port);
        return socket;
    }

    /// <summary>Reads an answer to its end; whether it is a good one.</summary>
    private static bool IsGood(Socket socket, byte[] buffer)
    {
        var (length, end) = (0, -1);
        var isChunked = false;
        while (true)
        {
            if (length == buffer.Length)
                throw new SocketException((int)SocketError.MessageSize);
            var read = socket.Receive(buffer.AsSpan(length));
            if (read == 0)
                throw new SocketException((int)SocketError.ConnectionReset);
            length += read;
            var text = buffer.AsSpan(0, length);
            if (end < 0 && text.IndexOf("\r\n\r\n"u8) is >= 0 and var head)
            {
                var heads = Encoding.ASCII.GetString(text[..head]);
                isChunked = heads.Contains("chunked", StringComparison.OrdinalIgnoreCase);
                end = isChunked ? int.MaxValue : head + 4 + ContentLength(heads);
            }
            if (end >= 0 && (isChunked ? text.EndsWith("\r\n0\r\n\r\n"u8) : length >= end))
                return text.StartsWith("HTTP/1.1 200"u8);
        }
    }

    private static int ContentLength(string heads)
    {
        const string name = "content-length:";
        var at = heads.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(heads[(at + name.Length)..].Split('\r')[0], CultureInfo.InvariantCulture);
    }

    // The runtime sleeps in whole milliseconds.
    [LibraryImport("libc", EntryPoint = "usleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sleep(uint microseconds);
}
