using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>What channels can show. One that is not known has no buttons.</summary>
public class Channel
{
    private const int LongestButtonTitle = 20;

    /// <param name="buttonCnt">How many are to be shown.</param>
    /// <param name="conversationType">"personal" matters to Teams.</param>
    public static bool SupportsSuggestedActions(string channelId, int buttonCnt, string conversationType) => buttonCnt <= channelId switch
    {
        Channels.Facebook or Channels.Skype => 10,
        Channels.Line => 13,
        Channels.Kik => 20,
        Channels.Telegram or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech or Channels.Webchat => 100,
        Channels.Msteams when conversationType == "personal" => 3,
        _ => -1,
    };

    /// <inheritdoc cref="SupportsSuggestedActions(string, int, string)"/>
    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100) => SupportsSuggestedActions(channelId, buttonCnt, null);

    /// <inheritdoc cref="SupportsSuggestedActions(string, int, string)"/>
    public static bool SupportsCardActions(string channelId, int buttonCnt = 100) => buttonCnt <= channelId switch
    {
        Channels.Facebook or Channels.Skype => 3,
        Channels.Msteams => 50,
        Channels.Line => 99,
        Channels.Slack or Channels.Telegram or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech
            or Channels.Webchat or Channels.Cortana => 100,
        _ => -1,
    };

    /// <summary>Whether earlier messages stay in view; only Cortana speaks and forgets.</summary>
    public static bool HasMessageFeed(string channelId) => channelId != Channels.Cortana;

    /// <summary>Characters a button's title may have.</summary>
    public static int MaxActionTitleLength(string channelId) => LongestButtonTitle;

    /// <returns>Empty when the activity names none.</returns>
    public static string GetChannelId(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity?.ChannelId ?? "";
    }
}
