using ShopBot.Dialogs.Content;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Menus;
using ShopBot.Shops.Settings;

namespace ShopBot;

/// <summary>Keeps every account's menu as the shop's content has it: after the start, and whenever the content was read anew.</summary>
public sealed class MenuKeeper(
    AccountBook accounts, ShopBook shops, ContentBook content, IEnumerable<IAccountMenus> menus, StartHealth started, TimeProvider time, ILogger<MenuKeeper> log)
    : Keeper(accounts, started, time, log)
{
    private readonly Dictionary<string, IAccountMenus> _menus = menus.ToDictionary(m => m.Channel, StringComparer.Ordinal);

    protected override void Listen() => content.Changed += Wake;

    protected override void StopListening() => content.Changed -= Wake;

    protected override string What => "The menu";

    protected override async Task<bool> KeepAsync(Account account, CancellationToken ct)
    {
        if (!_menus.TryGetValue(account.Channel, out var platform) || content.Current.For(account.Shop).Menu is not { } menu)
            return true;
        switch (await platform.KeepInStepAsync(account, menu.In(shops[account.Shop].Culture), ct))
        {
            case MenuState.Published published:
                log.LogInformation("The menu of account {Account} was published: {What}.", account, published.What);
                return true;
            case MenuState.NotAllowed no:
                log.LogInformation("Account {Account} shows no menu: {Why}. Everything can be said instead.", account, no.Why);
                return true;
            case MenuState.Refused refused:
                log.LogError("The menu of account {Account} was refused: {Why}. It is tried again when the content is read anew.", account, refused.Why);
                return true;
            case MenuState.NotNow later:
                log.LogWarning("The menu of account {Account} could not be looked at yet: {Why}. It is tried again.", account, later.Why);
                return false;
            default:
                return true;
        }
    }
}
