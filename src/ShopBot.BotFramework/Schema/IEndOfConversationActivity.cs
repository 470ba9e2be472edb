namespace Microsoft.Bot.Schema;

public interface IEndOfConversationActivity : IActivity
{
    /// <summary>Why it ended: one of <see cref="EndOfConversationCodes"/>.</summary>
    string Code { get; set; }

    string Text { get; set; }
}
