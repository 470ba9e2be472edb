namespace Microsoft.Bot.Builder;

/// <summary>What belongs to a person on one channel, in whatever conversation. Key: <c>{channel}/users/{user}</c>.</summary>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var channel = Needed(turnContext.Activity.ChannelId, "channel id");
        return $"{channel}/users/{Needed(turnContext.Activity.From?.Id, "sender id")}";
    }
}
