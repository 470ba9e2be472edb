using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Media;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Notices.NoticesTexts;

namespace ShopBot.Dialogs.Notices;

/// <summary>To the customer: a photo of their order was taken.</summary>
public sealed class PhotoNotice(OrderReader orders, OrderLinks links, NoticeForms forms) : Notice<PhotoTaken>
{
    protected override IReadOnlyList<string> FormNames(PhotoTaken fact) => [NoticeForms.Photo, NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(PhotoTaken fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { } order || order.Photos.FirstOrDefault(p => p.Id == fact.PhotoId) is not { } photo)
            return null;
        var link = links.For(order.Token);
        var message = Visit.Message(voice.Say(photo.Caption is { } caption ? new PhotoWithCaption(order.Number, caption, link) : new Photo(order.Number, link)));
        message.Attachments = [new Attachment("image/jpeg", MediaReference.For(photo.MediaId))];
        message.ChannelData = forms.ForCustomer(order, voice, photo.At, voice.Say(new PhotoHere()), photo.Caption ?? "");
        return message;
    }
}
