using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Media;

/// <summary>Fetches a picture or recording that a person sent, while the platform still has it, and keeps it.</summary>
public interface IIncomingMedia
{
    /// <summary>WeChat, Weibo or Line, as in the settings.</summary>
    string Channel { get; }

    /// <param name="attachment">As it stands in the incoming activity.</param>
    /// <returns>Our media id, see <see cref="IMedia.KeepAsync"/>.</returns>
    /// <exception cref="MediaRefusedException">Not a type or size that is kept.</exception>
    /// <exception cref="MediaUnavailableException">The platform did not give it out; asking the person to send it again is what helps.</exception>
    Task<string> KeepAsync(Account account, Attachment attachment, CancellationToken ct);
}

/// <summary>The message says what the platform answered.</summary>
public sealed class MediaUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
