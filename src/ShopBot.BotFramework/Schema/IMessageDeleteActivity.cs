namespace Microsoft.Bot.Schema;

/// <summary>A message said before was taken back; <see cref="IActivity.Id"/> is that of the message.</summary>
public interface IMessageDeleteActivity : IActivity;
