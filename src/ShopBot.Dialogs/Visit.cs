using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops;
using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs;

/// <summary>One turn as the dialogs see it: who is there, what they said, and how the shop speaks to them.</summary>
public sealed class Visit
{
    /// <summary>A message in a shop is short; longer ones are asked for in pieces.</summary>
    public const int LongestMessage = 1000;

    private readonly List<string> _first = [];
    private int _operations;

    private Visit(ITurnContext turn, ShopSettings settings, ShopContent content, Visitor visitor)
    {
        Turn = turn;
        Settings = settings;
        Content = content;
        Visitor = visitor;
        Contact = ContactPoint.Parse(turn.Activity.From.Id);
        Said = Heard.Clean(turn.Activity.Text);
        Key = Heard.Key(Said);
        Voice = content.In(visitor.Language);
    }

    public ITurnContext Turn { get; }

    public ContactPoint Contact { get; }

    public ShopSettings Settings { get; }

    /// <summary>The shop's name in the settings.</summary>
    public string Shop => Settings.Id;

    /// <summary>The shop's name as people read it.</summary>
    public string ShopName => Settings.Name;

    /// <summary>The words this turn works with, whatever is reloaded meanwhile.</summary>
    public ShopContent Content { get; }

    public Voice Voice { get; private set; }

    public Visitor Visitor { get; }

    /// <summary>The message, fit to be stored and shown; empty where it had no text.</summary>
    public string Said { get; private set; }

    /// <summary>The message as words are compared.</summary>
    public string Key { get; private set; }

    /// <summary>Whether the message is a place on the map; its text is the place's name.</summary>
    public bool IsLocation => Turn.Activity.Entities?.Any(e => e.Type is nameof(GeoCoordinates) or nameof(Place)) == true;

    /// <summary>The place on the map that the message is; null where it is none.</summary>
    public GeoPoint? Point => Turn.Activity.Entities?.OfType<GeoCoordinates>().FirstOrDefault() is { Latitude: { } north, Longitude: { } east } ? new GeoPoint(north, east) : null;

    /// <summary>Whether this is the first the shop hears of the person.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What the errand under way should do with this turn.</summary>
    public Signal Signal { get; set; }

    /// <summary>The event's key, the same when the turn is run again; nobody else's event has it.</summary>
    public string EventKey => $"{Turn.Activity.From.Id}/{Turn.Activity.Id}";

    public static Visit Of(ITurnContext turn) => turn.TurnState.Get<Visit>();

    /// <summary>Begins the turn: from here on the dialogs find the visit.</summary>
    public static Visit Begin(ITurnContext turn, ShopSettings settings, ShopContent content, Visitor visitor, bool isFirst)
    {
        var visit = new Visit(turn, settings, content, visitor) { IsFirst = isFirst };
        turn.TurnState.Set(visit);
        turn.Activity.Locale = visitor.Language;
        turn.Activity.Text = visit.Said;
        turn.OnSendActivities((_, activities, next) =>
        {
            visit.PutInFront(activities);
            return next();
        });
        return visit;
    }

    /// <summary>The same each time this turn is run, another for each call.</summary>
    public OperationKey NextKey(string operation) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{EventKey}/{operation}/{++_operations}"));

    public string Say(Text text) => Voice.Say(text);

    /// <summary>Says something together with the next message of this turn: a platform may take only one as an answer.</summary>
    public void First(Text text) => First(Say(text));

    /// <inheritdoc cref="First(Text)"/>
    public void First(string words) => _first.Add(words);

    public Task SendAsync(Text text, CancellationToken ct) => SendAsync(Message(text), ct);

    public Task SendAsync(IActivity message, CancellationToken ct) => Turn.SendActivityAsync(message, ct);

    /// <summary>A message, with lines to tap where there are any.</summary>
    public Activity Message(Text text, params IEnumerable<string> choices) => Message(Say(text), choices);

    public static Activity Message(string words, params IEnumerable<string> choices)
    {
        var actions = choices.Select(Choices.Say).ToList();
        return (Activity)(actions.Count == 0 ? MessageFactory.Text(words) : MessageFactory.SuggestedActions(actions, words));
    }

    /// <summary>Sends what was to come first where no message followed.</summary>
    public Task FinishAsync(CancellationToken ct) => FinishAsync([], ct);

    /// <inheritdoc cref="FinishAsync(CancellationToken)"/>
    public Task FinishAsync(IEnumerable<string> choices, CancellationToken ct) =>
        _first.Count > 0 ? SendAsync(Message("", choices), ct) : Task.CompletedTask;

    /// <summary>From here on the person is spoken to in another language.</summary>
    public void Switch(string language)
    {
        Visitor.Language = language;
        Voice = Content.In(language);
        Turn.Activity.Locale = language;
    }

    /// <summary>Puts words into the person's mouth: what a tap on the account's menu means.</summary>
    public void Hear(string words)
    {
        Said = words;
        Key = Heard.Key(words);
        // Prompts listen to messages only.
        Turn.Activity.Type = ActivityTypes.Message;
        Turn.Activity.Text = words;
    }

    /// <summary>Whether the message is one of our own lines, tapped or typed.</summary>
    public bool IsSaying(Text label) => Key.Length > 0 && Key == Heard.Key(Say(label));

    private void PutInFront(List<Activity> activities)
    {
        if (_first.Count == 0 || activities.Find(a => a.Type == ActivityTypes.Message) is not { } message)
            return;
        message.Text = string.Join("\n", string.IsNullOrEmpty(message.Text) ? _first : [.. _first, message.Text]);
        _first.Clear();
    }
}
