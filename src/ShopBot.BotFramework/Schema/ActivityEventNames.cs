namespace Microsoft.Bot.Schema;

/// <summary>Values of <see cref="Activity.Name"/> on event activities that the framework itself makes.</summary>
public static class ActivityEventNames
{
    public const string ContinueConversation = "ContinueConversation";
    public const string CreateConversation = "CreateConversation";
}
