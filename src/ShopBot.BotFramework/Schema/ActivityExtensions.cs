namespace Microsoft.Bot.Schema;

/// <summary>Mentions of the bot in what people write to it.</summary>
public static class ActivityExtensions
{
    /// <summary>Takes the mention of the recipient, which is the bot, out of the text.</summary>
    /// <returns>The text that is left.</returns>
    public static string RemoveRecipientMention(this IMessageActivity activity) =>
        activity.RemoveMentionText(activity.Recipient?.Id);

    /// <summary>Takes the mentions of one account out of the text.</summary>
    /// <returns>The text that is left.</returns>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        foreach (var mention in activity.GetMentions())
        {
            if (id is null || mention.Mentioned?.Id != id || activity.Text is null)
                continue;

            var passage = string.IsNullOrEmpty(mention.Text) ? $"<at>{mention.Mentioned.Name}</at>" : mention.Text;
            activity.Text = activity.Text.Replace(passage, string.Empty, StringComparison.OrdinalIgnoreCase).Trim();
        }

        return activity.Text;
    }

    public static bool MentionsRecipient(this IMessageActivity activity) => activity.MentionsId(activity.Recipient?.Id);

    public static bool MentionsId(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return id is not null && Array.Exists(activity.GetMentions(), mention => mention.Mentioned?.Id == id);
    }
}
