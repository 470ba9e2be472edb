using ShopBot.Dialogs.Intents;

namespace ShopBot.Dialogs.Faq;

/// <summary>The questions one shop answers.</summary>
public sealed record ShopFaq(IReadOnlyList<FaqEntry> Entries, Gist Gist)
{
    private readonly Lazy<FaqIndex> _index = new(() => new FaqIndex(Entries, Gist));

    public FaqEntry? Find(string id) => Entries.FirstOrDefault(e => e.Id == id);

    /// <inheritdoc cref="FaqIndex.Read"/>
    public IReadOnlyList<FaqMatch> Read(string said) => _index.Value.Read(said);
}
