using System.Text.Json;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Simulator.Control;

/// <summary>The world's events as they happen: <c>GET …/events</c>, server-sent.</summary>
internal sealed class LiveEndpoint(LiveEvents live, Platform platform, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public void Map(IEndpointRouteBuilder app) => app.MapGet(ControlPaths.Control + "/events", StreamAsync);

    private async Task StreamAsync(HttpContext http)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        using var listening = live.Listen();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await http.Response.WriteAsync($"event: hello\ndata: {{\"world\":\"{platform.WorldId}\"}}\n\n", end.Token);
            await http.Response.Body.FlushAsync(end.Token);
            while (true)
            {
                // Real time: it keeps the connection alive and finds listeners that are gone.
                using var beat = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
                beat.CancelAfter(Heartbeat);
                try
                {
                    var told = await listening.Events.ReadAsync(beat.Token);
                    await http.Response.WriteAsync($"event: {told.Kind}\ndata: {JsonSerializer.Serialize(told.About, ControlJson.Options)}\n\n", end.Token);
                }
                catch (OperationCanceledException) when (!end.IsCancellationRequested)
                {
                    await http.Response.WriteAsync(": still here\n\n", end.Token);
                }
                await http.Response.Body.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The listener left, or the server stops.
        }
    }
}
