using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat.Files;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Messages outside the answer to a push, and the typing sign.</summary>
internal sealed class CustomerServiceApi(Platform platform, MediaShelf media, LiveEvents live, TimeProvider clock) : IApi
{
    private readonly ServiceMessages _messages = new(media);

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/message/custom/send", Send) with { For = AccountKinds.Verified, DailyLimit = 500_000 },
        ApiMethod.Post("/cgi-bin/message/custom/typing", Typing) with { For = AccountKinds.Verified },
    ];

    private ApiAnswer Send(ApiCall call)
    {
        if (call.Text("touser") is not { } openId || call.Caller.WithOpenId(openId) is not { } follower)
            return ApiAnswer.Fail(40003);
        if (!follower.Follows)
            return ApiAnswer.Fail(45015);
        if (follower.Blacklisted)
            return ApiAnswer.Fail(43019);
        if (follower.Refuses)
            return ApiAnswer.Fail(48002);
        if (call.Json.TryGetProperty("customservice", out var agent) && ApiCall.TextOf(agent, "kf_account") is { } name)
            return ApiAnswer.Fail(65401, $"invalid custom service account \"{name}\"");
        if (_messages.Read(call, out var message) is var code and not 0)
            return ApiAnswer.Fail(code);
        switch (follower.UseGrant(clock.GetUtcNow()))
        {
            case GrantUse.WindowShut:
                return ApiAnswer.Fail(45015);
            case GrantUse.UsedUp:
                return ApiAnswer.Fail(45047);
            default:
                platform.Show(follower, message with { Via = "custom" });
                return ApiAnswer.Ok;
        }
    }

    private ApiAnswer Typing(ApiCall call)
    {
        if (call.Text("touser") is not { } openId || call.Caller.WithOpenId(openId) is not { } follower)
            return ApiAnswer.Fail(40003);
        var command = call.Text("command");
        if (command is not ("Typing" or "CancelTyping"))
            return ApiAnswer.Fail(45072);
        if (command == "CancelTyping")
            follower.StopTyping();
        else if (follower.StartTyping(clock.GetUtcNow()) is var code and not 0)
            return ApiAnswer.Fail(code);
        live.Tell("typing", new { account = follower.Account.Settings.Name, person = follower.Person, on = command == "Typing" });
        return ApiAnswer.Ok;
    }
}
