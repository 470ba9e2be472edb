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

    /// <summary>The form every notice about an order goes as while the person's window is shut, as if chosen in the platform's console.</summary>
    private static readonly SimulatedTemplate OrderTemplate = new(
        "demoOrderProgress0123456789abcdefghijklmnop", "订单进度通知",
        "订单编号：{{character_string1.DATA}}\n订单进度：{{thing2.DATA}}\n说明：{{thing3.DATA}}\n时间：{{time4.DATA}}");

    private readonly SimulatedAccount[] _simulated;

    /// <param name="kind">Of both accounts.</param>
    public DemoWorld(Messaging.Contacts.AccountKind kind = Messaging.Contacts.AccountKind.VerifiedService)
    {
        _simulated = [.. Shops.Select(shop => new SimulatedAccount
        {
            Name = shop.Name,
            Title = shop.Title,
            CallbackUrl = $"/channels/wechat/{shop.Name}",
            Kind = Enum.Parse<Simulator.WeChat.AccountKind>(kind.ToString()),
            Templates = [OrderTemplate],
        })];
        Accounts = [.. _simulated.Select(simulated => AccountOf(simulated, kind))];
    }

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

    private static Account AccountOf(SimulatedAccount simulated, Messaging.Contacts.AccountKind kind) => new()
    {
        Name = simulated.Name,
        Shop = simulated.Name,
        Channel = "WeChat",
        OriginalId = simulated.OriginalId,
        AppId = simulated.AppId,
        AppSecret = simulated.AppSecret,
        Token = simulated.Token,
        EncodingAESKey = simulated.EncodingAESKey,
        Kind = kind,
        Templates =
        {
            ["order"] = new NoticeTemplate
            {
                Id = OrderTemplate.Id,
                Data = { ["character_string1"] = "{number}", ["thing2"] = "{what}", ["thing3"] = "{note}", ["time4"] = "{time}" },
            },
        },
    };
}
