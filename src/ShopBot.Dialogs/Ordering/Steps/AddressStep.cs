using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

internal sealed class AddressStep : DraftStep
{
    private const int Shortest = 5, Longest = 120;

    public override OrderField Field => OrderField.Address;

    public override bool IsOpen(OrderTalk talk) => talk.Draft is { NeedsAddress: true, Address: null };

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct) =>
        Task.FromResult<OrderQuestion>(new OrderQuestion.Open(talk.Visit.Say(
            talk.Draft.Place is { } place ? new AskDoor(place)
            : talk.Draft.Handover == Handover.Collection ? new AskCollectionAddress()
            : new AskDeliveryAddress())));

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        var draft = talk.Draft;
        if (talk.Visit.IsLocation)
            return TakePlace(draft, answer.Text, talk.Visit.Point);
        if (answer.Text.Length == 0)
            return Wrong(new Errands.ErrandTexts.WordsNeeded());

        if (Take(draft, answer.Text) is { } wrong)
            return Wrong(wrong);
        return TakenTask;
    }

    /// <returns>Why it will not do; null = it is in the draft.</returns>
    public static Text? Take(OrderDraft draft, string text)
    {
        var address = (draft.Place is null ? text : $"{draft.Place} {text}").ReplaceLineEndings(" ");
        if (address.Length > Longest)
            return new AddressTooLong(Longest);
        if (address.Length < Shortest || !address.Any(char.IsLetter))
            return new AddressTooShort();
        // Where the address is not the place that was sent, its point is not either.
        if (draft.Place is null)
            (draft.Latitude, draft.Longitude) = (null, null);
        (draft.Address, draft.Place) = (address, null);
        return null;
    }

    public override void Clear(OrderTalk talk) => (talk.Draft.Address, talk.Draft.Place, talk.Draft.Latitude, talk.Draft.Longitude) = (null, null, null, null);

    // A map names the street or the compound, never the door.
    private static Task<OrderOutcome> TakePlace(OrderDraft draft, string label, GeoPoint? point)
    {
        if (label.Length == 0)
            return Wrong(new AddressNeedsText());
        (draft.Place, draft.Latitude, draft.Longitude) = (Heard.Quote(label, Longest / 2), point?.Latitude, point?.Longitude);
        return Task.FromResult<OrderOutcome>(new OrderOutcome.Turned());
    }
}
