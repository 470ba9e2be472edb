using Microsoft.Playwright;

namespace ShopBot.EndToEnd.Tests.Pages;

/// <summary>One Chromium for all tests that look at pages.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private IPlaywright? _driver;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-dev-shm-usage", "--disable-features=OptimizationHints,MediaRouter,Translate",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _driver?.Dispose();
    }

    /// <summary>A fresh window; skips the test where there is no browser.</summary>
    public async Task<BrowserWindow> OpenAsync(int width, int height)
    {
        Skip.If(_browser is null, $"{Program} is not installed: apt-get install chromium");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, Locale = "zh-CN" });
        return new BrowserWindow(context, await context.NewPageAsync());
    }
}

/// <summary>A page, and everything that went wrong on it.</summary>
public sealed class BrowserWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _problems = [];

    internal BrowserWindow(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _problems.Add($"console: {message.Text}");
        };
        context.WebError += (_, error) => _problems.Add($"script: {error.Error}");
        context.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _problems.Add($"{response.Status}: {response.Url}");
        };
        page.SetDefaultTimeout(20_000);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Nothing on the page is wider than the window.</summary>
    public Task<bool> FitsItsWidthAsync(IPage? page = null) =>
        (page ?? Page).EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
