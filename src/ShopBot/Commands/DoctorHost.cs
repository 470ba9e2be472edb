using ShopBot.Channels.WeChat.CheckUp;
using ShopBot.Dialogs;
using ShopBot.Dialogs.Content;
using ShopBot.Messaging.Contacts;
using ShopBot.Settings;

namespace ShopBot.Commands;

/// <summary>Reads the settings as the program does and looks at each account. Runs beside the program: its database stays closed.</summary>
public static class DoctorHost
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <param name="only">Name of one account; null = all.</param>
    /// <param name="settings">Further settings, as the program takes them.</param>
    /// <returns>The exit code: 0 nothing is wrong, 1 something is, 2 the settings cannot be used.</returns>
    public static async Task<int> RunAsync(string? only, string[] settings, DoctorPrinter printer, TimeProvider clock, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(DoctorHost).Assembly.GetName().Name,
        });
        ShopBotSettings read;
        DialogContent content;
        try
        {
            read = ShopBotSettings.Read(builder.Configuration, builder.Environment);
            content = DialogContent.Read(PathOf(builder.Configuration));
        }
        catch (SettingsException bad)
        {
            printer.Unusable("The program would not start with these settings:", bad.Problems);
            return ShopBotHost.BadSettings;
        }
        catch (ContentException bad)
        {
            printer.Unusable("The program would not start with this content:", [.. bad.Errors.Select(e => e.ToString())]);
            return ShopBotHost.BadSettings;
        }

        var accounts = read.Accounts.All.Where(a => read.Demo?.Accounts.Contains(a) != true).ToList();
        if (accounts.Count == 0)
        {
            printer.Unusable("There is nothing to look at:",
                ["Only the demo's accounts are there, on the platform inside the program. Write a section Accounts:{name} for a real one, see docs/connect-wechat.md."]);
            return ShopBotHost.BadSettings;
        }
        if (only is not null && accounts.All(a => a.Name != only))
        {
            printer.Unusable($"There is no account '{only}' in the settings.", [$"There are: {string.Join(", ", accounts.Select(a => a.Name))}."]);
            return ShopBotHost.BadSettings;
        }

        using var checkUp = new WeChatCheckUp(clock);
        foreach (var account in accounts.Where(a => only is null || a.Name == only))
        {
            printer.Begin(account);
            printer.Show(new Finding.Fine("Settings", $"Complete. The program takes pushes at {DisplayOf(account)}."));
            var publicUrl = read.PublicUrl?.ToString().TrimEnd('/');
            if (publicUrl is null)
                printer.Show(new Finding.Note("PublicUrl", $"It is not set, so {DefaultAddress} is looked at.", "Write the address phones and the platform reach the program by."));
            var menu = content.For(account.Shop).Menu?.In(read.Shops[account.Shop].Culture);
            await foreach (var finding in checkUp.RunAsync(account, publicUrl ?? DefaultAddress, menu, ct))
                printer.Show(finding);
        }
        return printer.Conclude() ? ShopBotHost.Ok : ShopBotHost.Failed;
    }

    private static string DisplayOf(Account account) => $"/channels/wechat/{account.Name}{(account.PathSecret.Length > 0 ? "/{PathSecret}" : "")}";

    private static string PathOf(ConfigurationManager configuration) =>
        Path.GetFullPath(configuration["Dialogs:Path"] is { Length: > 0 } path ? path : new DialogsOptions().Path, AppContext.BaseDirectory);
}
