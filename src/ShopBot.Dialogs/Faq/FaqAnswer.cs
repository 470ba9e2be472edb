using ShopBot.Dialogs.Content;

namespace ShopBot.Dialogs.Faq;

/// <summary>An answer's words, cut at the facts that are filled in when it is given.</summary>
public sealed class FaqAnswer
{
    private const string PriceOf = "price:";

    private static readonly string[] Known = ["shop", "places", "prices", "price:{code}"];

    private readonly IReadOnlyList<FaqPart> _parts;

    private FaqAnswer(IReadOnlyList<FaqPart> parts) => _parts = parts;

    /// <param name="factOf">Gives a fact in words; null where the shop has not said it.</param>
    /// <returns>Null where a fact is missing: half an answer is none.</returns>
    public string? Fill(Func<FaqPart, string?> factOf)
    {
        var filled = new List<string>();
        foreach (var part in _parts)
        {
            if (factOf(part) is not { } words)
                return null;
            filled.Add(words);
        }
        return string.Concat(filled);
    }

    /// <param name="products">Codes of what the shop sells.</param>
    /// <param name="wrong">Told what is wrong and how to mend it.</param>
    internal static FaqAnswer Parse(string words, IReadOnlyCollection<string> products, Action<string, string> wrong)
    {
        var parts = new List<FaqPart>();
        var from = 0;
        while (words.IndexOf('{', from) is >= 0 and var open)
        {
            var close = words.IndexOf('}', open);
            if (close < 0)
            {
                wrong("A curly bracket has no partner.", $"Curly brackets stand only around facts: {string.Join(", ", Known)}.");
                break;
            }
            parts.Add(new FaqPart.Words(words[from..open]));
            parts.Add(Fact(words[(open + 1)..close], products, wrong));
            from = close + 1;
        }
        parts.Add(new FaqPart.Words(words[from..]));
        return new FaqAnswer(parts);
    }

    private static FaqPart Fact(string name, IReadOnlyCollection<string> products, Action<string, string> wrong)
    {
        switch (name)
        {
            case "shop":
                return new FaqPart.Shop();
            case "places":
                return new FaqPart.Places();
            case "prices":
                return new FaqPart.Prices();
        }
        var code = name.StartsWith(PriceOf, StringComparison.Ordinal) ? name[PriceOf.Length..] : null;
        if (code is null)
            wrong($"There is no fact '{name}'.", Spelling.DidYouMean(name, Known));
        else if (!products.Contains(code))
            wrong($"The shop sells nothing with the code '{code}'.", Spelling.DidYouMean(code, products));
        return new FaqPart.Price(code ?? "");
    }
}

/// <summary>A piece of an answer: words, or a fact that the shop's settings and catalogue know.</summary>
public abstract record FaqPart
{
    private FaqPart() { }

    public sealed record Words(string Text) : FaqPart;

    public sealed record Shop : FaqPart;

    /// <summary>Where the shop is and when it is open.</summary>
    public sealed record Places : FaqPart;

    /// <summary>Of what the question names; of everything where it names nothing.</summary>
    public sealed record Prices : FaqPart;

    /// <param name="Product">Its code.</param>
    public sealed record Price(string Product) : FaqPart;
}
