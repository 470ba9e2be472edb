using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace ShopBot.Benchmarks.Turns;

/// <summary>A private Redis server for one run.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly Process _process;

    private RedisServer(Process process, int port) => (_process, ConnectionString) = (process, $"127.0.0.1:{port}");

    public string ConnectionString { get; }

    /// <returns>Null where redis-server is not installed.</returns>
    public static RedisServer? Start()
    {
        var port = FreePort.Find();
        try
        {
            var process = Process.Start(new ProcessStartInfo(
                "redis-server", string.Create(CultureInfo.InvariantCulture, $"--port {port} --bind 127.0.0.1 --save \"\" --appendonly no --dir /tmp"))
            {
                RedirectStandardOutput = true,
            })!;
            WaitFor(port);
            return new RedisServer(process, port);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static void WaitFor(int port)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", port);
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(20);
            }
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
