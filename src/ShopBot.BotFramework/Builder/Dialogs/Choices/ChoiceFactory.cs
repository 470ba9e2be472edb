using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Writes choices into a message: as buttons, in the sentence, or one a line.</summary>
public class ChoiceFactory
{
    private const int MostInline = 3;

    /// <summary>The best style the channel supports: buttons, else in the sentence for up to three, else a list.</summary>
    /// <remarks>Titles too long for a button make a list anywhere.</remarks>
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        ForChannel(channelId, list, text, speak, options, conversationType: null);

    /// <inheritdoc cref="ForChannel(string, IList{Choice}, string, string, ChoiceFactoryOptions)"/>
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text, string speak, ChoiceFactoryOptions options, string conversationType = null, IList<string> toList = null)
    {
        list ??= [];
        var hasLongTitle = false;
        foreach (var choice in list)
            hasLongTitle |= choice.Title.Length > Channel.MaxActionTitleLength(channelId);

        if (!hasLongTitle && Channel.SupportsSuggestedActions(channelId, list.Count, conversationType))
            return SuggestedAction(list, text, speak, toList);
        if (!hasLongTitle && Channel.SupportsCardActions(channelId, list.Count))
            return HeroCard(list, text, speak);
        return !hasLongTitle && list.Count <= MostInline ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var line = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0 && i == choices.Count - 1)
                line.Append(i == 1 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ");
            else if (i > 0)
                line.Append(options?.InlineSeparator ?? ", ");
            if (options?.IncludeNumbers ?? true)
                line.Append(CultureInfo.InvariantCulture, $"({i + 1}) ");
            line.Append(choices[i].Title);
        }

        return MessageFactory.Text(line.ToString(), speak, InputHints.ExpectingInput);
    }

    /// <summary>"1. red" and so on, one a line; "- red" without numbers.</summary>
    public static Activity List(IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        List(ToChoices(choices), text, speak, options);

    /// <inheritdoc cref="List(IList{string}, string, string, ChoiceFactoryOptions)"/>
    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var lines = new StringBuilder(text).Append("\n\n   ");
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0)
                lines.Append("\n   ");
            if (options?.IncludeNumbers ?? true)
                lines.Append(CultureInfo.InvariantCulture, $"{i + 1}. ");
            else
                lines.Append("- ");
            lines.Append(choices[i].Title);
        }

        return MessageFactory.Text(lines.ToString(), speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null, IList<string> toList = null) =>
        SuggestedAction(ToChoices(choices), text, speak, toList);

    /// <param name="toList">Who sees the buttons; everybody when null.</param>
    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null, IList<string> toList = null)
    {
        var message = MessageFactory.SuggestedActions(ToActions(choices), text, speak, InputHints.ExpectingInput);
        if (toList is not null)
            message.SuggestedActions!.To = toList;
        return message;
    }

    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var card = new HeroCard { Text = text, Buttons = ToActions(choices) };
        return MessageFactory.Attachment(card.ToAttachment(), ssml: speak, inputHint: InputHints.ExpectingInput);
    }

    public static IList<Choice> ToChoices(IList<string> choices)
    {
        var list = new List<Choice>(choices?.Count ?? 0);
        foreach (var value in choices ?? [])
            list.Add(new Choice(value));
        return list;
    }

    private static List<CardAction> ToActions(IList<Choice>? choices)
    {
        var actions = new List<CardAction>(choices?.Count ?? 0);
        foreach (var choice in choices ?? [])
            actions.Add(choice.Action ?? new CardAction { Type = ActionTypes.ImBack, Value = choice.Value, Title = choice.Value });
        return actions;
    }
}
