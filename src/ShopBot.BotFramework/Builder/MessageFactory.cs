using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Messages ready to be sent.</summary>
public static class MessageFactory
{
    /// <param name="ssml">What to say aloud instead of the text.</param>
    /// <param name="inputHint">Null: accepting input.</param>
    public static Activity Text(string text, string ssml = null, string inputHint = null)
    {
        var message = (Activity)Activity.CreateMessageActivity();
        Say(message, text, ssml, inputHint);
        return message;
    }

    /// <summary>A message with answers to tap; each says what stands on it.</summary>
    public static IMessageActivity SuggestedActions(IEnumerable<string> actions, string text = null, string ssml = null, string inputHint = null) =>
        SuggestedActions(actions, text, ssml, inputHint, toList: null);

    /// <param name="toList">Ids of those who see the answers; null: everybody.</param>
    public static IMessageActivity SuggestedActions(
        IEnumerable<string> actions, string text, string ssml, string inputHint, IList<string> toList)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var buttons = new List<CardAction>();
        foreach (var action in actions)
            buttons.Add(new CardAction(ActionTypes.ImBack, action, value: action));
        return SuggestedActions(buttons, text, ssml, inputHint, toList);
    }

    public static IMessageActivity SuggestedActions(
        IEnumerable<CardAction> cardActions, string text = null, string ssml = null, string inputHint = null) =>
        SuggestedActions(cardActions, text, ssml, inputHint, toList: null);

    /// <param name="toList">Ids of those who see the answers; null: everybody.</param>
    public static IMessageActivity SuggestedActions(
        IEnumerable<CardAction> cardActions, string text, string ssml, string inputHint, IList<string> toList)
    {
        ArgumentNullException.ThrowIfNull(cardActions);
        var message = Text(text, ssml, inputHint);
        message.SuggestedActions = new SuggestedActions(toList, [.. cardActions]);
        return message;
    }

    public static IMessageActivity Attachment(Attachment attachment, string text = null, string ssml = null, string inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return Attachment([attachment], text, ssml, inputHint);
    }

    /// <summary>A message with attachments one below the other.</summary>
    public static IMessageActivity Attachment(
        IEnumerable<Attachment> attachments, string text = null, string ssml = null, string inputHint = null) =>
        WithAttachments(AttachmentLayoutTypes.List, attachments, text, ssml, inputHint);

    /// <summary>A message with attachments side by side.</summary>
    public static IMessageActivity Carousel(
        IEnumerable<Attachment> attachments, string text = null, string ssml = null, string inputHint = null) =>
        WithAttachments(AttachmentLayoutTypes.Carousel, attachments, text, ssml, inputHint);

    /// <summary>A message with a picture or file that lies at an address.</summary>
    /// <exception cref="ArgumentNullException">No address, or no media type.</exception>
    public static IMessageActivity ContentUrl(
        string url, string contentType, string name = null, string text = null, string ssml = null, string inputHint = null)
    {
        Required.Text(url);
        Required.Text(contentType);
        return Attachment(new Attachment(contentType, url, name: name ?? string.Empty), text, ssml, inputHint);
    }

    private static Activity WithAttachments(string layout, IEnumerable<Attachment> attachments, string text, string ssml, string inputHint)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        var message = Text(text, ssml, inputHint);
        message.AttachmentLayout = layout;
        message.Attachments = [.. attachments];
        return message;
    }

    private static void Say(Activity message, string text, string ssml, string inputHint)
    {
        message.Text = string.IsNullOrWhiteSpace(text) ? null : text;
        message.Speak = string.IsNullOrWhiteSpace(ssml) ? null : ssml;
        message.InputHint = inputHint ?? InputHints.AcceptingInput;
    }
}
