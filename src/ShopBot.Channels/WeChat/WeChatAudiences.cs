using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Menus;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>Puts the account's tags on people and takes them off; which menu somebody sees follows from that.</summary>
internal sealed class WeChatAudiences(WeChatApi api, WeChatTags tags, WeChatOutcomes outcomes, WeChatTimes times, IApiLimits limits) : IAudienceTags
{
    private const string Api = "tags/members";

    /// <summary>Some of the list failed, or one of them carries as many tags as a person may.</summary>
    private const string SomeFailed = "45171", TooManyTags = "45059";

    public string Channel => WeChatChannel.ChannelName;

    public int MostAtOnce => WeChatLimits.PeopleToTag;

    public async Task<AudienceAnswer> MoveAsync(Account account, string? from, string? to, IReadOnlyList<string> people, CancellationToken ct)
    {
        if (!WeChatRights.Of(account).Followers)
            return new AudienceAnswer.NotAllowed();
        // No number is known of these calls; but they rest with whatever stops the account's.
        if (await limits.TakeAsync(account.Name, Api, default, ct) is { } block)
            return new AudienceAnswer.NotNow(block.Why);
        string[] names = [.. new[] { to, from }.OfType<string>()];
        var found = await tags.BringAsync(account, names, ct);
        if (found is not WeChatTagsResult.Found { Ids: var ids })
            return found is WeChatTagsResult.Failed failed ? await OfAsync(account, failed.Reply, ct) : new AudienceAnswer.NotNow("a tag was not made");
        // The new one first: somebody with several sees the menu of the one put on last, and nobody is without theirs in between.
        if (to is not null && await CallAsync(account, "batchtagging", ids[to], people, ct) is var put and not WeChatReply.Done)
            return await OfAsync(account, put, ct);
        if (from is not null && await CallAsync(account, "batchuntagging", ids[from], people, ct) is var taken and not WeChatReply.Done)
            return await OfAsync(account, taken, ct);
        return new AudienceAnswer.Done();
    }

    private Task<WeChatReply> CallAsync(Account account, string what, string tag, IReadOnlyList<string> people, CancellationToken ct)
    {
        var body = WeChatJson.Bytes($$"""{"openid_list":[{{string.Join(',', people.Select(WeChatJson.Quote))}}],"tagid":{{tag}}}""");
        return api.CallAsync(account, $"/cgi-bin/{Api}/{what}", () => WeChatJson.Content(body), WeChatLimits.AnswerBytes, times.Call, ct);
    }

    private async Task<AudienceAnswer> OfAsync(Account account, WeChatReply reply, CancellationToken ct)
    {
        if (reply is WeChatReply.Refused { Code: SomeFailed or TooManyTags } some)
            return new AudienceAnswer.PersonRefused($"{some.Code}: {some.Message}");
        switch (outcomes.OfSend(reply))
        {
            case SendOutcome.RecipientGone gone:
                return new AudienceAnswer.PersonRefused($"{gone.Code}: {gone.Why}");
            case SendOutcome.Refused refused:
                if (refused.PausedUntil is { } until && !refused.WholeAccount)
                    await limits.PauseAsync(account.Name, Api, until, $"{refused.Code}: {refused.Why}", ct);
                return new AudienceAnswer.NotNow($"{refused.Code}: {refused.Why}");
            case var other:
                return new AudienceAnswer.NotNow(other.ToString());
        }
    }
}
