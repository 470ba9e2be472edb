using ShopBot.Simulator.Phones;

namespace ShopBot.Simulator.WeChat.Pushing;

/// <summary>What became of one message or event.</summary>
/// <param name="MsgId">As text, because scripts would round the number; null for events.</param>
/// <param name="Delivered">One of the tries was answered in time with something the platform takes.</param>
/// <param name="Reply">What the person was shown as the answer.</param>
/// <param name="Problem">Why nothing was pushed, or why the last try failed.</param>
internal sealed record PushOutcome(
    long PushId, string Kind, string? MsgId, bool Delivered, ChatMessage? Reply, string? Notice, string? Problem, IReadOnlyList<PushTry> Tries);

/// <param name="Status">HTTP status; 0 without an answer.</param>
/// <param name="Answer">The body, decrypted where it was encrypted.</param>
/// <param name="Body">The body as it came.</param>
/// <param name="Took">Milliseconds of real time.</param>
internal sealed record PushTry(int Try, DateTimeOffset At, int Status, string? Answer, string? Body, string? Problem, long Took);
