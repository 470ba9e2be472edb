namespace Microsoft.Bot.Schema;

/// <summary>A request for a named action, told to the bot along with a message.</summary>
public class SemanticAction
{
    public SemanticAction()
    {
    }

    public SemanticAction(string id = null, IDictionary<string, Entity> entities = null)
    {
        Id = id;
        Entities = entities;
    }

    public string Id { get; set; }

    /// <summary><c>start</c>, <c>continue</c> or <c>done</c>.</summary>
    public string State { get; set; }
    public IDictionary<string, Entity> Entities { get; set; }
}
