using System.Text.RegularExpressions;
using ShopBot.Channels.WeChat;
using ShopBot.Demo;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops.Settings;

namespace ShopBot.Settings;

/// <summary>Section "Accounts": every account of every shop, by name.</summary>
internal static partial class AccountsReader
{
    public static AccountBook Read(IConfiguration configuration, ShopBook shops, DemoWorld? demo, SettingProblems problems)
    {
        var accounts = new List<Account>();
        foreach (var section in configuration.GetSection("Accounts").GetChildren())
        {
            if (ReadOne(section, shops, problems) is { } account)
                accounts.Add(account);
        }

        foreach (var simulated in demo?.Accounts ?? [])
        {
            if (accounts.All(account => account.Name != simulated.Name))
                accounts.Add(simulated);
        }

        if (accounts.Count == 0)
            problems.Add("Accounts", "names no account", "a section Accounts:{name} for each official account, see README.md, \"Settings\"");
        return new AccountBook(accounts);
    }

    private static Account? ReadOne(IConfigurationSection section, ShopBook shops, SettingProblems problems)
    {
        Account account;
        try
        {
            account = section.Get<Account>() ?? new Account();
        }
        catch (InvalidOperationException error)
        {
            problems.Add(section.Path, $"cannot be read ({error.InnerException?.Message ?? error.Message})", "the values README.md lists under \"Settings\"");
            return null;
        }

        account.Name = section.Key;
        if (!Name().IsMatch(account.Name))
            problems.Add(section.Path, "has a name that cannot stand in an address", "a name of lower-case letters, digits and dashes");
        if (!shops.Contains(account.Shop))
            problems.Add($"{section.Path}:Shop", account.Shop.Length == 0 ? "is missing" : $"names '{account.Shop}', which is not in section Shops", "the name of a shop in section Shops");
        if (account.Channel == "WeChat")
        {
            foreach (var problem in WeChatSettings.Problems(account))
                problems.Add(problem.Setting, problem.Wrong, problem.Write);
            FormsCheck.Run(account, problems);
        }
        else
        {
            problems.Add($"{section.Path}:Channel", account.Channel.Length == 0 ? "is missing" : $"is '{account.Channel}', which this version does not speak", "WeChat");
        }

        return account;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
