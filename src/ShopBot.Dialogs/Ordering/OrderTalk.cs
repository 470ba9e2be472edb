using ShopBot.Shops.Catalog;

namespace ShopBot.Dialogs.Ordering;

/// <summary>What a question of an order works with in one turn.</summary>
internal sealed record OrderTalk(Visit Visit, OrderDraft Draft, Catalogue Shelf)
{
    /// <summary>The line being picked, or whose quantity is changed.</summary>
    public DraftLine CurrentLine => Draft.Changing == OrderField.Quantity ? Draft.Lines[Draft.ChangingLine] : Draft.Pick ??= new DraftLine();
}
