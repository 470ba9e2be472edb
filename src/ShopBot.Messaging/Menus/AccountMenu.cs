namespace ShopBot.Messaging.Menus;

/// <summary>The buttons at the bottom of an account's chat.</summary>
/// <param name="Buttons">What everybody sees who is in none of the audiences; 1 to 3.</param>
/// <param name="Variants">What the people of one audience see in their place; nobody is in two audiences.</param>
public sealed record AccountMenu(IReadOnlyList<MenuButton> Buttons, IReadOnlyList<MenuVariant> Variants);

/// <param name="Audience">Name of the platform's tag that these people carry.</param>
public sealed record MenuVariant(string Audience, IReadOnlyList<MenuButton> Buttons);

/// <summary>One button: what it shows and what a tap does.</summary>
public abstract record MenuButton(string Name)
{
    /// <param name="Buttons">1 to 5, none of them a group.</param>
    public sealed record Group(string Name, IReadOnlyList<MenuButton> Buttons) : MenuButton(Name);

    /// <summary>A tap is as good as these words.</summary>
    public sealed record Says(string Name, string Words) : MenuButton(Name);

    /// <summary>A tap opens a page; the account is not asked.</summary>
    public sealed record Opens(string Name, string Page) : MenuButton(Name);

    /// <summary>A tap opens the camera; what it reads is answered.</summary>
    public sealed record Scans(string Name) : MenuButton(Name);

    /// <summary>A tap opens the map; the place comes as a message.</summary>
    public sealed record SendsPlace(string Name) : MenuButton(Name);

    /// <summary>A tap opens camera or album; the pictures come as messages.</summary>
    public sealed record SendsPicture(string Name) : MenuButton(Name);
}
