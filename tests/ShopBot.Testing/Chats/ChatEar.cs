using System.Net;
using System.Text.RegularExpressions;
using ShopBot.Simulator.Phones;
using ShopBot.Testing.Driving;

namespace ShopBot.Testing.Chats;

/// <summary>Makes what a phone or a page shows into what a person sees: words, choices, pictures, the link to the order page.</summary>
internal sealed partial class ChatEar(ControlClient control)
{
    private static readonly string[] SampleNames = ["bag", "folded", "shoes", "stain"];
    private readonly Dictionary<string, byte[]> _samples = [];

    public async Task<Heard> HearAsync(ChatMessage message, CancellationToken ct)
    {
        var texts = new List<string?> { message.Title, message.Description, message.Text, message.Tail };
        var links = new List<string?> { message.Url };
        var pictures = new List<string>();
        if (message.Kind == "image")
            pictures.Add(await NameAsync(message.MediaUrl!, ct));
        foreach (var article in message.Articles ?? [])
        {
            texts.AddRange([article.Title, article.Description]);
            links.Add(article.Url);
            if (article.PicUrl.Length > 0)
                pictures.Add(await NameAsync(article.PicUrl, ct));
        }
        // A form the platform approved: label and value of each field, and the page a tap opens.
        texts.AddRange((message.Rows ?? []).Select(row => $"{row.Label} {row.Value}"));
        if (message.Kind is not ("text" or "image" or "news" or "menu" or "template" or "notification"))
            texts.Insert(0, $"({(message.From == "platform" ? "the platform: " : "")}{message.Kind})");

        var text = string.Join('\n', texts.Where(t => !string.IsNullOrEmpty(t)));
        links.AddRange(Address().Matches(text).Select(found => found.Value));
        return new Heard(Clean(ChoiceLink().Replace(text, "")), [.. (message.Choices ?? []).Select(c => c.Text)], pictures, OrderPageIn(links));
    }

    public async Task<Heard> SeeAsync(Uri page, CancellationToken ct)
    {
        var html = System.Text.Encoding.UTF8.GetString(await control.BytesAsync(page.PathAndQuery, ct));
        var body = Hidden().Replace(html, " ");
        var pictures = new List<string>();
        foreach (Match found in Image().Matches(body))
            pictures.Add(await NameAsync(WebUtility.HtmlDecode(found.Groups["src"].Value), ct));
        return new Heard(Clean(Tag().Replace(body, " ")), [], pictures, null);
    }

    /// <summary>The name of the sample with the same bytes, or <c>unknown</c>.</summary>
    private async Task<string> NameAsync(string url, CancellationToken ct)
    {
        var path = Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme != Uri.UriSchemeFile ? absolute.PathAndQuery : url;
        var bytes = await control.BytesAsync(path, ct);
        foreach (var name in SampleNames)
        {
            if (!_samples.TryGetValue(name, out var sample))
                _samples[name] = sample = await control.SampleAsync(name, ct);
            if (bytes.AsSpan().SequenceEqual(sample))
                return name;
        }
        return "unknown";
    }

    private static Uri? OrderPageIn(IEnumerable<string?> links) => links
        .Select(link => Uri.TryCreate(link, UriKind.Absolute, out var url) ? url : null)
        .FirstOrDefault(url => url?.AbsolutePath.StartsWith("/o/", StringComparison.Ordinal) == true);

    private static string Clean(string text) => WebUtility.HtmlDecode(Tag().Replace(text, "")).Trim();

    [GeneratedRegex("""<a\s+href=["']weixin://bizmsgmenu[^>]*>[^<]*</a>\n?""")]
    private static partial Regex ChoiceLink();

    [GeneratedRegex("""https?://[^\s"'<>，。；）】]+""")]
    private static partial Regex Address();

    [GeneratedRegex(@"<(script|style|head)\b[\s\S]*?</\1>")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<img\b[^>]*?\bsrc=["'](?<src>[^"']+)["']""")]
    private static partial Regex Image();

    [GeneratedRegex(@"</?[a-zA-Z!][^>]*>")]
    private static partial Regex Tag();
}
