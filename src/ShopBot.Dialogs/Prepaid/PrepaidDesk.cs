using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Charges;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Prepaid;
using ShopBot.Shops.Staff;
using static ShopBot.Dialogs.Prepaid.PrepaidTexts;

namespace ShopBot.Dialogs.Prepaid;

/// <summary>Staff put money on a card, correct it, look at it, or give it back to somebody who left: <c>充值 13800138000 500</c>.</summary>
/// <remarks>What a message lacks is answered with how to write it; what it says is confirmed in <see cref="TopUpDialog"/>.</remarks>
public sealed class PrepaidDesk(ErrandSet errands, PrepaidReader cards, StaffReader staff) : IStaffTask
{
    private const int LinesShown = 5;

    public IReadOnlyCollection<StaffWord> Words { get; } = [StaffWord.TopUp, StaffWord.CorrectBalance, StaffWord.CardBalance, StaffWord.ClaimBalance];

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        await errands.LeaveAsync(dialogs, ct);
        if (visit.Content.Prepaid is not { } rules)
            await visit.SendAsync(new NoCards(), ct);
        else if (await staff.FindAsync(visit.Shop, visit.Contact, ct) is not { Role: StaffRole.Manager or StaffRole.Clerk })
            await visit.SendAsync(new ChargesTexts.OnlyManagersAndClerks(), ct);
        else if (Phone(command.Rest) is not var (phone, rest))
            await visit.SendAsync(new PhoneUnclear(Heard.Quote(command.Rest), Example(visit, command.Word)), ct);
        else if (command.Word == StaffWord.CardBalance)
            await ShowAsync(visit, phone, ct);
        else if (command.Word == StaffWord.ClaimBalance)
            await ClaimAsync(dialogs, visit, phone, ct);
        else if (Read(visit, rules, command.Word, phone, rest) is var (wanted, problem) && problem is not null)
            await visit.SendAsync(problem, ct);
        else
            await errands.BeginAsync(dialogs, TopUpDialog.DialogId, wanted, ct);
    }

    private static (string? Wanted, Text? Problem) Read(Visit visit, PrepaidRules rules, StaffWord word, string phone, string rest)
    {
        var (isCorrection, example, currency) = (word == StaffWord.CorrectBalance, Example(visit, word), visit.Settings.Currency);
        // Only a correction goes both ways.
        var isLess = isCorrection && rest is ['-' or '－' or '−', ..];
        if (Amounts.Beginning(isLess ? rest[1..] : rest, currency) is not var (amount, reason))
            return (null, new AmountUnclear(Heard.Quote(rest), example));
        if (amount.Amount > rules.Most || (!isCorrection && amount.Amount < rules.Least))
            return (null, new AmountOutside(isCorrection ? Money.Of(0.01m, currency).ToString() : Money.Of(rules.Least, currency).ToString(), Money.Of(rules.Most, currency).ToString()));
        if (isCorrection && reason.Length is 0 or > TopUpPrepaid.LongestReason)
            return (null, reason.Length == 0 ? new ReasonMissing(example) : new ReasonTooLong(TopUpPrepaid.LongestReason));
        if (!isCorrection && reason.Length > 0)
            return (null, new AmountUnclear(Heard.Quote(rest), example));
        var wanted = new TopUpWanted(isCorrection ? PrepaidKind.Correction : PrepaidKind.TopUp, phone, isLess ? -amount.Minor : amount.Minor, reason.ReplaceLineEndings(" "));
        return (wanted.ToString(), null);
    }

    private async Task ShowAsync(Visit visit, string phone, CancellationToken ct)
    {
        var owners = await cards.OwnersAsync(visit.Shop, phone, ct);
        var claimable = await cards.ClaimableAsync(visit.Shop, phone, ct);
        var said = new List<string>();
        foreach (var owner in owners)
        {
            var card = await cards.CardAsync(visit.Shop, owner.CustomerId, LinesShown, ct);
            said.Add(visit.Say(new CardOf(TopUpDialog.NameOf(visit, owner), PhoneNumbers.Masked(phone), card.Balance.ToString(), PrepaidWords.Lines(visit.Voice, card.Lines, visit.Settings.Zone))).TrimEnd());
        }
        if (claimable.Minor > 0)
            said.Add(visit.Say(new Claimable(claimable.ToString())));
        if (said.Count == 0)
            said.Add(visit.Say(new NobodyByPhone(PhoneNumbers.Masked(phone))));
        await visit.SendAsync(Visit.Message(string.Join("\n", said)), ct);
    }

    private async Task ClaimAsync(DialogContext dialogs, Visit visit, string phone, CancellationToken ct)
    {
        if (!visit.Visitor.IsManager)
            await visit.SendAsync(new StaffTexts.OnlyManagersDo(), ct);
        else if (await cards.ClaimableAsync(visit.Shop, phone, ct) is not { Minor: > 0 } amount)
            await visit.SendAsync(new NothingToClaim(PhoneNumbers.Masked(phone)), ct);
        else
            await errands.BeginAsync(dialogs, TopUpDialog.DialogId, new TopUpWanted(PrepaidKind.Moved, phone, amount.Minor, "").ToString(), ct);
    }

    /// <summary>A phone at the beginning, perhaps with blanks in it, and what stands behind.</summary>
    private static (string Phone, string Behind)? Phone(string typed)
    {
        var at = 0;
        for (var parts = 0; parts < 4 && at < typed.Length; parts++)
        {
            var blank = typed.IndexOf(' ', at);
            var to = blank < 0 ? typed.Length : blank;
            if (PhoneNumbers.Read(typed[..to]) is { } phone)
                return (phone, typed[to..].Trim());
            at = to + 1;
        }
        return null;
    }

    private static string Example(Visit visit, StaffWord word) => visit.Say(word switch
    {
        StaffWord.TopUp => new TopUpExample(),
        StaffWord.CorrectBalance => new CorrectExample(),
        _ => (Text)new BalanceExample(),
    });
}

/// <summary>What staff want done to a card, as the dialog is begun with it.</summary>
internal sealed record TopUpWanted(PrepaidKind Kind, string Phone, long AmountInMinor, string Reason)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}|{Phone}|{AmountInMinor}|{Reason}");

    public static TopUpWanted Read(string written)
    {
        var parts = written.Split('|', 4);
        return new TopUpWanted(Enum.Parse<PrepaidKind>(parts[0]), parts[1], long.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
    }
}
