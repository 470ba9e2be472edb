using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Charges;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Prepaid;
using static ShopBot.Dialogs.Prepaid.PrepaidTexts;

namespace ShopBot.Dialogs.Prepaid;

/// <summary>Money goes onto a card, or off it: whose, and is it meant. Name, masked phone and the new balance are shown before.</summary>
/// <remarks>Begun with a <see cref="TopUpWanted"/>.</remarks>
public sealed class TopUpDialog : Errand
{
    public const string DialogId = "top-up";
    private const string StepsId = "steps", PickId = "pick", OwnerKey = "owner", Yes = "yes", No = "no";

    private readonly PrepaidReader _cards;
    private readonly TopUpPrepaid _topUp;
    private readonly ClaimPrepaid _claim;
    private readonly VisitorBook _visitors;

    public TopUpDialog(PrepaidReader cards, TopUpPrepaid topUp, ClaimPrepaid claim, VisitorBook visitors)
        : base(DialogId)
    {
        (_cards, _topUp, _claim, _visitors) = (cards, topUp, claim, visitors);
        AddDialog(new WaterfallDialog(StepsId, [AskWhoAsync, ConfirmAsync, DoAsync]));
        AddDialog(new PickPrompt(PickId));
    }

    internal static string NameOf(Visit visit, PrepaidOwner owner) => owner.Name.Length > 0 ? owner.Name : visit.Say(new Nameless());

    protected override async Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct)
    {
        await innerDc.RepromptDialogAsync(ct);
        return EndOfTurn;
    }

    protected override async Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct)
    {
        await SmallTalk.SendWithMenuAsync(Visit.Of(innerDc.Context), new NothingDone(), ct);
        return await innerDc.CancelAllDialogsAsync(ct);
    }

    private async Task<DialogTurnResult> AskWhoAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var (visit, wanted) = (Visit.Of(step.Context), TopUpWanted.Read((string)step.Options));
        var owners = await _cards.OwnersAsync(visit.Shop, wanted.Phone, ct);
        if (owners.Count == 0)
            return await EndAsync(step, visit, new NobodyByPhone(PhoneNumbers.Masked(wanted.Phone)), ct);
        if (owners is [var only])
            return await step.NextAsync(new FoundChoice { Value = only.CustomerId.ToString("N") }, ct);
        return await step.PromptAsync(PickId, new PromptOptions
        {
            Prompt = visit.Message(new AskWho(PhoneNumbers.Masked(wanted.Phone))),
            Choices =
            [
                .. owners.Select(o => PickPrompt.Choice(o.CustomerId.ToString("N"), visit.Say(o.LastOrder is { } number
                    ? new OwnerChoice(NameOf(visit, o), o.Balance.ToString(), number)
                    : new OwnerChoiceNew(NameOf(visit, o), o.Balance.ToString())))),
                PickPrompt.No(No, visit.Say(new Nobody())),
            ],
        }, ct);
    }

    private async Task<DialogTurnResult> ConfirmAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var (visit, wanted) = (Visit.Of(step.Context), TopUpWanted.Read((string)step.Options));
        var picked = ((FoundChoice)step.Result).Value;
        if ((await _cards.OwnersAsync(visit.Shop, wanted.Phone, ct)).FirstOrDefault(o => o.CustomerId.ToString("N") == picked) is not { } owner)
            return await EndAsync(step, visit, new NothingDone(), ct);
        var after = owner.Balance with { Minor = owner.Balance.Minor + wanted.AmountInMinor };
        // The operation looks again; what it would refuse need not be asked about.
        if (after.Minor < 0)
            return await EndAsync(step, visit, new NotCovered(owner.Balance.ToString()), ct);
        if (wanted is { Kind: not PrepaidKind.Moved, AmountInMinor: > 0 } && after.Minor > Most(visit))
            return await EndAsync(step, visit, new TooMuch(owner.Balance.ToString(), (after with { Minor = Most(visit) }).ToString()), ct);
        step.Values[OwnerKey] = picked;
        var (name, phone, amount) = (NameOf(visit, owner), PhoneNumbers.Masked(wanted.Phone), after with { Minor = wanted.AmountInMinor });
        var (question, yes) = wanted.Kind switch
        {
            PrepaidKind.TopUp => ((Text)new AskTopUp(name, phone, amount.ToString(), owner.Balance.ToString(), after.ToString()), (Text)new DoTopUp()),
            PrepaidKind.Correction => (new AskCorrect(name, phone, amount.WithSign(), wanted.Reason, owner.Balance.ToString(), after.ToString()), new DoCorrect()),
            _ => (new AskClaim(name, phone, amount.ToString(), owner.Balance.ToString(), after.ToString()), new DoClaim()),
        };
        return await step.PromptAsync(PickId, new PromptOptions
        {
            Prompt = visit.Message(question),
            Choices = [PickPrompt.Yes(Yes, visit.Say(yes)), PickPrompt.No(No, visit.Say(new DoNothing()))],
        }, ct);
    }

    private async Task<DialogTurnResult> DoAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var (visit, wanted) = (Visit.Of(step.Context), TopUpWanted.Read((string)step.Options));
        if (((FoundChoice)step.Result).Value != Yes)
            return await EndAsync(step, visit, new NothingDone(), ct);
        var owner = Guid.ParseExact((string)step.Values[OwnerKey], "N");
        var name = (await _cards.OwnersAsync(visit.Shop, wanted.Phone, ct)).FirstOrDefault(o => o.CustomerId == owner) is { } known ? NameOf(visit, known) : "";
        return await EndAsync(step, visit, wanted.Kind == PrepaidKind.Moved ? await ClaimAsync(visit, wanted, owner, name, ct) : await WriteAsync(visit, wanted, owner, name, ct), ct);
    }

    private async Task<Text> WriteAsync(Visit visit, TopUpWanted wanted, Guid owner, string name, CancellationToken ct)
    {
        var (key, actor) = (visit.NextKey("top-up"), new Actor(visit.Contact));
        var result = wanted.Kind == PrepaidKind.Correction
            ? await _topUp.CorrectAsync(visit.Shop, key, actor, owner, wanted.AmountInMinor, wanted.Reason, Most(visit), ct)
            : await _topUp.RunAsync(visit.Shop, key, actor, owner, wanted.AmountInMinor, Most(visit), ct);
        if (result is TopUpPrepaidResult.NotStaff)
            await _visitors.RecogniseStaffAsync(visit, ct);
        return result switch
        {
            TopUpPrepaidResult.Written done => new Done(name, new Money(done.AmountInMinor, done.Currency).WithSign(), new Money(done.BalanceInMinor, done.Currency).ToString()),
            TopUpPrepaidResult.TooMuch much => new TooMuch(new Money(much.BalanceInMinor, much.Currency).ToString(), new Money(Most(visit), much.Currency).ToString()),
            TopUpPrepaidResult.NotCovered little => new NotCovered(new Money(little.BalanceInMinor, little.Currency).ToString()),
            TopUpPrepaidResult.NotAllowed => new ChargesTexts.OnlyManagersAndClerks(),
            TopUpPrepaidResult.NotStaff => new StaffTexts.NoLongerStaff(),
            _ => new NobodyByPhone(PhoneNumbers.Masked(wanted.Phone)),
        };
    }

    private async Task<Text> ClaimAsync(Visit visit, TopUpWanted wanted, Guid owner, string name, CancellationToken ct) =>
        await _claim.RunAsync(visit.Shop, visit.NextKey("claim-prepaid"), new Actor(visit.Contact), wanted.Phone, owner, ct) switch
        {
            ClaimPrepaidResult.Claimed done => new Done(name, new Money(done.AmountInMinor, done.Currency).WithSign(), new Money(done.BalanceInMinor, done.Currency).ToString()),
            ClaimPrepaidResult.NotManager => new StaffTexts.OnlyManagersDo(),
            ClaimPrepaidResult.NothingLeft => new NothingToClaim(PhoneNumbers.Masked(wanted.Phone)),
            _ => new NobodyByPhone(PhoneNumbers.Masked(wanted.Phone)),
        };

    private static long Most(Visit visit) => Money.Of(visit.Content.Prepaid?.MostOnCard ?? 0, visit.Settings.Currency).Minor;

    private static async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, Visit visit, Text answer, CancellationToken ct)
    {
        await SmallTalk.SendWithMenuAsync(visit, answer, ct);
        return await step.EndDialogAsync(cancellationToken: ct);
    }
}
