using ShopBot.Messaging.Contacts;
using ShopBot.Simulator;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Demo;

/// <summary>The two demo shops' accounts on the simulator, with random secrets, and the people who hold its phones.</summary>
public sealed class DemoWorld
{
    /// <summary>The person who works at both shops.</summary>
    public const string StaffName = "王师傅";

    private const string CustomerName = "李小姐", FriendName = "Anna";

    private static readonly (string Name, string Title)[] Shops = [("laundry", "E-bag 洗衣"), ("eunchae", "Eunchae's House")];

    private readonly SimulatedAccount[] _simulated = [.. Shops.Select(shop => new SimulatedAccount
    {
        Name = shop.Name,
        Title = shop.Title,
        CallbackUrl = $"/channels/wechat/{shop.Name}",
    })];

    public DemoWorld() => Accounts = [.. _simulated.Select(AccountOf)];

    /// <summary>As the channel knows them. Their ApiBase is filled in once the server has its port.</summary>
    public IReadOnlyList<Account> Accounts { get; }

    public static SimulatedPerson StaffAt(string account) => new(StaffName, account);

    public void Fill(SimulatorOptions world)
    {
        foreach (var account in _simulated)
        {
            world.Accounts.Add(account);
            world.People.Add(new SimulatedPerson(CustomerName, account.Name));
            world.People.Add(StaffAt(account.Name));
            world.People.Add(new SimulatedPerson(FriendName, account.Name));
        }
    }

    private static Account AccountOf(SimulatedAccount simulated) => new()
    {
        Name = simulated.Name,
        Shop = simulated.Name,
        Channel = "WeChat",
        OriginalId = simulated.OriginalId,
        AppId = simulated.AppId,
        AppSecret = simulated.AppSecret,
        Token = simulated.Token,
        EncodingAESKey = simulated.EncodingAESKey,
    };
}
