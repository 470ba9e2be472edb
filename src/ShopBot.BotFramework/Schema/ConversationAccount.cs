using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A conversation, as one channel knows it.</summary>
public class ConversationAccount : IUnknownMembers
{
    private IDictionary<string, JsonElement>? _properties;

    public ConversationAccount()
    {
    }

    public ConversationAccount(
        bool? isGroup = null, string conversationType = null, string id = null, string name = null,
        string aadObjectId = null, string role = null, string tenantId = null)
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    public bool? IsGroup { get; set; }
    public string ConversationType { get; set; }

    /// <summary>Unique within the channel.</summary>
    public string Id { get; set; }
    public string Name { get; set; }
    public string AadObjectId { get; set; }
    public string Role { get; set; }

    /// <summary>Whose customer the conversation belongs to, where a channel serves several.</summary>
    public string TenantId { get; set; }

    /// <summary>Members of the JSON that this class has no property for, kept when it is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Properties
    {
        get => _properties ??= new Dictionary<string, JsonElement>();
        set => _properties = value;
    }

    IDictionary<string, JsonElement>? IUnknownMembers.Kept => _properties;
}
