using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.PickupTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>The question for a window: a few of the free ones to tap, and the way to the others.</summary>
/// <param name="Choices">Codes: a window's <see cref="PickupWords.Code"/>, or what <see cref="WindowAnswer"/> reads.</param>
internal sealed record WindowQuestion(string Words, List<Choice> Choices)
{
    /// <param name="free">1 or more.</param>
    /// <param name="wished">In each of its readings; empty where no time is wished.</param>
    /// <param name="after">The last window shown before; null = the list begins at its beginning.</param>
    public static WindowQuestion Of(Voice voice, IReadOnlyList<PickupWindow> free, IReadOnlyList<WantedTime> wished, string? after)
    {
        if (wished is [var first, ..])
        {
            var when = WantedWords.When(voice, wished.Count > 1 ? first with { Window = null } : first);
            return Fitting(free, wished) switch
            {
                [] => Offer(voice, new PickupNotThen(when), free, WindowChoices.Nearest(free, first)),
                [var only] => OfferOnly(voice, free, only),
                var fitting => Offer(voice, new AskPickupThen(when), free, [.. fitting.Take(WindowChoices.Shown)]),
            };
        }
        var from = free.TakeWhile(w => string.CompareOrdinal(PickupWords.Code(w), after) <= 0).Count();
        if (from >= free.Count)
            from = 0;
        return Offer(voice, from == 0 ? new AskPickup() : new AskPickupLater(), free, [.. free.Skip(from).Take(WindowChoices.Shown)]);
    }

    /// <summary>The free windows that fit one of the readings of a wish.</summary>
    public static IReadOnlyList<PickupWindow> Fitting(IReadOnlyList<PickupWindow> free, IReadOnlyList<WantedTime> wished) =>
        [.. wished.SelectMany(w => WindowChoices.Fitting(free, w)).Distinct().OrderBy(w => w.Start)];

    // To one window people say yes.
    private static WindowQuestion OfferOnly(Voice voice, IReadOnlyList<PickupWindow> free, PickupWindow only)
    {
        var question = Offer(voice, new AskThisWindow(PickupWords.When(voice, only)), free, [only]);
        question.Choices[0] = PickPrompt.Yes(PickupWords.Code(only), question.Choices[0].Action.Title);
        return question;
    }

    private static WindowQuestion Offer(Voice voice, Text words, IReadOnlyList<PickupWindow> free, IReadOnlyList<PickupWindow> shown)
    {
        var choices = shown.Select(w => PickupWords.Choice(voice, w, isSoonest: w == free[0])).ToList();
        if (shown[^1] != free[^1])
            choices.Add(PickPrompt.Choice(WindowAnswer.LaterThan(PickupWords.Code(shown[^1])), voice.Say(new LaterWindows())));
        if (shown[0] != free[0])
            choices.Add(PickPrompt.Choice(WindowAnswer.FirstCode, voice.Say(new FirstWindows()), PickupWords.Soonest(voice)));
        return new WindowQuestion(voice.Say(words), choices);
    }
}

/// <summary>What was tapped of a <see cref="WindowQuestion"/>.</summary>
internal abstract record WindowAnswer
{
    public const string FirstCode = "first";
    private const string LaterMark = "later";

    private WindowAnswer() { }

    /// <returns>Null for a code of something else.</returns>
    public static WindowAnswer? Read(string code) =>
        code == FirstCode ? new Other(null)
        : code.StartsWith(LaterMark, StringComparison.Ordinal) ? new Other(code[LaterMark.Length..])
        : PickupWords.Read(code) is var (day, start) ? new Window(day, start)
        : null;

    public static string LaterThan(string code) => LaterMark + code;

    /// <param name="After">The last of those shown; null = from the beginning.</param>
    public sealed record Other(string? After) : WindowAnswer;

    public sealed record Window(DateOnly Day, TimeOnly Start) : WindowAnswer;
}
