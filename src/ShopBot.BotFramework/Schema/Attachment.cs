using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A picture, a file or a card that goes with a message.</summary>
public class Attachment : IUnknownMembers
{
    private IDictionary<string, JsonElement>? _properties;

    public Attachment()
    {
    }

    public Attachment(
        string contentType = null, string contentUrl = null, object content = null, string name = null, string thumbnailUrl = null)
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    /// <summary>A media type, or a card's own.</summary>
    public string ContentType { get; set; }
    public string ContentUrl { get; set; }

    /// <summary>The card itself. Stored, it must be a type the storage serializer knows; the cards of this namespace are.</summary>
    public object Content { get; set; }
    public string Name { get; set; }
    public string ThumbnailUrl { get; set; }

    /// <summary>Members of the JSON that this class has no property for, kept when it is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Properties
    {
        get => _properties ??= new Dictionary<string, JsonElement>();
        set => _properties = value;
    }

    IDictionary<string, JsonElement>? IUnknownMembers.Kept => _properties;
}
