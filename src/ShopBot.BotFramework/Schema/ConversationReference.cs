using System.Globalization;

namespace Microsoft.Bot.Schema;

/// <summary>A particular point in a conversation; enough to speak there again later.</summary>
public class ConversationReference
{
    public ConversationReference()
    {
    }

    public ConversationReference(
        string activityId = null, ChannelAccount user = null, ChannelAccount bot = null, ConversationAccount conversation = null,
        string channelId = null, string serviceUrl = null)
    {
        ActivityId = activityId;
        User = user;
        Bot = bot;
        Conversation = conversation;
        ChannelId = channelId;
        ServiceUrl = serviceUrl;
    }

    public ConversationReference(
        CultureInfo locale, string activityId = null, ChannelAccount user = null, ChannelAccount bot = null,
        ConversationAccount conversation = null, string channelId = null, string serviceUrl = null)
    {
        Locale = locale?.Name;
        ActivityId = activityId;
        User = user;
        Bot = bot;
        Conversation = conversation;
        ChannelId = channelId;
        ServiceUrl = serviceUrl;
    }

    /// <summary>The activity referred to; null when the whole conversation is meant.</summary>
    public string ActivityId { get; set; }
    public ChannelAccount User { get; set; }
    public ChannelAccount Bot { get; set; }
    public ConversationAccount Conversation { get; set; }
    public string ChannelId { get; set; }

    /// <summary>BCP 47.</summary>
    public string Locale { get; set; }
    public string ServiceUrl { get; set; }

    /// <summary>The event with which the bot's next turn in this conversation begins without anybody having said anything.</summary>
    public Activity GetContinuationActivity() => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.ContinueConversation,
        Id = Guid.NewGuid().ToString(),
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
