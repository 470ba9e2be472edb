using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Inspections;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Returns;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Returns;

namespace ShopBot.Dialogs.Orders;

/// <summary>What the order's page says of an order, in the very words of the chat: the shop changes both in one place.</summary>
/// <remarks>Languages are culture names, one of <see cref="Languages"/>.</remarks>
public sealed class OrderPageWords(ContentBook content)
{
    /// <summary>With a capital where the language has them: in the chat it stands inside a sentence, here by itself.</summary>
    public string State(OrderDetails order, OrderState state, string language)
    {
        var words = OrderView.State(Voice(order, language), order.Kind, state);
        return string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
    }

    public string Handover(OrderDetails order, string language) => OrderWords.Handover(Voice(order, language), order.Handover);

    public string Payment(OrderDetails order, string language) => OrderWords.Payment(Voice(order, language), order.Payment);

    /// <summary>What was paid, and what of it is still to be settled; null where nothing was.</summary>
    public string? Paid(OrderDetails order, string language) => OrderView.PaidSoFar(Voice(order, language), order);

    /// <summary>What the customer said is in the bags; null where they said nothing.</summary>
    public string? Pieces(OrderDetails order, string language) => order.Pieces.Count == 0 ? null : Dialogs.Pieces.PieceWords.Names(Voice(order, language), order.Pieces);

    /// <summary>When the customer would like it; null where nothing was wished.</summary>
    public string? Wanted(OrderDetails order, string language) => order.Wanted is { } wanted ? WantedWords.When(Voice(order, language), wanted) : null;

    /// <summary>The booked pickup window; null where none is booked.</summary>
    public string? Pickup(OrderDetails order, string language) => order.Pickup is { } booked ? PickupWords.When(Voice(order, language), booked) : null;

    /// <summary>How it comes back, one to a line; empty where nothing is agreed.</summary>
    public IReadOnlyList<string> Return(OrderDetails order, ReturnCard? card, string language) => ReturnView.Facts(Voice(order, language), card);

    /// <summary>What was found and where it stands; a question that is open in full.</summary>
    public string Finding(OrderDetails order, FindingCard card, TimeZoneInfo zone, string language) =>
        OrderFindings.IsWaiting(card) ? FindingWords.Question(Voice(order, language), card, zone) : FindingWords.Line(Voice(order, language), card, zone);

    /// <summary>How to answer in the chat; null where nothing is waited for.</summary>
    public string? HowToAnswer(OrderDetails order, FindingCard card, string language)
    {
        if (!OrderFindings.IsWaiting(card))
            return null;
        var voice = Voice(order, language);
        return voice.Say(new InspectionTexts.AnswerInTheChat(string.Join(voice.IsChinese ? "、" : ", ", FindingWords.Choices(voice, card).Select(c => voice.IsChinese ? $"“{c}”" : $"\"{c}\""))));
    }

    private Voice Voice(OrderDetails order, string language) => content.Current.For(order.Shop).In(Languages.Closest(language));
}
