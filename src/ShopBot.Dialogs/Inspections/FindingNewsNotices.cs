using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Inspections.InspectionTexts;

namespace ShopBot.Dialogs.Inspections;

/// <summary>To the customer: what became of a question they were asked.</summary>
/// <typeparam name="TFact">What became of it.</typeparam>
public abstract class FindingNewsNotice<TFact>(InspectionReader inspections, OrderReader orders, NoticeForms forms) : Notice<TFact>
    where TFact : class, IShopFact
{
    protected override IReadOnlyList<string> FormNames(TFact fact) => FindingForm.Names;

    protected override async Task<Activity?> WriteAsync(TFact fact, Voice voice, CancellationToken ct)
    {
        if (await inspections.FindAsync(fact.Shop, FindingOf(fact), ct) is not { } card || Say(fact, voice, card) is not { } words)
            return null;
        var message = Visit.Message(voice.Say(words), OffersChoices && card.MayAnswer ? FindingWords.Choices(voice, card) : []);
        message.ChannelData = await FindingForm.WriteAsync(forms, orders, fact.Shop, card, voice, card.Finding.AnsweredAt ?? card.Finding.AskedAt, What(voice, card), ct);
        return message;
    }

    /// <summary>Whether the choices are put again.</summary>
    protected virtual bool OffersChoices => true;

    protected abstract Guid FindingOf(TFact fact);

    /// <returns>Null where a later notice says all that this one would.</returns>
    protected abstract Text? Say(TFact fact, Voice voice, FindingCard card);

    /// <summary>The same in a few characters, for forms.</summary>
    protected virtual string What(Voice voice, FindingCard card) =>
        card.Finding.Answer is { } answer ? FindingWords.Shortly(voice, card, answer) : voice.Say(new QuestionHere());
}

/// <summary>An answer is still missing.</summary>
public sealed class FindingUnansweredNotice(InspectionReader inspections, OrderReader orders, NoticeForms forms, ShopBook shops)
    : FindingNewsNotice<FindingUnanswered>(inspections, orders, forms)
{
    protected override Guid FindingOf(FindingUnanswered fact) => fact.FindingId;

    protected override Text? Say(FindingUnanswered fact, Voice voice, FindingCard card) => card is { MayAnswer: true, Finding.State: FindingState.Asked }
        ? new StillUnanswered(
            card.Label, card.Finding.Name.In(voice), FindingWords.When(voice, card.Finding.AnswerBy, shops[fact.Shop].Zone), FindingWords.Otherwise(voice, card.Finding))
        : null;
}

/// <summary>No answer came in time.</summary>
public sealed class FindingDefaultedNotice(InspectionReader inspections, OrderReader orders, NoticeForms forms)
    : FindingNewsNotice<FindingDefaulted>(inspections, orders, forms)
{
    protected override Guid FindingOf(FindingDefaulted fact) => fact.FindingId;

    protected override Text? Say(FindingDefaulted fact, Voice voice, FindingCard card) => card.Finding.State == FindingState.Defaulted
        ? new Defaulted(card.Label, card.Finding.Name.In(voice), FindingWords.Otherwise(voice, card.Finding))
        : null;
}

/// <summary>Staff wrote down what was agreed.</summary>
public sealed class FindingSettledNotice(InspectionReader inspections, OrderReader orders, NoticeForms forms)
    : FindingNewsNotice<FindingSettled>(inspections, orders, forms)
{
    protected override bool OffersChoices => false;

    protected override Guid FindingOf(FindingSettled fact) => fact.FindingId;

    protected override Text? Say(FindingSettled fact, Voice voice, FindingCard card) => card.Finding.Answer == fact.Answer
        ? new Settled(card.Label, card.Finding.Name.In(voice), FindingWords.What(voice, card, fact.Answer))
        : null;
}

/// <summary>Staff took the question back. Who never saw it is told nothing: the question itself was not sent any more.</summary>
public sealed class FindingWithdrawnNotice(InspectionReader inspections, OrderReader orders, NoticeForms forms)
    : FindingNewsNotice<FindingWithdrawn>(inspections, orders, forms)
{
    protected override bool OffersChoices => false;

    protected override Guid FindingOf(FindingWithdrawn fact) => fact.FindingId;

    protected override Text? Say(FindingWithdrawn fact, Voice voice, FindingCard card) => new TakenBack(card.Label, card.Finding.Name.In(voice));

    protected override string What(Voice voice, FindingCard card) => voice.Say(new NoQuestionHere());
}
