using ShopBot.Dialogs.Content;
using static ShopBot.Dialogs.DaySheets.DaySheetTexts;

namespace ShopBot.Dialogs.DaySheets;

/// <summary>The sheet's headings, in the words of a shop.</summary>
public sealed class DaySheetWords(ContentBook content)
{
    /// <param name="shop">Null = the words of all shops.</param>
    public SheetHeadings For(string? shop, string language)
    {
        var voice = content.Current.For(shop ?? "").In(language);
        return new SheetHeadings(
            voice.Say(new SheetTitle()), voice.Say(new ColumnOrder()), voice.Say(new ColumnName()), voice.Say(new ColumnPhone()), voice.Say(new ColumnAddress()),
            voice.Say(new ColumnBags()), voice.Say(new ColumnNote()), voice.Say(new ColumnCourier()), voice.Say(new ColumnSeal()), voice.Say(new SheetEnded()),
            voice.Say(new SheetAskAgain()), voice.Say(new SheetNothing()), voice.Say(new SheetReturn()));
    }

    public string Total(string shop, string language, SheetPage page) => content.Current.For(shop).In(language).Say(new SheetTotal(page.Stops, page.Bags));

    /// <summary>Where an address lies, on a map.</summary>
    public static string MapOf(string address) => MapLinks.Search(address);
}

public sealed record SheetHeadings(
    string Title, string Order, string Name, string Phone, string Address, string Bags, string Note, string Courier, string Seal, string Ended, string AskAgain, string Nothing, string Return);
