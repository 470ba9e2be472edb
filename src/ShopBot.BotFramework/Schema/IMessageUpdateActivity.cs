namespace Microsoft.Bot.Schema;

/// <summary>A message said before now reads differently; <see cref="IActivity.Id"/> is that of the message.</summary>
public interface IMessageUpdateActivity : IMessageActivity;
