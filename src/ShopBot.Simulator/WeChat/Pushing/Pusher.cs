using System.Collections.Concurrent;
using ShopBot.Simulator.Control;
using ShopBot.Simulator.Phones;

namespace ShopBot.Simulator.WeChat.Pushing;

/// <summary>Delivers messages and events as the platform does: signed, three tries, a few seconds each, and strict about the answer.</summary>
internal sealed class Pusher(
    Platform platform, PushBook book, PushLine line, FaultList faults, LiveEvents live, TimeProvider clock, SimulatorOptions options)
{
    private readonly ConcurrentDictionary<Follower, TaskCompletionSource> _held = new();

    public const string ServiceFault = "该公众号提供的服务出现故障，请稍后再试", Unavailable = "该公众号暂时无法提供服务，请稍后再试";

    /// <summary>Delivers, or makes the fault set for it.</summary>
    /// <remarks>Throws nothing but <see cref="OperationCanceledException"/>.</remarks>
    public async Task<PushOutcome> SendAsync(Push push, CancellationToken ct)
    {
        book.Keep(push);
        var fault = faults.Take("push", push.Follower.Account.Settings.Name, push.Follower.Person);
        if (fault?.Do == FaultKind.Lose)
            return Noted(push, NotPushed(push, "lost on the way, as told"));
        if (fault?.Do == FaultKind.Reorder)
            return Noted(push, await DeliverAfterNextAsync(push, ct));
        var held = _held.TryRemove(push.Follower, out var waiting) ? waiting : null;
        try
        {
            return await SendNowAsync(push, fault, ct);
        }
        finally
        {
            held?.TrySetResult();
        }
    }

    private async Task<PushOutcome> SendNowAsync(Push push, Fault? fault, CancellationToken ct)
    {
        if (fault?.Do == FaultKind.Delay)
            await Task.Delay(fault.For, clock, ct);
        return fault?.Do == FaultKind.Repeat
            ? await RepeatAsync(push, fault.More, fault.For, fault.Together, ct)
            : Noted(push, await DeliverAsync(push, fault, ct));
    }

    /// <summary>Delivers the same message again, as a platform does that lost the first answer.</summary>
    /// <param name="after">Before each delivery, on the simulated clock.</param>
    public async Task<IReadOnlyList<PushOutcome>> RedeliverAsync(Push push, int times, TimeSpan after, bool together, CancellationToken ct)
    {
        if (together)
        {
            await Task.Delay(after, clock, ct);
            return await Task.WhenAll(Enumerable.Range(0, times).Select(_ => DeliverAsync(push, null, ct)));
        }
        var outcomes = new List<PushOutcome>();
        for (var i = 0; i < times; i++)
        {
            await Task.Delay(after, clock, ct);
            outcomes.Add(await DeliverAsync(push, null, ct));
        }
        return outcomes;
    }

    private async Task<PushOutcome> DeliverAfterNextAsync(Push push, CancellationToken ct)
    {
        var overtaken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Of two held back at once the first one leaves when the second is held.
        _held.AddOrUpdate(push.Follower, overtaken, (_, earlier) =>
        {
            earlier.TrySetResult();
            return overtaken;
        });
        await overtaken.Task.WaitAsync(ct);
        return await DeliverAsync(push, null, ct);
    }

    private async Task<PushOutcome> RepeatAsync(Push push, int more, TimeSpan after, bool together, CancellationToken ct)
    {
        if (together)
        {
            var all = await Task.WhenAll(Enumerable.Range(0, more + 1).Select(_ => DeliverAsync(push, null, ct)));
            return Noted(push, Merged(all));
        }
        var first = await DeliverAsync(push, null, ct);
        var rest = RedeliverAsync(push, more, after, together: false, ct);
        // Repeats that wait for the clock must not keep the one who sent the message waiting too.
        return Noted(push, after == TimeSpan.Zero ? Merged([first, .. await rest]) : first);
    }

    private async Task<PushOutcome> DeliverAsync(Push push, Fault? fault, CancellationToken ct)
    {
        var account = push.Follower.Account;
        if (account.Settings.CallbackUrl.Length == 0)
            return NotPushed(push, "the account has no callback address");
        if (push.Follower.Blacklisted)
            return NotPushed(push, "the person is on the account's blacklist");
        if (account.IsSuspended)
        {
            ShowFault(push, Unavailable);
            return NotPushed(push, "pushes are suspended for a minute after too many failures") with { Notice = Unavailable };
        }
        var tries = new List<PushTry>();
        for (var n = 1; n <= options.PushTries; n++)
        {
            var (made, verdict) = await line.TryAsync(push, n, fault, ct);
            tries.Add(made);
            if (verdict is ReplyVerdict.Broken)
                continue;
            account.NotePush(delivered: true);
            var reply = verdict is ReplyVerdict.Answered answered && push.IsSeen && push.TakeAnswer()
                ? platform.Show(push.Follower, answered.Shown) : null;
            return new PushOutcome(push.Id, push.Kind, push.MsgIdText, true, reply, null, null, tries);
        }
        account.NotePush(delivered: false);
        ShowFault(push, ServiceFault);
        return new PushOutcome(push.Id, push.Kind, push.MsgIdText, false, null,
            push.IsSeen ? ServiceFault : null, tries[^1].Problem, tries);
    }

    private void ShowFault(Push push, string notice)
    {
        if (push.IsSeen)
            platform.Show(push.Follower, new ChatMessage { From = "platform", Kind = "notice", Text = notice, PushId = push.Id });
    }

    private static PushOutcome NotPushed(Push push, string why) =>
        new(push.Id, push.Kind, push.MsgIdText, false, null, null, why, []);

    private static PushOutcome Merged(PushOutcome[] all) => all[0] with
    {
        Reply = all.Select(o => o.Reply).FirstOrDefault(r => r is not null),
        Tries = [.. all.SelectMany(o => o.Tries)],
    };

    private PushOutcome Noted(Push push, PushOutcome outcome)
    {
        book.Note(outcome);
        live.Tell("push", new { account = push.Follower.Account.Settings.Name, person = push.Follower.Person, outcome.PushId, outcome.Delivered, outcome.Problem });
        return outcome;
    }
}
