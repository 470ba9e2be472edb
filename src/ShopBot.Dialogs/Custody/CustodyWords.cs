using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Staff;
using static ShopBot.Dialogs.Custody.CustodyTexts;

namespace ShopBot.Dialogs.Custody;

/// <summary>The steps of a bag in the shop's words, for the chat and for the order's page.</summary>
/// <remarks>Languages are culture names, one of <see cref="Languages"/>.</remarks>
public sealed class CustodyWords(ContentBook content)
{
    private static readonly Dictionary<StaffWord, CustodyKind> Steps = new()
    {
        [StaffWord.HandOver] = CustodyKind.HandedOver,
        [StaffWord.Receive] = CustodyKind.Received,
        [StaffWord.Open] = CustodyKind.Opened,
        [StaffWord.Inspect] = CustodyKind.Inspected,
        [StaffWord.Pack] = CustodyKind.Packed,
    };

    /// <summary>The words with which staff write a step themselves.</summary>
    public static IReadOnlyCollection<StaffWord> StaffWords => Steps.Keys;

    public static CustodyKind StepOf(StaffWord word) => Steps[word];

    /// <summary>What to type or tap for a step of a bag: <c>收到 E0231</c>.</summary>
    public static string Command(Visit visit, CustodyKind step, string bag) => $"{StaffCommand.WordFor(visit, Steps.First(s => s.Value == step).Key)} {bag}";

    public string Step(string shop, CustodyKind kind, string language) => Voice(shop, language).Say(Step(kind));

    public string Role(string shop, StaffRole role, string language) => Voice(shop, language).Say(StaffRoles.Name(role));

    internal static Text Step(CustodyKind kind) => kind switch
    {
        CustodyKind.Sealed => new StepSealed(),
        CustodyKind.HandedOver => new StepHandedOver(),
        CustodyKind.Received => new StepReceived(),
        CustodyKind.Opened => new StepOpened(),
        CustodyKind.Inspected => new StepInspected(),
        CustodyKind.Washing => new StepWashing(),
        CustodyKind.Washed => new StepWashed(),
        CustodyKind.Packed => new StepPacked(),
        CustodyKind.OutForDelivery => new StepOutForDelivery(),
        CustodyKind.Delivered => new StepDelivered(),
        CustodyKind.ReturnedUnwashed => new StepReturnedUnwashed(),
        CustodyKind.LeftWithNeighbour => new StepLeftWithNeighbour(),
        CustodyKind.LeftInLocker => new StepLeftInLocker(),
        CustodyKind.BroughtBack => new StepBroughtBack(),
        _ => new StepUndone(),
    };

    private Voice Voice(string shop, string language) => content.Current.For(shop).In(Languages.Closest(language));
}
