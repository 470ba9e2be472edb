using System.Globalization;
using Microsoft.Bot.Schema;

namespace ShopBot.Channels.WeChat;

/// <summary>Says what a push means in the bot's words: the activity's type and content.</summary>
internal static class WeChatActivities
{
    /// <summary>Before the platform's name of a kind that we have none for.</summary>
    public const string UnknownPrefix = "wechat/";

    private const string ScenePrefix = "qrscene_", MediaScheme = "wechat-media:";
    private const int KindChars = 40;

    public static void Fill(Activity activity, WeChatPush push)
    {
        switch (push.MsgType)
        {
            case "text":
                Message(activity, push.Content ?? "");
                break;
            case "image":
                Message(activity, "", Media("image/*", push.MediaId));
                break;
            case "voice":
                Message(activity, push.Recognition ?? "", Voice(push));
                break;
            case "video" or "shortvideo":
                Message(activity, "", Media("video/mp4", push.MediaId));
                break;
            case "location":
                Message(activity, push.Label ?? "");
                activity.Entities = Place(push.LocationX, push.LocationY, push.Label);
                break;
            case "link":
                // Not words of theirs: where a name or an address is asked for, a page's title is no answer.
                Message(activity, "", new Attachment { ContentType = "text/html", ContentUrl = push.Url, Name = push.Title });
                break;
            case "event":
                WeChatEventActivities.Fill(activity, push);
                break;
            default:
                // Somebody said something that nobody can read yet: a message without words, so that they hear at least that.
                Message(activity, "");
                activity.Name = UnknownPrefix + KindOf(push);
                break;
        }
    }

    /// <summary>What was pushed, as written to the log and named in activities nobody knows: letters, digits, underscores.</summary>
    public static string KindOf(WeChatPush push)
    {
        var kind = (push.MsgType == "event" ? push.Event : push.MsgType) ?? "";
        return string.Create(Math.Min(kind.Length, KindChars), kind, static (chars, kind) =>
        {
            for (var i = 0; i < chars.Length; i++)
                chars[i] = char.IsAsciiLetterOrDigit(kind[i]) ? kind[i] : '_';
        });
    }

    public static bool IsKnown(Activity activity) => activity.Name?.StartsWith(UnknownPrefix, StringComparison.Ordinal) != true;

    /// <summary>The scene of the QR code the person came by; null without one.</summary>
    public static string? SceneOf(WeChatPush push) => push.Event switch
    {
        "subscribe" when push.EventKey?.StartsWith(ScenePrefix, StringComparison.Ordinal) == true => push.EventKey[ScenePrefix.Length..],
        "SCAN" => push.EventKey,
        _ => null,
    };

    /// <returns>The platform's media id behind an incoming attachment; null where it is none.</returns>
    public static string? MediaIdOf(Attachment attachment) =>
        attachment.ContentUrl?.StartsWith(MediaScheme, StringComparison.Ordinal) == true ? attachment.ContentUrl[MediaScheme.Length..] : null;

    private static void Message(Activity activity, string text, Attachment? attachment = null)
    {
        activity.Type = ActivityTypes.Message;
        activity.TextFormat = TextFormatTypes.Plain;
        activity.Text = text;
        if (attachment is not null)
            activity.Attachments = [attachment];
    }

    private static Attachment? Voice(WeChatPush push) => push.MediaId16K is { Length: > 0 } clearer
        ? Media("audio/amr", clearer)
        : Media(push.Format is "mp3" ? "audio/mpeg" : "audio/amr", push.MediaId);

    private static Attachment? Media(string contentType, string? mediaId) =>
        string.IsNullOrEmpty(mediaId) ? null : new Attachment { ContentType = contentType, ContentUrl = MediaScheme + mediaId };

    /// <returns>Null where these are no degrees.</returns>
    public static List<Entity>? Place(string? latitude, string? longitude, string? name)
    {
        return Degrees(latitude, 90) is { } north && Degrees(longitude, 180) is { } east
            ? [new GeoCoordinates { Type = "GeoCoordinates", Latitude = north, Longitude = east, Name = name }]
            : null;

        static double? Degrees(string? text, double limit) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= limit ? degrees : null;
    }
}
