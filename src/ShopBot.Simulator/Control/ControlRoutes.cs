namespace ShopBot.Simulator.Control;

/// <summary>Maps the control API as plain request delegates, which cost nothing at start, and tells callers what was wrong.</summary>
internal sealed class ControlRoutes(IEndpointRouteBuilder app)
{
    public void Map(string method, string path, Func<ControlCall, Task<IResult>> run) =>
        app.MapMethods(ControlPaths.Control + path, [method], http => HandleAsync(http, run));

    public void Get(string path, Func<ControlCall, Task<IResult>> run) => Map(HttpMethods.Get, path, run);

    public void Get(string path, Func<ControlCall, IResult> run) => Get(path, call => Task.FromResult(run(call)));

    public void Post(string path, Func<ControlCall, Task<IResult>> run) => Map(HttpMethods.Post, path, run);

    public void Delete(string path, Func<ControlCall, IResult> run) => Map(HttpMethods.Delete, path, call => Task.FromResult(run(call)));

    public static async Task HandleAsync(HttpContext http, Func<ControlCall, Task<IResult>> run)
    {
        IResult answer;
        try
        {
            answer = await run(new ControlCall(http));
        }
        catch (ControlProblem problem)
        {
            answer = ControlJson.Answer(new { error = problem.Message }, problem.Status);
        }
        catch (BadHttpRequestException bad)
        {
            answer = ControlJson.Answer(new { error = bad.Message }, bad.StatusCode);
        }
        await answer.ExecuteAsync(http);
    }
}
