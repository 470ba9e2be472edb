using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ShopBot.Testing.Driving;

/// <summary>The built program as a process of its own, which can be killed.</summary>
public sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(60), EndWithin = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly StringBuilder _output;

    private ProductProcess(Process process, StringBuilder output, Uri address)
    {
        (_process, _output, Address) = (process, output, address);
        Http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public int Id => _process.Id;

    /// <summary>What it has written so far, both streams.</summary>
    public string Output { get { lock (_output) return _output.ToString(); } }

    /// <returns>Once it answers on <paramref name="port"/>.</returns>
    /// <exception cref="InvalidOperationException">It ended, or did not answer in time; the message has its output.</exception>
    public static async Task<ProductProcess> StartAsync(int port, TempFolder folder, IEnumerable<string> settings, IReadOnlyDictionary<string, string>? environment = null)
    {
        var product = await LaunchAsync(port, folder, [$"--urls=http://127.0.0.1:{port}", .. settings], environment);
        if ((await product.Http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK)
            return product;
        await product.DisposeAsync();
        throw new InvalidOperationException($"The program did not get ready:\n{product.Output}");
    }

    /// <summary>The command <c>simulator</c>: the platform and its phones alone.</summary>
    /// <returns>Once it answers on <paramref name="port"/>.</returns>
    /// <exception cref="InvalidOperationException">It ended, or did not answer in time; the message has its output.</exception>
    public static Task<ProductProcess> StartSimulatorAsync(int port, TempFolder folder, IEnumerable<string> options) =>
        LaunchAsync(port, folder, ["simulator", "--host=127.0.0.1", $"--port={port}", .. options], environment: null);

    /// <summary>Runs it until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(TempFolder folder, IEnumerable<string> settings, IReadOnlyDictionary<string, string>? environment = null)
    {
        var (process, output) = Launch(settings, folder.Path, environment, _ => { });
        using (process)
        {
            try
            {
                await process.WaitForExitAsync().WaitAsync(StartWithin);
            }
            catch (TimeoutException)
            {
                process.Kill();
                throw new InvalidOperationException($"The program did not end:\n{output}");
            }
            return (process.ExitCode, output.ToString());
        }
    }

    /// <summary>A port nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>SIGKILL: no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(EndWithin);
    }

    /// <summary>SIGTERM, as a service manager stops a program.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(EndWithin);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static async Task<ProductProcess> LaunchAsync(int port, TempFolder folder, IEnumerable<string> args, IReadOnlyDictionary<string, string>? environment)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (process, output) = Launch(args, folder.Path, environment, line =>
        {
            if (line.Contains($":{port}", StringComparison.Ordinal))
                ready.TrySetResult();
        });
        await Task.WhenAny(ready.Task, process.WaitForExitAsync(), Task.Delay(StartWithin));
        var product = new ProductProcess(process, output, new Uri($"http://127.0.0.1:{port}"));
        if (ready.Task.IsCompletedSuccessfully)
            return product;
        await product.DisposeAsync();
        throw new InvalidOperationException($"The program did not start:\n{product.Output}");
    }

    private static (Process Process, StringBuilder Output) Launch(
        IEnumerable<string> settings, string folder, IReadOnlyDictionary<string, string>? environment, Action<string> onLine)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. settings])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        // What the test runner sets for itself must not reach the program.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.StartsWith("DOTNET_STARTUP", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        var output = new StringBuilder();
        void Take(object sender, DataReceivedEventArgs told)
        {
            if (told.Data is not { } line)
                return;
            lock (output)
                output.AppendLine(line);
            onLine(line);
        }
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, output);
    }

    private static string Program()
    {
        // …/tests/{project}/bin/{configuration}/{framework}/ → the same of the program.
        var parts = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        var program = Repository.Folder("src", "ShopBot", "bin", parts[^2], parts[^1], "ShopBot.dll");
        return File.Exists(program) ? program : throw new InvalidOperationException($"{program} is not built.");
    }
}
