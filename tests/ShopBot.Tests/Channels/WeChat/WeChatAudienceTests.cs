using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Menus;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>People are moved between tags in the order that leaves nobody without a menu, and what the platform answers is told apart.</summary>
public sealed class WeChatAudienceTests
{
    private const string Ok = """{"errcode":0,"errmsg":"ok"}""";

    [Fact]
    public async Task The_new_tag_is_put_on_before_the_old_one_is_taken_off()
    {
        await using var platform = await OpenAsync();
        await using var weChat = await TestWeChat.OpenAsync(account => account.ApiBase = platform.Address);
        platform.On("tags/members/batchtagging", Ok);
        platform.On("tags/members/batchuntagging", Ok);

        Assert.IsType<AudienceAnswer.Done>(await weChat.Audiences.MoveAsync(weChat.Account, Audiences.OtherLanguage, Audiences.Staff, ["oA", "oB"], CancellationToken.None));

        Assert.Equal(
            ["""tags/members/batchtagging {"openid_list":["oA","oB"],"tagid":101}""", """tags/members/batchuntagging {"openid_list":["oA","oB"],"tagid":100}"""],
            platform.Calls.Where(c => c.Path.StartsWith("tags/members", StringComparison.Ordinal)).Select(c => $"{c.Path} {c.Text}"));
    }

    [Theory]
    [InlineData(40003, typeof(AudienceAnswer.PersonRefused))]
    [InlineData(49003, typeof(AudienceAnswer.PersonRefused))]
    [InlineData(45059, typeof(AudienceAnswer.PersonRefused))]
    [InlineData(45171, typeof(AudienceAnswer.PersonRefused))]
    [InlineData(45169, typeof(AudienceAnswer.NotNow))]
    [InlineData(45009, typeof(AudienceAnswer.NotNow))]
    [InlineData(48001, typeof(AudienceAnswer.NotNow))]
    [InlineData(-1, typeof(AudienceAnswer.NotNow))]
    public async Task What_the_platform_answers_is_told_apart(int code, Type expected)
    {
        await using var platform = await OpenAsync();
        await using var weChat = await TestWeChat.OpenAsync(account => account.ApiBase = platform.Address);
        platform.On("tags/members/batchtagging", $$"""{"errcode":{{code}},"errmsg":"no"}""");

        Assert.IsType(expected, await weChat.Audiences.MoveAsync(weChat.Account, null, Audiences.Staff, ["oA"], CancellationToken.None));
    }

    [Fact]
    public async Task An_account_without_followers_to_know_is_left_alone()
    {
        await using var platform = await OpenAsync();
        await using var weChat = await TestWeChat.OpenAsync(account => (account.ApiBase, account.Kind) = (platform.Address, AccountKind.Subscription));

        Assert.IsType<AudienceAnswer.NotAllowed>(await weChat.Audiences.MoveAsync(weChat.Account, null, Audiences.Staff, ["oA"], CancellationToken.None));
        Assert.Empty(platform.Calls);
    }

    private static async Task<FakePlatform> OpenAsync()
    {
        var platform = await FakePlatform.OpenAsync();
        platform.On("tags/get", $$"""{"tags":[{"id":100,"name":"{{Audiences.OtherLanguage}}"},{"id":101,"name":"{{Audiences.Staff}}"}]}""");
        return platform;
    }
}
