using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ShopBot.Benchmarks.Turns;

/// <summary>The built program as an operator runs it, in a folder of its own.</summary>
internal sealed class ProductProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();

    private ProductProcess(Process process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    public long WorkingSetMb
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>Of all its threads since the start; says more than the wall clock on a machine that does other things too.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="redis">Connection string; null = the embedded file.</param>
    public static ProductProcess Start(BenchAccount account, string? redis)
    {
        var folder = Directory.CreateTempSubdirectory("shopbot-bench-").FullName;
        var port = FreePort.Find();
        var start = new ProcessStartInfo("dotnet", Path.Combine(AppContext.BaseDirectory, "ShopBot.dll"))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Settings(account, redis, port))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        // Read and dropped, or a full pipe would stop the program.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new ProductProcess(process, folder, port);
    }

    private static Dictionary<string, string> Settings(BenchAccount account, string? redis, int port) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["URLS"] = $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}",
        ["PublicUrl"] = $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}",
        ["ConnectionStrings__Redis"] = redis ?? "",
        ["Accounts__bench__Shop"] = "eunchae",
        ["Accounts__bench__Channel"] = "WeChat",
        ["Accounts__bench__OriginalId"] = account.Settings.OriginalId,
        ["Accounts__bench__AppId"] = account.Settings.AppId,
        ["Accounts__bench__AppSecret"] = account.Settings.AppSecret,
        ["Accounts__bench__Token"] = account.Settings.Token,
        ["Accounts__bench__EncodingAESKey"] = account.Settings.EncodingAESKey,
        // Nobody listens there: nothing in this load is pushed.
        ["Accounts__bench__ApiBase"] = "http://127.0.0.1:9",
    };

    /// <summary>Asks until the program answers a message.</summary>
    /// <returns>Time from the start of the process to that answer.</returns>
    public async Task<TimeSpan> FirstAnswerAsync(BenchAccount account)
    {
        while (_sinceStart.Elapsed < TimeSpan.FromSeconds(60))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The program ended with exit code {_process.ExitCode}.");
            try
            {
                await LoadConnection.RunAsync(Port, new PushPlan([account.Push(-1, "你好", Port)]), account);
                return _sinceStart.Elapsed;
            }
            catch (SocketException)
            {
                await Task.Delay(20);
            }
        }

        throw new TimeoutException("The program did not answer within a minute.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
