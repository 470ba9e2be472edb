namespace ShopBot.Messaging.Media;

/// <summary>How people's phones reach this program. Filled from the setting "PublicUrl".</summary>
public sealed class MediaOptions
{
    /// <summary>Absolute, https in production, without a slash at the end.</summary>
    public string PublicUrl { get; set; } = "http://localhost:5080";
}
