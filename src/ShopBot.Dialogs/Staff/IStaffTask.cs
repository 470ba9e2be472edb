using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Hearing;

namespace ShopBot.Dialogs.Staff;

/// <summary>Does what some of the staff's words ask for. Registered once; <see cref="StaffDesk"/> hands it the messages that begin with them.</summary>
public interface IStaffTask
{
    /// <summary>Nobody else takes these.</summary>
    IReadOnlyCollection<StaffWord> Words { get; }

    /// <summary>Answers the message. The one who speaks works here at this moment; what their role may do is the task's to ask.</summary>
    Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct);
}
