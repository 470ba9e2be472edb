using System.Globalization;
using ShopBot.Messaging.Media;

namespace ShopBot.Channels.WeChat;

/// <summary>Which of our files the platform takes for which use.</summary>
internal static class WeChatFiles
{
    /// <returns>Null where it is taken.</returns>
    public static string? WhyUnfit(MediaFile file, WeChatFileUse use) => use switch
    {
        WeChatFileUse.Image => Check(file, WeChatLimits.MediaBytes, "image/jpeg", "image/png", "image/gif"),
        WeChatFileUse.Voice => Check(file, WeChatLimits.VoiceBytes, "audio/amr", "audio/mpeg") ?? WhyTooLong(file),
        WeChatFileUse.Video => Check(file, WeChatLimits.MediaBytes, "video/mp4"),
        _ => Check(file, WeChatLimits.ThumbBytes, "image/jpeg"),
    };

    /// <summary>A name whose end tells the type, as the platform goes by it.</summary>
    public static string NameOf(MediaFile file) => file.ContentType switch
    {
        "image/jpeg" => "picture.jpg",
        "image/png" => "picture.png",
        "image/gif" => "picture.gif",
        "audio/amr" => "recording.amr",
        "audio/mpeg" => "recording.mp3",
        _ => "film.mp4",
    };

    private static string? Check(MediaFile file, int maxBytes, params ReadOnlySpan<string> types)
    {
        if (!types.Contains(file.ContentType))
            return $"{file.ContentType} is not taken";
        return file.Bytes.Length > maxBytes
            ? string.Create(CultureInfo.InvariantCulture, $"{file.Bytes.Length} bytes are more than {maxBytes}")
            : null;
    }

    private static string? WhyTooLong(MediaFile file) =>
        WeChatRecording.LengthOf(file.Bytes.Span) is { } length && length > WeChatLimits.VoiceLength
            ? string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0} s are more than {WeChatLimits.VoiceLength.TotalSeconds:0}")
            : null;
}
