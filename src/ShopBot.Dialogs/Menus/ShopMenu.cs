using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Menus;
using ShopBot.Shops;

namespace ShopBot.Dialogs.Menus;

/// <summary>A shop's menu as its content has it: in both languages, for customers and for staff.</summary>
/// <param name="Customers">1 to 3 buttons.</param>
/// <param name="Staff">Empty where staff see the customers' menu.</param>
public sealed record ShopMenu(IReadOnlyList<ShopMenuButton> Customers, IReadOnlyList<ShopMenuButton> Staff)
{
    /// <summary>As one account shows it.</summary>
    /// <param name="language">The shop's own: the menu of everybody who has chosen no other.</param>
    public AccountMenu In(string language)
    {
        var other = Languages.All.First(l => l != language);
        var variants = new List<MenuVariant> { new(Audiences.OtherLanguage, Buttons(Customers, other)) };
        if (Staff.Count > 0)
        {
            variants.Add(new(Audiences.Staff, Buttons(Staff, language)));
            variants.Add(new(Audiences.StaffInOtherLanguage, Buttons(Staff, other)));
        }
        return new AccountMenu(Buttons(Customers, language), variants);
    }

    private static List<MenuButton> Buttons(IReadOnlyList<ShopMenuButton> buttons, string language) => [.. buttons.Select(b => b.In(language))];
}

/// <param name="Does">Null for a group.</param>
/// <param name="Inner">Empty for a button that does something itself.</param>
public sealed record ShopMenuButton(Localised Name, ShopMenuDeed? Does, IReadOnlyList<ShopMenuButton> Inner)
{
    public MenuButton In(string language)
    {
        var name = TextIn(Name, language);
        return Does switch
        {
            ShopMenuDeed.Says says => new MenuButton.Says(name, TextIn(says.Words, language)),
            ShopMenuDeed.Opens opens => new MenuButton.Opens(name, opens.Page),
            ShopMenuDeed.Scans => new MenuButton.Scans(name),
            ShopMenuDeed.SendsPlace => new MenuButton.SendsPlace(name),
            ShopMenuDeed.SendsPicture => new MenuButton.SendsPicture(name),
            _ => new MenuButton.Group(name, [.. Inner.Select(b => b.In(language))]),
        };
    }

    private static string TextIn(Localised text, string language) => language == Languages.Chinese ? text.Chinese : text.English;
}

/// <summary>What a tap on a button does.</summary>
public abstract record ShopMenuDeed
{
    private ShopMenuDeed() { }

    public sealed record Says(Localised Words) : ShopMenuDeed;

    public sealed record Opens(string Page) : ShopMenuDeed;

    public sealed record Scans : ShopMenuDeed;

    public sealed record SendsPlace : ShopMenuDeed;

    public sealed record SendsPicture : ShopMenuDeed;
}
