using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using static ShopBot.Dialogs.Staff.StaffTexts;

namespace ShopBot.Dialogs.Staff;

/// <summary>Keeps the pictures staff send, before the platform forgets them.</summary>
public sealed class StaffPictures(IEnumerable<IIncomingMedia> incoming, AccountBook accounts)
{
    private readonly Dictionary<string, IIncomingMedia> _byChannel = incoming.ToDictionary(m => m.Channel, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where the message brings no picture.</returns>
    public static Attachment? In(Visit visit) => visit.Turn.Activity.Attachments?
        .FirstOrDefault(a => a.ContentType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true);

    /// <returns>Our media id, or what to tell the sender.</returns>
    public async Task<(string? MediaId, Text? Problem)> KeepAsync(Visit visit, Attachment picture, CancellationToken ct)
    {
        if (MediaReference.Read(picture.ContentUrl) is { } ours)
            return (ours, null);
        var account = accounts[visit.Contact.Account];
        try
        {
            return (await _byChannel[account.Channel].KeepAsync(account, picture, ct), null);
        }
        catch (MediaRefusedException)
        {
            return (null, new PhotoRefused());
        }
        catch (MediaUnavailableException)
        {
            return (null, new PhotoLost());
        }
    }
}
