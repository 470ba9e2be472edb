using ShopBot.Simulator.Clock;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Simulator.Control;

/// <summary>The clock, the faults, and the transcript.</summary>
internal sealed class MachineEndpoints(MovableClock clock, FaultList faults, Platform platform, LiveEvents live)
{
    public void Map(IEndpointRouteBuilder control)
    {
        control.MapGet("/clock", () => ControlJson.Answer(Time()));
        control.MapPost("/clock/advance", async (HttpRequest request) =>
        {
            var by = (await ControlJson.ReadAsync<ClockMove>(request)).Whole;
            if (by < TimeSpan.Zero)
                throw new ControlProblem(400, "only forwards; clock/set goes back");
            clock.Advance(by);
            return Moved();
        });
        control.MapPost("/clock/set", async (HttpRequest request) =>
        {
            var setting = await ControlJson.ReadAsync<ClockSetting>(request);
            if (setting.Frozen == true)
                clock.Freeze();
            if (setting.To is { } to)
                clock.SetTo(to);
            if (setting.Frozen == false)
                clock.Run();
            return Moved();
        });
        control.MapGet("/faults", () => ControlJson.Answer(faults.All()));
        control.MapPost("/faults", async (HttpRequest request) => ControlJson.Answer(faults.Set(Checked(await ControlJson.ReadAsync<Fault>(request))), 201));
        control.MapDelete("/faults", () => { faults.Clear(); return Results.NoContent(); });
        control.MapDelete("/faults/{id:long}", (long id) =>
            faults.Remove(id) ? Results.NoContent() : throw new ControlProblem(404, $"there is no fault {id}, or not any more"));
        control.MapGet("/transcript", Transcript);
        control.MapDelete("/transcript", (string? account) =>
        {
            foreach (var each in platform.Accounts.Where(a => account is null || a.Settings.Name == account))
                each.Transcript.Clear();
            if (account is null)
                platform.Strangers.Clear();
            return Results.NoContent();
        });
    }

    private IResult Transcript(string? account, string? person, string? kind, string? api, int? errcode, long after = 0, int limit = 200) =>
        ControlJson.Answer(platform.Accounts.Where(a => account is null || a.Settings.Name == account)
            .SelectMany(a => a.Transcript.All())
            .Concat(account is null ? platform.Strangers.All() : [])
            .Where(e => e.Id > after && (person is null || e.Person == person) && (kind is null || e.Kind == kind)
                && (api is null || e.Api == api) && (errcode is null || e.Errcode == errcode))
            .OrderBy(e => e.Id).TakeLast(limit));

    private static Fault Checked(Fault fault) => fault.IsForPushes == (fault.On == "push")
        ? fault
        : throw new ControlProblem(400, $"\"{fault.Do}\" is for {(fault.IsForPushes ? "pushes (on: push)" : "API calls (on: a path or *)")}");

    private object Time() => new { now = clock.GetUtcNow(), frozen = clock.IsFrozen };

    private IResult Moved()
    {
        var time = Time();
        live.Tell("clock", time);
        return ControlJson.Answer(time);
    }
}
