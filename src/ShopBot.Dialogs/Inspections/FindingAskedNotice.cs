using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Media;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Inspections.InspectionTexts;

namespace ShopBot.Dialogs.Inspections;

/// <summary>To the customer: picture, explanation and choices, in one notice. Nothing is said where there is nothing to decide any more.</summary>
public sealed class FindingAskedNotice(InspectionReader inspections, OrderReader orders, OrderLinks links, NoticeForms forms, ShopBook shops) : Notice<FindingAsked>
{
    protected override IReadOnlyList<string> FormNames(FindingAsked fact) => FindingForm.Names;

    protected override async Task<Activity?> WriteAsync(FindingAsked fact, Voice voice, CancellationToken ct)
    {
        if (await inspections.FindAsync(fact.Shop, fact.FindingId, ct) is not { MayAnswer: true, Finding.State: FindingState.Asked } card)
            return null;
        var words = FindingWords.Question(voice, card, shops[fact.Shop].Zone);
        var message = Visit.Message($"{words}\n{links.For(card.Token)}", FindingWords.Choices(voice, card));
        message.Attachments = [.. card.Finding.MediaIds.Select(id => new Attachment("image/jpeg", MediaReference.For(id)))];
        message.ChannelData = await FindingForm.WriteAsync(forms, orders, fact.Shop, card, voice, card.Finding.AskedAt, voice.Say(new QuestionHere()), ct);
        return message;
    }
}
