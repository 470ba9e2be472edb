using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Tests.Outbox;

/// <summary>One call that reached the platform.</summary>
/// <param name="Part">As it was sent.</param>
/// <param name="Body">Text and the number of the rendering it comes from: <c>ready#1</c>.</param>
internal sealed record Call(ContactPoint To, OutboxPart Part, string Body)
{
    public string Text => Body[..Body.IndexOf('#', StringComparison.Ordinal)];
}

/// <summary>A platform that says what the test wants to hear, and remembers what it was sent.</summary>
internal sealed class ScriptedPlatform : IOutbound
{
    private readonly ConcurrentQueue<Func<Task<SendOutcome>>> _answers = new();
    private readonly ConcurrentQueue<Func<Rendering>> _renderings = new();
    private readonly ConcurrentDictionary<ContactPoint, int> _busy = new();
    private readonly ConcurrentQueue<Call> _calls = new();
    private int _rendered;
    private int _parallel;

    public string Channel => "WeChat";

    public IReadOnlyList<Call> Calls => [.. _calls];

    public IEnumerable<string> Texts => Calls.Select(call => call.Text);

    public int Renderings => _rendered;

    public int MostParallel { get; private set; }

    /// <summary>A call to somebody whose last one had not ended.</summary>
    public bool SawTwoAtOnceToOnePerson { get; private set; }

    /// <summary>Runs inside each call, before it is answered.</summary>
    public Func<Call, Task> During { get; set; } = _ => Task.CompletedTask;

    /// <summary>Answers to the next calls, in order; after them everything is accepted.</summary>
    public void Answers(params SendOutcome[] outcomes)
    {
        foreach (var outcome in outcomes)
            _answers.Enqueue(() => Task.FromResult(outcome));
    }

    public void Breaks(Exception error) => _answers.Enqueue(() => Task.FromException<SendOutcome>(error));

    public void RenderingFails(SendOutcome outcome) => _renderings.Enqueue(() => new Rendering.Failed(outcome));

    public void RenderingBreaks(Exception error) => _renderings.Enqueue(() => throw error);

    /// <summary>What the account may do; tests of routes say more.</summary>
    public List<Way> Ways { get; } = [new Way(RouteKind.Service, "send", new ApiLimit(0))];

    public IReadOnlyList<Way> WaysOf(Account account) => Ways;

    public Task<Rendering> RenderAsync(Account account, ContactPoint to, Route route, IReadOnlyList<Activity> activities, CancellationToken ct)
    {
        if (_renderings.TryDequeue(out var planned))
            return Task.FromResult(planned());
        var number = Interlocked.Increment(ref _rendered);
        return Task.FromResult<Rendering>(new Rendering.Ready([.. activities.Select((activity, i) => new OutboxPart(
            i, Ways.First(w => Route.NameOf(w.Kind) == route.Name).Api,
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{activity.Text}#{number}")),
            route is Route.Template ? $"key{number}" : null) { TemplateId = route.FormOrNull?.Id })]));
    }

    public async Task<SendOutcome> SendAsync(Account account, ContactPoint to, OutboxPart part, CancellationToken ct)
    {
        var call = new Call(to, part, Encoding.UTF8.GetString(part.Payload.Span));
        Enter(to);
        try
        {
            _calls.Enqueue(call);
            await During(call);
            return _answers.TryDequeue(out var answer) ? await answer() : new SendOutcome.Delivered("p1");
        }
        finally
        {
            Interlocked.Decrement(ref _parallel);
            _busy.AddOrUpdate(to, 0, (_, count) => count - 1);
        }
    }

    private void Enter(ContactPoint to)
    {
        var parallel = Interlocked.Increment(ref _parallel);
        lock (_calls)
            MostParallel = Math.Max(MostParallel, parallel);
        if (_busy.AddOrUpdate(to, 1, (_, count) => count + 1) > 1)
            SawTwoAtOnceToOnePerson = true;
    }
}

/// <summary>Puts every fact into one text, or does what the test wants.</summary>
internal sealed class ScriptedNotices : INoticeWriter
{
    public Func<OutboxMessage, IReadOnlyList<Activity>> Write { get; set; } = message => [new Activity { Type = ActivityTypes.Message, Text = message.Kind }];

    /// <summary>Under which forms stand in the account's settings; the kind of the fact.</summary>
    public IReadOnlyList<string> TemplateNamesOf(OutboxMessage message) => [message.Kind];

    public Task<IReadOnlyList<Activity>> WriteAsync(OutboxMessage message, Route route, CancellationToken ct) => Task.FromResult(Write(message));
}
