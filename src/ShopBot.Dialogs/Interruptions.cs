using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Intents;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Person;
using ShopBot.Dialogs.Places;
using ShopBot.Dialogs.Prepaid;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using static ShopBot.Dialogs.FrontDeskTexts;

namespace ShopBot.Dialogs;

/// <summary>What a person may say in the middle of an errand without leaving it, and the words that leave it.</summary>
public sealed class Interruptions(ErrandSet errands, SmallTalk smallTalk, IntentDesk intents, PersonDesk person, VisitorBook visitors, CardDesk cards)
{
    /// <returns>False where the message is for the errand itself.</returns>
    public async Task<bool> HandleAsync(DialogContext dialogs, DeskNote note, CancellationToken ct)
    {
        var visit = Visit.Of(dialogs.Context);
        if (visit.Said.Length > Visit.LongestMessage)
            return await AnswerAsync(dialogs, new TooLong(Visit.LongestMessage), ct);
        if (OpenQuestion.Offers(dialogs, visit.Key))
            return false;
        // A place answers the question for the address. Put to any other it asks where the shop is, and its label is nobody's name.
        if (visit.IsLocation && !await errands.IsAskingForAddressAsync(dialogs, ct))
        {
            visit.First(NearMe.In(visit)?.Words ?? visit.Say(new LocationReceived()));
            return await AnswerAsync(dialogs, answer: null, ct);
        }
        // Who only looks at orders has nothing half done: whatever else they say is answered as if they had closed the list.
        if (dialogs.ActiveDialog.Id is OrdersDialog.DialogId or StaffDialog.DialogId && await smallTalk.UnderstandsAsync(visit, ct))
        {
            await errands.LeaveAsync(dialogs, ct);
            await smallTalk.AnswerAsync(dialogs, note, ct);
            return true;
        }
        var isOrdering = dialogs.ActiveDialog.Id == OrderingDialog.DialogId;
        if (isOrdering && OrderingDialog.HearsBesides(visit))
            return false;
        if ((visit.Content.Commands.Find(visit.Key) ?? (isOrdering ? await intents.CommandAsync(dialogs, ct) : null)) is not { } command)
            return isOrdering && await intents.AnswerInPassingAsync(dialogs, ct) is { } answer && await AnswerAsync(dialogs, answer, ct);
        switch (command)
        {
            case Command.Cancel:
                await errands.LeaveAsync(dialogs, ct);
                await SmallTalk.SendWithMenuAsync(visit, isOrdering ? new OrderingTexts.OrderDropped() : new Stopped(), ct);
                return true;
            case Command.Back:
                await ErrandSet.GoBackAsync(dialogs, ct);
                return true;
            case Command.StartOver:
                visit.First(new OrderingTexts.BegunAnew());
                await errands.BeginAsync(dialogs, OrderingDialog.DialogId, null, ct);
                return true;
            case Command.SameAgain:
                await errands.BeginAsync(dialogs, OrderingDialog.DialogId, OrderingDialog.Again, ct);
                return true;
            case Command.Order when !isOrdering:
                await errands.BeginAsync(dialogs, OrderingDialog.DialogId, null, ct);
                return true;
            case Command.Orders:
                return await AnswerAsync(dialogs, await errands.Orders.InPassingAsync(visit, ct), ct);
            case Command.Balance:
                return await AnswerAsync(dialogs, await cards.BalanceAsync(visit, ct), ct);
            case Command.Person when isOrdering:
                return await AnswerAsync(dialogs, await person.AskInPassingAsync(visit, ct), ct);
            case Command.Person:
                await errands.BeginAsync(dialogs, PersonDialog.DialogId, null, ct);
                return true;
            case Command.Goodbye:
                await visit.SendAsync(new Goodbye(), ct);
                return true;
            case Command.Chinese or Command.English:
                await visitors.SwitchAsync(visit, command == Command.Chinese ? Languages.Chinese : Languages.English, ct);
                return await AnswerAsync(dialogs, new LanguageChanged(), ct);
            case Command.Yes or Command.No:
                return false;
            default:
                return await AnswerAsync(dialogs, InPassing(command, visit, isOrdering), ct);
        }
    }

    private static Text? InPassing(Command command, Visit visit, bool isOrdering) => command switch
    {
        Command.Help or Command.Menu => isOrdering ? new HelpWhileOrdering() : new HelpInBetween(),
        Command.Greeting => new GreetingInBetween(),
        Command.Thanks => new YouAreWelcome(),
        Command.PayInChat => new OrderingTexts.PayInChatNotYet(),
        _ => null,
    };

    private static async Task<bool> AnswerAsync(DialogContext dialogs, Text? answer, CancellationToken ct)
    {
        if (answer is not null)
            Visit.Of(dialogs.Context).First(answer);
        await ErrandSet.AskAgainAsync(dialogs, ct);
        return true;
    }
}
