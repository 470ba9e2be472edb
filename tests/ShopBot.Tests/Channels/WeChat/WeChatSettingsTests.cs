using ShopBot.Channels.WeChat;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Tests.Channels.WeChat;

public sealed class WeChatSettingsTests
{
    [Fact]
    public void A_complete_account_has_no_problems()
    {
        Assert.Empty(WeChatSettings.Problems(TestWeChat.SecureAccount()));
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "AppId", "", "is missing" },
        { "AppId", "wx0a1b2c3d4e5f607", "is not valid" },
        { "AppId", "wy0a1b2c3d4e5f6071", "is not valid" },
        { "OriginalId", "", "is missing" },
        { "OriginalId", "shop", "is not valid" },
        { "Token", "ab", "is not valid" },
        { "Token", "has blanks", "is not valid" },
        { "EncodingAESKey", "", "is missing" },
        { "EncodingAESKey", "short", "is not valid" },
        { "EncodingAESKey", "+q3vR8sT1uW5xY7zA2bC4dE6fG9hJ0kL3mN5pQ8rS1t", "is not valid" },
        { "PreviousEncodingAESKey", "short", "is not valid" },
        { "AppSecret", "", "is missing" },
        { "PathSecret", "short", "is not valid" },
        { "PathSecret", "with/a/slash/that/is/long", "is not valid" },
        { "ApiBase", "api.weixin.qq.com", "is not valid" },
        { "ApiBase", "http://api.weixin.qq.com", "is not valid" },
        { "ApiBase", "https://api.weixin.qq.com/?a=b", "is not valid" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_what_to_write_and_without_the_value(string setting, string value, string wrong)
    {
        var account = TestWeChat.SecureAccount();
        typeof(Account).GetProperty(setting)!.SetValue(account, value);

        var problem = Assert.Single(WeChatSettings.Problems(account));

        Assert.Equal(($"Accounts:shop:{setting}", wrong), (problem.Setting, problem.Wrong));
        Assert.NotEmpty(problem.Write);
        if (value.Length > 0)
            Assert.DoesNotContain(value, problem.Write, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_mode_needs_a_secret_in_the_path_but_no_key()
    {
        var account = TestWeChat.SecureAccount();
        (account.Mode, account.EncodingAESKey) = (WrappingMode.Plain, "");

        Assert.Equal("Accounts:shop:PathSecret", Assert.Single(WeChatSettings.Problems(account)).Setting);

        account.PathSecret = "0123456789abcdef";
        Assert.Empty(WeChatSettings.Problems(account));
    }

    [Theory]
    [InlineData("https://api2.weixin.qq.com")]
    [InlineData("http://localhost:5080/simulator/wechat")]
    [InlineData("http://127.0.0.1:9/")]
    public void Another_host_may_be_named(string address)
    {
        var account = TestWeChat.SecureAccount();
        account.ApiBase = address;

        Assert.Empty(WeChatSettings.Problems(account));
    }

    [Fact]
    public void An_account_that_only_answers_needs_no_secret()
    {
        var account = TestWeChat.SecureAccount();
        (account.Kind, account.AppSecret) = (AccountKind.Subscription, "");

        Assert.Empty(WeChatSettings.Problems(account));
    }
}
