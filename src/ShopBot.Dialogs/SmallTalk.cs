using System.Globalization;
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

/// <summary>Answers while no errand is under way, and finds out which one a person came for.</summary>
public sealed class SmallTalk(ErrandSet errands, IntentDesk intents, VisitorBook visitors, CardDesk cards)
{
    private static readonly Command[] Menu = [Command.Order, Command.Orders, Command.Help, Command.Person];

    /// <param name="note">Counts what was not understood.</param>
    public async Task AnswerAsync(DialogContext dialogs, DeskNote note, CancellationToken ct)
    {
        var visit = Visit.Of(dialogs.Context);
        var misses = note.NotUnderstood;
        note.NotUnderstood = 0;
        if (await intents.TakeOfferedAsync(dialogs, note, ct))
            return;
        if (CommandIn(visit) is { } command)
            await DoAsync(dialogs, visit, command, ct);
        else if (OrderNumberIn(visit) is { } number)
            await dialogs.BeginDialogAsync(OrdersDialog.DialogId, number, ct);
        else if (visit.Said.Length > Visit.LongestMessage)
            await SendWithMenuAsync(visit, new TooLong(Visit.LongestMessage), ct);
        else if (NearMe.In(visit) is { } near)
            await SendNearestAsync(visit, near, ct);
        else if (WithoutWords(visit) is { } answer)
            await SendWithMenuAsync(visit, answer, ct);
        else if (!await intents.HandleAsync(dialogs, note, ct))
        {
            note.NotUnderstood = misses + 1;
            await SendWithMenuAsync(visit, NotUnderstoodFor(visit, misses), ct);
        }
    }

    /// <summary>Whether a message says something by itself, also to somebody who is looking at a list.</summary>
    public async Task<bool> UnderstandsAsync(Visit visit, CancellationToken ct) => visit.Content.Commands.Find(visit.Key) is { } command
        ? command is not (Command.Yes or Command.No or Command.Back or Command.Cancel)
        : OrderNumberIn(visit) is not null || await intents.IsSureAsync(visit, ct) || await errands.Ordering.HearsOrderAsync(visit, ct);

    /// <summary>A message with the menu below it: that of customers or that of staff.</summary>
    public static Task SendWithMenuAsync(Visit visit, Text text, CancellationToken ct) =>
        visit.SendAsync(visit.Message(text, visit.Visitor.ActsAsStaff
            ? [visit.Say(new StaffTexts.MenuToday()), visit.Say(new StaffTexts.MenuHelp()), visit.Say(new StaffTexts.MenuCustomer())]
            : [visit.Say(new MenuOrder()), visit.Say(new MenuOrders()), visit.Say(new MenuHelp()), visit.Say(new MenuPerson())]), ct);

    private static Task SendNearestAsync(Visit visit, NearMe.Answer near, CancellationToken ct)
    {
        var message = Visit.Message(near.Words, visit.Say(new MenuOrder()), visit.Say(new MenuPerson()));
        message.SuggestedActions.Actions.Insert(0, Choices.Open(visit.Say(new PlacesTexts.OnTheMap()), near.Map));
        return visit.SendAsync(message, ct);
    }

    /// <summary>What the person wants, said by a word, a line of the menu or its number.</summary>
    private static Command? CommandIn(Visit visit)
    {
        if (visit.Content.Commands.Find(visit.Key) is { } command)
            return command;
        if (Numbers.IsPlain(visit.Key, out var place))
            return place >= 1 && place <= Menu.Length ? Menu[place - 1] : null;
        return visit.IsSaying(new MenuOrder()) ? Command.Order
            : visit.IsSaying(new MenuOrders()) ? Command.Orders
            : visit.IsSaying(new MenuHelp()) ? Command.Help
            : visit.IsSaying(new MenuPerson()) ? Command.Person
            : null;
    }

    private async Task DoAsync(DialogContext dialogs, Visit visit, Command command, CancellationToken ct)
    {
        switch (command)
        {
            case Command.Order or Command.StartOver:
                await dialogs.BeginDialogAsync(OrderingDialog.DialogId, cancellationToken: ct);
                return;
            case Command.SameAgain:
                await dialogs.BeginDialogAsync(OrderingDialog.DialogId, OrderingDialog.Again, ct);
                return;
            case Command.Orders:
                await dialogs.BeginDialogAsync(OrdersDialog.DialogId, cancellationToken: ct);
                return;
            case Command.Person:
                await dialogs.BeginDialogAsync(PersonDialog.DialogId, cancellationToken: ct);
                return;
            case Command.Balance:
                await SendWithMenuAsync(visit, await cards.BalanceAsync(visit, ct), ct);
                return;
            case Command.Yes when visit.Visitor.LastOrder > 0:
                await errands.Orders.SayAlreadyPlacedAsync(visit, visit.Visitor.LastOrder, ct);
                return;
            case Command.Chinese or Command.English:
                await visitors.SwitchAsync(visit, command == Command.Chinese ? Languages.Chinese : Languages.English, ct);
                break;
        }
        await SendWithMenuAsync(visit, AnswerTo(visit, command), ct);
    }

    private static Text AnswerTo(Visit visit, Command command) => command switch
    {
        Command.Help => new Help(visit.ShopName),
        Command.Greeting => new Greeting(visit.ShopName),
        Command.Thanks => new YouAreWelcome(),
        Command.Goodbye => new Goodbye(),
        Command.Chinese or Command.English => new LanguageChanged(),
        Command.Cancel => new NothingToCancel(),
        Command.Back => new NothingToGoBackTo(),
        Command.Continue => new NothingToContinue(),
        Command.PayInChat => new OrderingTexts.PayInChatNotYet(),
        Command.Yes => new NothingToConfirm(),
        _ => new Menu(visit.ShopName),
    };

    /// <summary>"订单 12": an order by its number.</summary>
    private static int? OrderNumberIn(Visit visit) =>
        visit.Content.Commands.TryBeginning(visit.Key, out var command, out var rest)
        && command is Command.Orders or Command.Order
        && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && rest.Length > 0
            ? number
            : null;

    private static Text? WithoutWords(Visit visit)
    {
        if (visit.IsLocation)
            return new LocationReceived();
        if (visit.Said.Length > 0)
            return null;
        var type = visit.Turn.Activity.Attachments?.FirstOrDefault()?.ContentType ?? "";
        return type.StartsWith("image/", StringComparison.Ordinal) ? new PictureReceived()
            : type.StartsWith("audio/", StringComparison.Ordinal) ? new VoiceReceived()
            : type.StartsWith("video/", StringComparison.Ordinal) ? new VideoReceived()
            : type == "text/html" ? new LinkReceived()
            : new OtherReceived();
    }

    private static Text NotUnderstoodFor(Visit visit, int misses) => misses == 0 ? new NotUnderstood(Heard.Quote(visit.Said))
        : misses % 2 == 1 ? new NotUnderstoodAgain()
        : new NotUnderstoodStill();
}
