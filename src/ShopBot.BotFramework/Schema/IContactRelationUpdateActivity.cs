namespace Microsoft.Bot.Schema;

/// <summary>Somebody added the bot to their contacts or removed it.</summary>
public interface IContactRelationUpdateActivity : IActivity
{
    /// <summary>One of <see cref="ContactRelationUpdateActionTypes"/>.</summary>
    string Action { get; set; }
}
