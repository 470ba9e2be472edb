namespace ShopBot.Testing.Chats;

/// <summary>What somebody is told or shown, however the channel splits it into messages.</summary>
/// <param name="Choices">What can be tapped, in this order, among others maybe.</param>
/// <param name="Pictures">Names of samples; <c>""</c> = any picture.</param>
/// <param name="OrderPage">There is a link to an order page.</param>
public sealed record Expectation(Words Words, IReadOnlyList<Words> Choices, IReadOnlyList<string> Pictures, bool OrderPage)
{
    /// <param name="remembered">Takes what stands where a name in curly brackets is written.</param>
    /// <returns>What of it is missing, as it is written; empty where nothing is.</returns>
    public IReadOnlyList<string> MissingIn(IReadOnlyList<Heard> heard, IDictionary<string, string>? remembered = null)
    {
        var missing = new List<string>();
        if (heard.Count == 0)
            missing.Add("a message");
        if (Words.FirstMissingIn(string.Join('\n', heard.Select(h => h.Text)), remembered) is { } part)
            missing.Add(part);

        var offered = new Queue<string>(heard.SelectMany(h => h.Choices));
        foreach (var choice in Choices)
        {
            var found = false;
            while (!found && offered.TryDequeue(out var title))
                found = choice.AreAllOf(title);
            if (!found)
                missing.Add($"[{choice}]");
        }

        var shown = heard.SelectMany(h => h.Pictures).ToList();
        foreach (var picture in Pictures)
        {
            var at = shown.FindIndex(name => picture.Length == 0 || name == picture);
            if (at >= 0)
                shown.RemoveAt(at);
            else
                missing.Add(picture.Length == 0 ? "<picture>" : $"<picture {picture}>");
        }

        if (OrderPage && !heard.Any(h => h.OrderPage is not null))
            missing.Add("<order page>");
        return missing;
    }
}

/// <summary>One message as a person sees it, whatever the channel made of it.</summary>
/// <param name="Pictures">Names of samples, or <c>unknown</c>.</param>
/// <param name="OrderPage">The link to an order page in it; null without one.</param>
public sealed record Heard(string Text, IReadOnlyList<string> Choices, IReadOnlyList<string> Pictures, Uri? OrderPage)
{
    /// <summary>As a line of a written conversation would have it.</summary>
    public override string ToString() => string.Join(' ', new[] { Text }.Where(t => t.Length > 0)
        .Concat(Choices.Select(c => $"[{c}]")).Concat(Pictures.Select(p => $"<picture {p}>")).Concat(OrderPage is null ? [] : ["<order page>"]));
}
