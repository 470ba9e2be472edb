namespace Microsoft.Bot.Schema;

/// <summary>A question to the bot whose answer is an <see cref="ActivityTypesEx.InvokeResponse"/> activity.</summary>
public interface IInvokeActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
    ConversationReference RelatesTo { get; set; }
}
