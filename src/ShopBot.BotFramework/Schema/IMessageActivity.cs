namespace Microsoft.Bot.Schema;

/// <summary>Something said, by either side.</summary>
public interface IMessageActivity : IActivity
{
    string Locale { get; set; }
    string Text { get; set; }

    /// <summary>What to say aloud instead of the text; SSML or plain.</summary>
    string Speak { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    string InputHint { get; set; }

    string Summary { get; set; }

    /// <summary>One of <see cref="TextFormatTypes"/>.</summary>
    string TextFormat { get; set; }

    /// <summary>One of <see cref="AttachmentLayoutTypes"/>.</summary>
    string AttachmentLayout { get; set; }

    IList<Attachment> Attachments { get; set; }
    SuggestedActions SuggestedActions { get; set; }
    string Importance { get; set; }
    string DeliveryMode { get; set; }
    DateTimeOffset? Expiration { get; set; }

    /// <summary>What came with a tapped button.</summary>
    object Value { get; set; }

    /// <summary>True when there is text, a summary, an attachment or channel data.</summary>
    bool HasContent();

    Mention[] GetMentions();
}
