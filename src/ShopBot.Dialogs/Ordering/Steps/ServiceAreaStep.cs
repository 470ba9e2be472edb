using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Places;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.PickupTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>Whether the shop comes to the address: asks for the district of one that names none, and says what can be done with one that lies outside.</summary>
internal sealed class ServiceAreaStep(HandoverStep handover) : DraftStep
{
    private const string None = "none", Another = "another", Bring = "bring";

    public override OrderField Field => OrderField.Area;

    public override bool IsOpen(OrderTalk talk) =>
        PickupStep.PlanFor(talk) is { } plan && talk.Draft.Address is not null && Locate(talk.Draft, plan) is not AddressPlace.In;

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct)
    {
        var (voice, plan) = (talk.Visit.Voice, PickupStep.PlanFor(talk)!);
        return Task.FromResult<OrderQuestion>(Locate(talk.Draft, plan) is AddressPlace.Outside
            ? new OrderQuestion.Pick(Outside(talk), [.. WaysOn(talk)])
            : new OrderQuestion.Pick(voice.Say(new AskDistrict(talk.Draft.Address!)), [.. Districts(voice, plan)]));
    }

    public override async Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        var draft = talk.Draft;
        switch (answer.Code)
        {
            case None:
                draft.Outside = draft.Address;
                break;
            case Another:
                Clear(talk);
                break;
            case Bring:
                await handover.PutAsync(talk, Handover.Pickup, ct);
                Clear(talk);
                break;
            default:
                draft.Address = talk.Visit.Say(new WithDistrict(draft.Address!, answer.Code));
                break;
        }
        return new OrderOutcome.Turned();
    }

    public override void Clear(OrderTalk talk)
    {
        var draft = talk.Draft;
        (draft.Address, draft.Place, draft.Latitude, draft.Longitude, draft.Outside) = (null, null, null, null, null);
    }

    /// <param name="draft">With an address.</param>
    public static AddressPlace Locate(OrderDraft draft, PickupPlan plan) => draft.Address is { } address && address == draft.Outside
        ? new AddressPlace.Outside()
        : plan.Locate(draft.Address ?? "", draft.Point);

    private static IEnumerable<Choice> Districts(Voice voice, PickupPlan plan) => plan.Areas.SelectMany(a => a.Districts)
        .Where(d => char.IsAscii(d[0]) != voice.IsChinese).Select(d => PickPrompt.Choice(d, d, $"{d}区", $"{d}新区", $"{d} district"))
        .Append(PickPrompt.No(None, voice.Say(new NoneOfTheseDistricts())));

    private static IEnumerable<Choice> WaysOn(OrderTalk talk)
    {
        yield return PickPrompt.Choice(Another, talk.Visit.Say(new AnotherAddress()));
        if (HandoverStep.Offered(talk).Contains(Handover.Pickup))
            yield return PickPrompt.Choice(Bring, talk.Visit.Say(new BringItMyself()));
    }

    private static string Outside(OrderTalk talk)
    {
        var (visit, voice) = (talk.Visit, talk.Visit.Voice);
        var words = voice.Say(new OutsideArea(talk.Draft.Address!));
        if (NearMe.Nearest(visit, talk.Draft.Point) is not { } place || !HandoverStep.Offered(talk).Contains(Handover.Pickup))
            return words;
        var (name, address, hours) = (place.Name.In(voice), place.Address.In(voice), place.Hours.In(voice));
        return $"{words}\n{voice.Say(hours.Length > 0 ? new BringItHere(name, address, hours) : new BringItHereAnyTime(name, address))}";
    }
}
