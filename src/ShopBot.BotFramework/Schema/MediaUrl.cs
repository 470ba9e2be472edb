namespace Microsoft.Bot.Schema;

public class MediaUrl
{
    public MediaUrl()
    {
    }

    public MediaUrl(string url = null, string profile = null)
    {
        Url = url;
        Profile = profile;
    }

    public string Url { get; set; }

    /// <summary>A hint that tells versions of the same medium apart.</summary>
    public string Profile { get; set; }
}
