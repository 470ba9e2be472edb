using System.Runtime.CompilerServices;
using Microsoft.Bot.Builder;

namespace Microsoft.Bot.Schema;

public partial class Activity
{
    /// <summary>A message with empty lists of attachments and entities, ready to be filled.</summary>
    public static IMessageActivity CreateMessageActivity() =>
        new Activity(ActivityTypes.Message) { Attachments = [], Entities = [] };

    public static IContactRelationUpdateActivity CreateContactRelationUpdateActivity() => new Activity(ActivityTypes.ContactRelationUpdate);

    /// <summary>A conversation update with empty lists of members.</summary>
    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [], MembersRemoved = [] };

    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);
    public static IEndOfConversationActivity CreateEndOfConversationActivity() => new Activity(ActivityTypes.EndOfConversation);
    public static IEventActivity CreateEventActivity() => new Activity(ActivityTypes.Event);
    public static IInvokeActivity CreateInvokeActivity() => new Activity(ActivityTypes.Invoke);

    public static ITraceActivity CreateTraceActivity(
        string name, string valueType = null, object value = null, [CallerMemberName] string label = null) =>
        new Activity(ActivityTypes.Trace)
        {
            Name = name,
            Label = label,
            ValueType = valueType ?? value?.GetType().Name,
            Value = value,
        };

    /// <summary>A message back to whoever sent this one.</summary>
    /// <param name="locale">Null: the locale of this activity.</param>
    public Activity CreateReply(string text = null, string locale = null)
    {
        var reply = Answer(ActivityTypes.Message);
        reply.Text = text ?? string.Empty;
        reply.Locale = locale ?? Locale;
        reply.Attachments = [];
        reply.Entities = [];
        return reply;
    }

    /// <summary>A trace that belongs to this activity.</summary>
    public ITraceActivity CreateTrace(
        string name, object value = null, string valueType = null, [CallerMemberName] string label = null)
    {
        var trace = Answer(ActivityTypes.Trace);
        trace.Name = name;
        trace.Label = label;
        trace.ValueType = valueType ?? value?.GetType().Name;
        trace.Value = value;
        return trace;
    }

    public IMessageActivity AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;
    public IContactRelationUpdateActivity AsContactRelationUpdateActivity() => IsActivity(ActivityTypes.ContactRelationUpdate) ? this : null;
    public IConversationUpdateActivity AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;
    public IEndOfConversationActivity AsEndOfConversationActivity() => IsActivity(ActivityTypes.EndOfConversation) ? this : null;
    public IEventActivity AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;
    public IInstallationUpdateActivity AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;
    public IInvokeActivity AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;
    public IMessageDeleteActivity AsMessageDeleteActivity() => IsActivity(ActivityTypes.MessageDelete) ? this : null;
    public IMessageReactionActivity AsMessageReactionActivity() => IsActivity(ActivityTypes.MessageReaction) ? this : null;
    public IMessageUpdateActivity AsMessageUpdateActivity() => IsActivity(ActivityTypes.MessageUpdate) ? this : null;
    public ISuggestionActivity AsSuggestionActivity() => IsActivity(ActivityTypes.Suggestion) ? this : null;
    public ITypingActivity AsTypingActivity() => IsActivity(ActivityTypes.Typing) ? this : null;

    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    /// <summary>The entities that say who is mentioned in the text; empty when there are none.</summary>
    public Mention[] GetMentions()
    {
        if (Entities is not { Count: > 0 })
            return [];

        var mentions = new List<Mention>();
        foreach (var entity in Entities)
            if (entity is Mention mention)
                mentions.Add(mention);
            else if (string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase))
                mentions.Add(entity!.GetAs<Mention>());
        return [.. mentions];
    }

    public T GetChannelData<T>() => ChannelData is null ? default : StorageSerializer.Convert<T>(ChannelData);

    public bool TryGetChannelData<T>(out T instance)
    {
        instance = default;
        return ChannelData is not null && StorageSerializer.TryConvert(ChannelData, out instance);
    }

    /// <summary>True when the activity came over a connection that stays open, where the service url is no web address.</summary>
    public bool IsFromStreamingConnection() => ServiceUrl?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == false;

    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = IdToAnswer(),
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>The reference with which the reply itself can be updated or deleted.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply?.Id;
        return reference;
    }

    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale = reference.Locale ?? Locale;

        if (isIncoming)
        {
            From = reference.User;
            Recipient = reference.Bot;
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            From = reference.Bot;
            Recipient = reference.User;
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }

        return this;
    }

    /// <summary>True for the type itself and for its kinds (<c>message/…</c>), in any case of letters.</summary>
    protected virtual bool IsActivity(string activityType)
    {
        if (Type is null || activityType is null || !Type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase))
            return false;
        return Type.Length == activityType.Length || Type[activityType.Length] == '/';
    }

    /// <summary>A copy that can be addressed and filled further without the original noticing.</summary>
    /// <remarks>Lists are copied, what stands in them is shared: a card is not edited in place on its way out.</remarks>
    internal Activity Copy()
    {
        var copy = (Activity)MemberwiseClone();
        if (Attachments is not null)
            copy.Attachments = [.. Attachments];
        if (Entities is not null)
            copy.Entities = [.. Entities];
        if (SuggestedActions is not null)
            copy.SuggestedActions = new SuggestedActions(SuggestedActions.To, SuggestedActions.Actions is null ? null : [.. SuggestedActions.Actions]);
        if (_properties is not null)
            copy._properties = new Dictionary<string, System.Text.Json.JsonElement>(_properties);
        return copy;
    }

    private Activity Answer(string type) => new(type)
    {
        Timestamp = DateTimeOffset.UtcNow,
        From = Recipient is null ? new ChannelAccount() : new ChannelAccount(Recipient.Id, Recipient.Name),
        Recipient = From is null ? new ChannelAccount() : new ChannelAccount(From.Id, From.Name),
        ReplyToId = IdToAnswer(),
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = Conversation is null
            ? null
            : new ConversationAccount(Conversation.IsGroup, id: Conversation.Id, name: Conversation.Name),
    };

    // These two web channels make up ids for their conversation updates that a reply must not name.
    private string? IdToAnswer() =>
        string.Equals(Type, ActivityTypes.ConversationUpdate, StringComparison.OrdinalIgnoreCase) && ChannelId is "directline" or "webchat"
            ? null
            : Id;
}
