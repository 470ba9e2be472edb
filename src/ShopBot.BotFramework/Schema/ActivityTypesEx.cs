namespace Microsoft.Bot.Schema;

/// <summary>Types that never travel over a channel.</summary>
public static class ActivityTypesEx
{
    /// <summary>A pause between two outgoing activities; <see cref="Activity.Value"/> is milliseconds.</summary>
    public const string Delay = "delay";

    /// <summary>The answer to an invoke activity, sent like a message and caught by the adapter.</summary>
    public const string InvokeResponse = "invokeResponse";
}
