using System.Text.RegularExpressions;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Shifts;
using ShopBot.Shops.Undoing;
using ShopBot.Testing;

namespace ShopBot.Tests.Shops.Rounds;

/// <summary>The drawings in the READMEs show what the operations do, all of it and nothing else.</summary>
public sealed partial class DrawingTests
{
    private static readonly PickupWindow Later = new("centre", new(2026, 3, 4), new(12, 0), new(15, 0), 50);

    [Fact]
    public async Task Of_a_fetch()
    {
        var seen = new List<string>();
        foreach (var state in (string[])["Free", "Taken", "Unbooked", "Collected", "Cancelled"])
        {
            foreach (var step in (string[])["take", "take over", "give back", "nobody home", "nobody came", "seal", "cancel", "rebook"])
            {
                await using var round = await InAsync(state);
                if (await DoAsync(round, step))
                    seen.Add($"{state} --> {await StateAsync(round)} : {step}");
            }
        }

        Assert.Equal(Arrows("Rounds", "A fetch"), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_a_shift()
    {
        var seen = new List<string>();
        foreach (var state in (string[])["Off", "On"])
        {
            foreach (var step in (string[])["start", "end", "closing"])
            {
                await using var round = await Round.OpenAsync(place: false);
                if (state == "On")
                    await round.Shop.StartShiftAsync(round.Chen);
                var done = step switch
                {
                    "start" => await round.Shop.StartShiftAsync(round.Chen) is StartShiftResult.Begun or StartShiftResult.AlreadyOn,
                    "end" => await round.Shop.EndShiftAsync(round.Chen) is EndShiftResult.Ended,
                    _ => await ClosedAsync(round),
                };
                if (done)
                    seen.Add($"{state} --> {((await round.Shop.Get<ShiftReader>().NowAsync(round.Shop.Id, default)).Count > 0 ? "On" : "Off")} : {step}");
            }
        }

        Assert.Equal(Arrows("Shifts", "A shift"), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_a_move()
    {
        var seen = new List<string>();
        foreach (var step in (string[])["undo", "colleague", "time"])
        {
            await using var round = await Round.OpenAsync(mayUndo: true);
            await round.Shop.TakeAsync(round.Chen, 1);
            if (step == "colleague")
                await round.Shop.SealAsync(round.Wang, 1);
            if (step == "time")
                round.Shop.Clock.Advance(TimeSpan.FromMinutes(1));
            seen.Add("Fresh --> " + await round.Shop.UndoAsync(round.Chen) switch
            {
                UndoMoveResult.Undone => "TakenBack",
                UndoMoveResult.Overtaken => "Overtaken",
                UndoMoveResult.TooLate => "Stays",
                var other => other.ToString(),
            } + $" : {step}");
        }

        Assert.Equal(Arrows("Shifts", "A move"), seen.Order(StringComparer.Ordinal));
    }

    /// <summary>An accepted order in a state, at noon on Monday: its window, where it has one, has begun.</summary>
    private static async Task<Round> InAsync(string state)
    {
        var round = await Round.OpenAsync();
        await round.Shop.TakeAsync(round.Chen, 1);
        round.Shop.Clock.Advance(TimeSpan.FromHours(3));
        switch (state)
        {
            case "Free":
                await round.Shop.GiveBackAsync(round.Chen, 1);
                break;
            case "Unbooked":
                await round.Shop.NobodyHomeAsync(round.Chen, 1);
                break;
            case "Collected":
                await round.Shop.SealAsync(round.Chen, 1);
                break;
            case "Cancelled":
                await round.Shop.CancelAsync(round.Mei, 1);
                break;
        }

        Assert.Equal(state, await StateAsync(round));
        return round;
    }

    /// <returns>Whether it was done, and was not refused.</returns>
    private static async Task<bool> DoAsync(Round round, string step) => step switch
    {
        "take" => await round.Shop.TakeAsync(round.Chen, 1) is TakeFetchResult.Taken,
        "take over" => await round.Shop.TakeAsync(round.Wang, 1, takeOver: true) is TakeFetchResult.Taken { From: not null },
        "give back" => await round.Shop.GiveBackAsync(round.Chen, 1) is GiveBackFetchResult.GivenBack,
        "nobody home" => await round.Shop.NobodyHomeAsync(round.Chen, 1) is ReportNobodyHomeResult.Reported,
        "nobody came" => await PassedAsync(round),
        "seal" => await round.Shop.SealAsync(round.Chen, 1) is MoveOrderResult.Moved,
        "cancel" => await round.Shop.CancelAsync(round.Mei, 1) is CancelOrderResult.Cancelled,
        // To another window it is rebooked from every state; here is meant what was given up.
        _ => (await round.Shop.OrderAsync(1)).Pickup is null && await round.Shop.RescheduleAsync(round.Mei, 1, Later) is ReschedulePickupResult.Moved,
    };

    private static async Task<bool> PassedAsync(Round round)
    {
        await round.Shop.PassAsync(TimeSpan.FromHours(3.5));
        return round.Shop.Owed<PickupMissed>().Count > 0;
    }

    private static async Task<bool> ClosedAsync(Round round)
    {
        await round.Shop.PassAsync(TimeSpan.FromHours(13));
        return round.Shop.Owed<ShiftOver>().Count > 0;
    }

    private static async Task<string> StateAsync(Round round) => await round.Shop.OrderAsync(1) switch
    {
        { State: OrderState.Cancelled } => "Cancelled",
        { State: OrderState.Collected } => "Collected",
        var order => (await round.StopAsync()).TakenBy is not null ? "Taken" : order.Pickup is null ? "Unbooked" : "Free",
    };

    private static IEnumerable<string> Arrows(string folder, string heading)
    {
        var readme = File.ReadAllText(Repository.Folder("src", "ShopBot.Shops", folder, "README.md"));
        var drawing = Regex.Match(readme, $"## {heading}\\s.*?```mermaid\\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        return Arrow().Matches(drawing).Select(m => m.Value.Trim()).Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\w+ --> \w+ : [\w ]+")]
    private static partial Regex Arrow();
}
