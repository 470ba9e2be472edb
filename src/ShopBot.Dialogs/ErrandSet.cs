using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Complaints;
using ShopBot.Dialogs.Custody;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Inspections;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Person;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Prepaid;
using ShopBot.Dialogs.Returns;
using ShopBot.Dialogs.Staff;

namespace ShopBot.Dialogs;

/// <summary>All errands, built once; a conversation has at most one under way.</summary>
public sealed class ErrandSet
{
    private readonly DialogSet _dialogs;

    public ErrandSet(
        ConversationState conversation, OrderingDialog ordering, OrdersDialog orders, PersonDialog person, StaffDialog staff, PhotoDialog photo,
        BindDialog bind, RevokeDialog revoke, ComplaintDialog complaints, WindowDialog windows, MovePickupDialog moves, InspectionDialog inspection,
        TopUpDialog topUp, CustodyDialog custody, PlaceDialog place)
    {
        Ordering = ordering;
        Orders = orders;
        Complaints = complaints;
        _dialogs = new DialogSet(conversation.CreateProperty<DialogState>("dialogs"))
            .Add(ordering).Add(orders).Add(person).Add(staff).Add(photo).Add(bind).Add(revoke).Add(complaints).Add(windows).Add(moves).Add(inspection)
            .Add(topUp).Add(custody).Add(place);
    }

    public OrderingDialog Ordering { get; }

    public OrdersDialog Orders { get; }

    public ComplaintDialog Complaints { get; }

    public Task<DialogContext> OpenAsync(ITurnContext turn, CancellationToken ct) => _dialogs.CreateContextAsync(turn, ct);

    /// <summary>Leaves what is under way, with its answers, and begins something else.</summary>
    public async Task BeginAsync(DialogContext dialogs, string dialogId, object? options, CancellationToken ct)
    {
        await LeaveAsync(dialogs, ct);
        await dialogs.BeginDialogAsync(dialogId, options, ct);
    }

    /// <summary>Gives the message to the errand under way. Where that ends by handing over to another one, the other begins.</summary>
    public static async Task GoOnAsync(DialogContext dialogs, CancellationToken ct)
    {
        if ((await dialogs.ContinueDialogAsync(ct)).Result is NextErrand next)
            await dialogs.BeginDialogAsync(next.DialogId, next.Options, ct);
    }

    public async Task LeaveAsync(DialogContext dialogs, CancellationToken ct)
    {
        await dialogs.CancelAllDialogsAsync(ct);
        await Ordering.DropDraftAsync(dialogs.Context, ct);
    }

    /// <summary>Drops what an older version of the program began and nobody can continue.</summary>
    public async Task DropAsync(DialogContext dialogs, CancellationToken ct)
    {
        // Not cancelled: the errand that would have to hear of it may be gone or see its state differently.
        dialogs.Stack.Clear();
        await Ordering.DropDraftAsync(dialogs.Context, ct);
    }

    /// <summary>Whether the errand under way waits for an address, which may come as a place on the map.</summary>
    public async Task<bool> IsAskingForAddressAsync(DialogContext dialogs, CancellationToken ct) =>
        dialogs.ActiveDialog?.Id == OrderingDialog.DialogId && await Ordering.IsAskingAsync(dialogs.Context, OrderField.Address, ct);

    /// <summary>Has the errand under way put its open question again.</summary>
    public static Task AskAgainAsync(DialogContext dialogs, CancellationToken ct) => SignalAsync(dialogs, Signal.AskAgain, ct);

    public static Task GoBackAsync(DialogContext dialogs, CancellationToken ct) => SignalAsync(dialogs, Signal.Back, ct);

    private static Task<DialogTurnResult> SignalAsync(DialogContext dialogs, Signal signal, CancellationToken ct)
    {
        Visit.Of(dialogs.Context).Signal = signal;
        return dialogs.ContinueDialogAsync(ct);
    }
}
