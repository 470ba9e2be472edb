namespace Microsoft.Bot.Schema;

/// <summary>What every activity has, whatever its type.</summary>
public interface IActivity
{
    string Type { get; set; }

    /// <summary>The channel's id of this activity; on the way out given by whoever delivers it.</summary>
    string Id { get; set; }

    string ServiceUrl { get; set; }

    /// <summary>When it was sent, UTC.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent, with the sender's own offset.</summary>
    DateTimeOffset? LocalTimestamp { get; set; }

    string ChannelId { get; set; }
    ChannelAccount From { get; set; }
    ConversationAccount Conversation { get; set; }
    ChannelAccount Recipient { get; set; }
    string ReplyToId { get; set; }
    IList<Entity> Entities { get; set; }

    /// <summary>What only this channel understands. Stored, it must be a type the storage serializer knows.</summary>
    object ChannelData { get; set; }

    /// <summary>What is needed to answer this activity later.</summary>
    ConversationReference GetConversationReference();

    /// <summary>Addresses this activity by a reference.</summary>
    /// <param name="isIncoming">True: from the user to the bot. False: from the bot to the user, as a reply to the referenced activity.</param>
    /// <returns>This same activity.</returns>
    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);

    /// <summary>The channel data as a type of the channel; the type's default when there is none.</summary>
    T GetChannelData<T>();

    /// <returns>False when there is no channel data or it is not of that shape.</returns>
    bool TryGetChannelData<T>(out T instance);

    /// <returns>This activity seen as a message, null when it is of another type; likewise below.</returns>
    IMessageActivity AsMessageActivity();
    IContactRelationUpdateActivity AsContactRelationUpdateActivity();
    IConversationUpdateActivity AsConversationUpdateActivity();
    IEndOfConversationActivity AsEndOfConversationActivity();
    IEventActivity AsEventActivity();
    IInstallationUpdateActivity AsInstallationUpdateActivity();
    IInvokeActivity AsInvokeActivity();
    IMessageDeleteActivity AsMessageDeleteActivity();
    IMessageReactionActivity AsMessageReactionActivity();
    IMessageUpdateActivity AsMessageUpdateActivity();
    ISuggestionActivity AsSuggestionActivity();
    ITypingActivity AsTypingActivity();
}
