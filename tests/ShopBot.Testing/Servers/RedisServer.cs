using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ShopBot.Testing.Servers;

/// <summary>A Redis server of our own on a free port, which keeps nothing and dies with the test.</summary>
public sealed class RedisServer : IDisposable
{
    private const int Tries = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private Process? _process;

    /// <summary>Starts one where <c>redis-server</c> is installed.</summary>
    public RedisServer()
    {
        for (var attempt = 1; IsInstalled && _process is null && attempt <= Tries; attempt++)
        {
            Port = FreePort();
            Start();
        }

        if (IsInstalled && _process is null)
            throw new InvalidOperationException("redis-server does not start.");
    }

    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "redis-server")));

    public int Port { get; private set; }

    public string ConnectionString => $"127.0.0.1:{Port},allowAdmin=true";

    /// <summary>Kills it and starts an empty one on the same port.</summary>
    public void Restart()
    {
        Dispose();
        Start();
        if (_process is null)
            throw new InvalidOperationException("redis-server does not start again.");
    }

    public void Dispose()
    {
        if (_process is null)
            return;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    private void Start()
    {
        string[] arguments = ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
        _process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        var since = Stopwatch.StartNew();
        while (!Answers())
        {
            // Another program took the port between our look and the server's.
            if (_process.HasExited || since.Elapsed > Patience)
            {
                Dispose();
                return;
            }
        }
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            client.Client.Send("PING\r\n"u8);
            var answer = new byte[7];
            return client.Client.Receive(answer) == answer.Length && Encoding.ASCII.GetString(answer) == "+PONG\r\n";
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
