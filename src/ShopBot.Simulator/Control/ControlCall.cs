using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace ShopBot.Simulator.Control;

/// <summary>One request to the control API.</summary>
internal sealed class ControlCall(HttpContext http)
{
    public HttpContext Http => http;

    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>Whether the caller wants to know what became of the push.</summary>
    public bool Waits => Query("wait") == "true";

    public string Route(string name) => (string?)http.Request.RouteValues[name] ?? "";

    /// <exception cref="ControlProblem">The id is not a number.</exception>
    public long RouteId => long.TryParse(Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id : throw new ControlProblem(404, $"\"{Route("id")}\" is no number");

    /// <returns>Null when absent or empty, which mean the same.</returns>
    public string? Query(string name) => http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <exception cref="ControlProblem">The value is not a number.</exception>
    public double Number(string name, double otherwise) => Query(name) is not { } text ? otherwise
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number : throw new ControlProblem(400, $"{name} is not a number");

    /// <exception cref="ControlProblem">The body is not the JSON asked for.</exception>
    public Task<T> ReadAsync<T>() => ControlJson.ReadAsync<T>(http.Request);

    /// <summary>As <see cref="ReadAsync"/>; without a body, what <typeparamref name="T"/> is by itself.</summary>
    public async Task<T> ReadOrNewAsync<T>() where T : new()
    {
        // A length is not always announced, so ask whether there can be a body at all.
        var mayHaveBody = http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        return mayHaveBody ? await ReadAsync<T>() : new T();
    }
}
