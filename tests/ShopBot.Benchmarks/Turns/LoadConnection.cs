using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ShopBot.Benchmarks.Turns;

/// <summary>One kept-open connection that sends a plan, each request after the answer to the one before.</summary>
/// <remarks>On a bare socket: an HTTP client would eat the cores that the program is measured on.</remarks>
internal static class LoadConnection
{
    /// <returns>Milliseconds from the first byte sent to the last byte of the answer, per request.</returns>
    public static async Task<List<double>> RunAsync(int port, PushPlan plan, BenchAccount account)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var times = new List<double>(plan.Requests.Count);
        var buffer = new byte[64 * 1024];
        var sampled = 0;
        foreach (var request in plan.Requests)
        {
            var began = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            var (from, length) = await ReceiveAsync(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            // A real answer every time would cost the load's share of the cores; one in two hundred shows a wrong one.
            if (sampled++ % 200 == 0)
                account.ReadAnswer(Encoding.UTF8.GetString(buffer, from, length));
        }

        return times;
    }

    /// <returns>Where the body lies in the buffer.</returns>
    private static async ValueTask<(int From, int Length)> ReceiveAsync(Socket socket, byte[] buffer)
    {
        var filled = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (received == 0)
                throw new InvalidDataException($"The connection was closed after '{Encoding.UTF8.GetString(buffer, 0, filled)}'.");
            filled += received;
            if (TryFindBody(buffer.AsSpan(0, filled), out var from, out var length) && filled >= from + length)
                return (from, length);
        }
    }

    private static bool TryFindBody(ReadOnlySpan<byte> answer, out int from, out int length)
    {
        (from, length) = (0, 0);
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var head = answer[..end];
        if (!head.StartsWith("HTTP/1.1 200"u8))
            throw new InvalidDataException($"Refused: {Encoding.UTF8.GetString(head)}");
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
            throw new InvalidDataException($"An answer without Content-Length: {Encoding.UTF8.GetString(head)}");
        var digits = head[(at + "Content-Length: ".Length)..];
        var stop = digits.IndexOf((byte)'\r');
        length = int.Parse(stop < 0 ? digits : digits[..stop], CultureInfo.InvariantCulture);
        from = end + 4;
        return true;
    }
}
