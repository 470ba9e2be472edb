using ShopBot.Simulator.WeChat;

namespace ShopBot.Tests.Simulator;

public sealed class TokenTests
{
    [Fact]
    public async Task The_plain_token_is_new_each_time_and_the_old_one_lives_five_minutes_more()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        var first = (string)(await world.PlainTokenAsync())["access_token"]!;
        var second = await world.PlainTokenAsync();

        Assert.NotEqual(first, (string)second["access_token"]!);
        Assert.Equal(7200, (int)second["expires_in"]!);
        Assert.Null(second["errcode"]);
        Assert.Equal(0, await world.SendTextAsync(token: first));
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(40001, await world.SendTextAsync(token: first));
        Assert.Equal(0, await world.SendTextAsync(token: (string)second["access_token"]!));
    }

    [Fact]
    public async Task The_stable_token_stays_the_same_until_five_minutes_before_its_end()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var first = await world.StableTokenAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(6_900));
        var late = await world.StableTokenAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var next = await world.StableTokenAsync();

        Assert.Equal((string)first["access_token"]!, (string)late["access_token"]!);
        Assert.Equal(300, (int)late["expires_in"]!);
        Assert.NotEqual((string)first["access_token"]!, (string)next["access_token"]!);
        Assert.Equal(7200, (int)next["expires_in"]!);
    }

    [Fact]
    public async Task The_two_services_know_nothing_of_each_other()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        var stable = (string)(await world.StableTokenAsync())["access_token"]!;
        await world.PlainTokenAsync();
        await world.PlainTokenAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(0, await world.SendTextAsync(token: stable));
    }

    [Fact]
    public async Task A_forced_refresh_is_limited_in_time_and_number_and_keeps_the_last_token_for_a_while()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        var first = (string)(await world.StableTokenAsync())["access_token"]!;

        await world.StableTokenAsync(force: true);
        Assert.Equal(0, await world.SendTextAsync(token: first));
        Assert.Equal(45011, SimulatedWorld.Code(await world.StableTokenAsync(force: true)));
        for (var i = 0; i < 19; i++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal(0, SimulatedWorld.Code(await world.StableTokenAsync(force: true)));
        }
        world.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(45009, SimulatedWorld.Code(await world.StableTokenAsync(force: true)));
        Assert.Equal(40001, await world.SendTextAsync(token: first));
    }

    [Fact]
    public async Task A_stolen_token_is_superseded_at_once()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        var token = await world.TokenAsync();

        await world.ControlAsync(HttpMethod.Post, $"/accounts/{SimulatedWorld.Shop}/steal-token");

        Assert.Equal(40001, await world.SendTextAsync(token: token));
        Assert.Equal(0, await world.SendTextAsync());
    }

    [Fact]
    public async Task A_token_that_has_run_out_is_told_from_one_that_never_was()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        var token = await world.TokenAsync();
        world.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(42001, await world.SendTextAsync(token: token));
        Assert.Equal(40014, await world.SendTextAsync(token: "rubbish"));
        Assert.Equal(40001, await world.SendTextAsync(token: new string('a', 136)));
        Assert.Equal(41001, SimulatedWorld.Code(await world.PostAsync("/cgi-bin/message/custom/send", "{}")));
    }

    [Theory]
    [InlineData("password", null, null, 40002)]
    [InlineData("client_credential", "wx0000000000000000", null, 40013)]
    [InlineData("client_credential", "", null, 41002)]
    [InlineData("client_credential", null, "", 41004)]
    [InlineData("client_credential", null, "short", 40125)]
    [InlineData("client_credential", null, "0123456789abcdef0123456789abcdef", 40001)]
    public async Task Wrong_credentials_are_told_apart(string grantType, string? appId, string? secret, int errcode)
    {
        await using var world = await SimulatedWorld.OpenAsync();

        var answer = await world.PlainTokenAsync(grantType, appId, secret);

        Assert.Equal(errcode, SimulatedWorld.Code(answer));
        Assert.Contains(" rid: ", (string)answer["errmsg"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_on_the_list_gets_no_token()
    {
        await using var world = await SimulatedWorld.OpenAsync(a => a with { AllowedIps = ["203.0.113.7"] });

        var answer = await world.StableTokenAsync();

        Assert.Equal(40164, SimulatedWorld.Code(answer));
        Assert.Contains("127.0.0.1", (string)answer["errmsg"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_of_calls_ends_in_Beijing_and_can_be_cleared_ten_times_a_month()
    {
        await using var world = await SimulatedWorld.OpenAsync(a => a with { DailyLimits = new Dictionary<string, int> { ["/cgi-bin/getcallbackip"] = 1 } });
        async Task<int> Ask() => SimulatedWorld.Code(await world.GetAsync($"/cgi-bin/getcallbackip?access_token={await world.TokenAsync()}"));
        async Task<int> Clear() => SimulatedWorld.Code(await world.CallAsync("/cgi-bin/clear_quota", $$"""{"appid":"{{world.Account.AppId}}"}"""));

        Assert.Equal<IEnumerable<int>>([0, 45009], [await Ask(), await Ask()]);
        for (var i = 0; i < 10; i++)
            Assert.Equal<IEnumerable<int>>([0, 0, 45009], [await Clear(), await Ask(), await Ask()]);
        Assert.Equal(48006, await Clear());
        world.Clock.SetTo(new DateTimeOffset(2026, 3, 2, 15, 59, 59, TimeSpan.Zero));
        Assert.Equal(45009, await Ask());
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal<IEnumerable<int>>([0, 45009], [await Ask(), await Ask()]);
    }

    [Fact]
    public async Task A_new_account_may_ask_2000_times_a_day_for_the_plain_token()
    {
        var tokens = new CallQuotas(TimeProvider.System);
        Assert.All(Enumerable.Range(0, 2_000), _ => Assert.Equal(0, tokens.Count("/cgi-bin/token", 2_000, int.MaxValue)));
        Assert.Equal(45009, tokens.Count("/cgi-bin/token", 2_000, int.MaxValue));

        await using var world = await SimulatedWorld.OpenAsync(a => a with { DailyLimits = new Dictionary<string, int> { ["/cgi-bin/token"] = 2 } });
        await world.PlainTokenAsync();
        await world.PlainTokenAsync();

        Assert.Equal(45009, SimulatedWorld.Code(await world.PlainTokenAsync()));
    }
}
