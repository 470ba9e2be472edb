namespace Microsoft.Bot.Builder;

/// <summary>What belongs to a conversation, whoever speaks in it. Key: <c>{channel}/conversations/{conversation}</c>.</summary>
public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var channel = Needed(turnContext.Activity.ChannelId, "channel id");
        return $"{channel}/conversations/{Needed(turnContext.Activity.Conversation?.Id, "conversation id")}";
    }
}
