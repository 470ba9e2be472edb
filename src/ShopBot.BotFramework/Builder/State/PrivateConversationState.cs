namespace Microsoft.Bot.Builder;

/// <summary>What belongs to a person within one conversation. Key: <c>{channel}/conversations/{conversation}/users/{user}</c>.</summary>
public class PrivateConversationState(IStorage storage) : BotState(storage, nameof(PrivateConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var channel = Needed(turnContext.Activity.ChannelId, "channel id");
        var conversation = Needed(turnContext.Activity.Conversation?.Id, "conversation id");
        return $"{channel}/conversations/{conversation}/users/{Needed(turnContext.Activity.From?.Id, "sender id")}";
    }
}
