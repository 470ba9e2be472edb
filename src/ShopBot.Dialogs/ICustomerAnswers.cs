using Microsoft.Bot.Builder.Dialogs;

namespace ShopBot.Dialogs;

/// <summary>Takes what customers answer to a notice, perhaps days later and in the middle of something else.</summary>
/// <remarks>Asked for every message of a customer, so it decides by the words first: choices of notices name the order's number.</remarks>
public interface ICustomerAnswers
{
    /// <returns>False where the message is no such answer; then nothing was done.</returns>
    Task<bool> TakeAsync(DialogContext dialogs, Visit visit, DeskNote note, CancellationToken ct);
}
