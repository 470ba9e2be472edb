using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ShopBot.Simulator;

namespace ShopBot.Tests.Simulator;

public sealed partial class PhonesPageTests
{
    [Fact]
    public async Task The_page_lets_only_its_own_script_run()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        using var page = await world.Http.GetAsync("/phones");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Every_file_the_page_names_is_served_and_not_empty(string environment)
    {
        await using var app = await HostAsync(environment);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var named = new Queue<string>(Named().Matches(await http.GetStringAsync("/phones")).Select(m => m.Groups["file"].Value));
        var seen = new HashSet<string>();

        while (named.TryDequeue(out var file))
        {
            if (!seen.Add(file))
                continue;
            using var answer = await http.GetAsync(file);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(text.Length > 500, $"{file} has {text.Length} characters");
            Assert.DoesNotContain("innerHTML", text, StringComparison.Ordinal);
            foreach (Match import in Imported().Matches(text))
                named.Enqueue(new Uri(new Uri("http://x" + file), import.Groups["file"].Value).AbsolutePath);
        }

        Assert.Equal(["bubbles.js", "control.js", "menubar.js", "more.js", "phone.js", "phones.css", "phones.js", "words.js"],
            seen.Select(f => f.Split('/')[^1]).Order(StringComparer.Ordinal));
    }

    private static async Task<WebApplication> HostAsync(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "ShopBot", ContentRootPath = AppContext.BaseDirectory, EnvironmentName = environment,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSimulator(_ => { });
        var app = builder.Build();
        app.MapStaticAssets();
        app.MapSimulator();
        await app.StartAsync();
        return app;
    }

    [GeneratedRegex("(?:src|href)=\"(?<file>/[^\"]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex("from '(?<file>[^']+)'")]
    private static partial Regex Imported();
}
