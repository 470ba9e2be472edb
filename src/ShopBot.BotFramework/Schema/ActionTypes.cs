namespace Microsoft.Bot.Schema;

/// <summary>Values of <see cref="CardAction.Type"/>: what a tap does.</summary>
public static class ActionTypes
{
    public const string OpenUrl = "openUrl";

    /// <summary>Says the value as if the person had typed it, visible in the chat.</summary>
    public const string ImBack = "imBack";

    /// <summary>Sends the value to the bot, invisible in the chat.</summary>
    public const string PostBack = "postBack";

    public const string PlayAudio = "playAudio";
    public const string PlayVideo = "playVideo";
    public const string ShowImage = "showImage";
    public const string DownloadFile = "downloadFile";
    public const string Signin = "signin";
    public const string Call = "call";

    /// <summary>Sends the value to the bot and shows the display text in the chat.</summary>
    public const string MessageBack = "messageBack";
}
