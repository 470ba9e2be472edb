using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Writes down what was said.</summary>
public interface ITranscriptLogger
{
    /// <param name="activity">A copy; may be kept.</param>
    Task LogActivityAsync(IActivity activity);
}
