using ShopBot.Simulator.Clock;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Simulator.Control;

/// <summary>The clock, the faults, and the transcript.</summary>
internal sealed class MachineEndpoints(MovableClock clock, FaultList faults, Platform platform, LiveEvents live)
{
    public void Map(ControlRoutes control)
    {
        control.Get("/clock", _ => ControlJson.Answer(Time()));
        control.Post("/clock/advance", AdvanceAsync);
        control.Post("/clock/set", SetClockAsync);
        control.Get("/faults", _ => ControlJson.Answer(faults.All()));
        control.Post("/faults", async call => ControlJson.Answer(faults.Set(Checked(await call.ReadAsync<Fault>())), 201));
        control.Delete("/faults", _ =>
        {
            faults.Clear();
            return Results.NoContent();
        });
        control.Delete("/faults/{id}", call => faults.Remove(call.RouteId)
            ? Results.NoContent() : throw new ControlProblem(404, $"there is no fault {call.RouteId}, or not any more"));
        control.Get("/transcript", Transcript);
        control.Delete("/transcript", Forget);
    }

    private async Task<IResult> AdvanceAsync(ControlCall call)
    {
        var by = (await call.ReadAsync<ClockMove>()).Whole;
        if (by < TimeSpan.Zero)
            throw new ControlProblem(400, "only forwards; clock/set goes back");
        clock.Advance(by);
        return Moved();
    }

    private async Task<IResult> SetClockAsync(ControlCall call)
    {
        var setting = await call.ReadAsync<ClockSetting>();
        if (setting.Frozen == true)
            clock.Freeze();
        if (setting.To is { } to)
            clock.SetTo(to);
        if (setting.Frozen == false)
            clock.Run();
        return Moved();
    }

    private IResult Transcript(ControlCall call)
    {
        var (account, person, kind, api) = (call.Query("account"), call.Query("person"), call.Query("kind"), call.Query("api"));
        int? errcode = call.Query("errcode") is null ? null : (int)call.Number("errcode", 0);
        var after = (long)call.Number("after", 0);
        return ControlJson.Answer(platform.Accounts.Where(a => account is null || a.Settings.Name == account)
            .SelectMany(a => a.Transcript.All())
            .Concat(account is null ? platform.Strangers.All() : [])
            .Where(e => e.Id > after && (person is null || e.Person == person) && (kind is null || e.Kind == kind)
                && (api is null || e.Api == api) && (errcode is null || e.Errcode == errcode))
            .OrderBy(e => e.Id).TakeLast((int)call.Number("limit", 200)));
    }

    private IResult Forget(ControlCall call)
    {
        var account = call.Query("account");
        foreach (var each in platform.Accounts.Where(a => account is null || a.Settings.Name == account))
            each.Transcript.Clear();
        if (account is null)
            platform.Strangers.Clear();
        return Results.NoContent();
    }

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
