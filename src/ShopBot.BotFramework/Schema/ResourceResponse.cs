namespace Microsoft.Bot.Schema;

/// <summary>What a channel says about an activity it took.</summary>
public class ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string id = null) => Id = id;

    /// <summary>The channel's id of the activity; null or empty where it gives none.</summary>
    public string Id { get; set; }
}
