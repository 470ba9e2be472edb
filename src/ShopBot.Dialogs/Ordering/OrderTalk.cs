using ShopBot.Dialogs.Sentences;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Ordering;

/// <summary>What a question of an order works with in one turn.</summary>
/// <param name="Now">Wall-clock time at the shop.</param>
internal sealed record OrderTalk(Visit Visit, OrderDraft Draft, Catalogue Shelf, DateTime Now)
{
    /// <summary>What sentences are understood against.</summary>
    public SentenceSetting Setting => new(Now, Visit.Settings.OpeningHours, Visit.Visitor.Language);

    /// <summary>What can be ordered besides, and what is taken off.</summary>
    public PriceRules Prices => Visit.Content.Prices;

    /// <summary>The line being picked, or whose quantity is changed.</summary>
    public DraftLine CurrentLine => Draft.Changing == OrderField.Quantity ? Draft.Lines[Draft.ChangingLine] : Draft.Pick ??= new DraftLine();
}
