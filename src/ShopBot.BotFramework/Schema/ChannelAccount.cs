using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A person or a bot, as one channel knows it.</summary>
public class ChannelAccount : IUnknownMembers
{
    private IDictionary<string, JsonElement>? _properties;

    public ChannelAccount()
    {
    }

    public ChannelAccount(string id = null, string name = null, string role = null, string aadObjectId = null)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    /// <summary>Unique within the channel.</summary>
    public string Id { get; set; }
    public string Name { get; set; }
    public string AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    public string Role { get; set; }

    /// <summary>Members of the JSON that this class has no property for, kept when it is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Properties
    {
        get => _properties ??= new Dictionary<string, JsonElement>();
        set => _properties = value;
    }

    IDictionary<string, JsonElement>? IUnknownMembers.Kept => _properties;
}
