using System.Net;
using System.Text;
using ShopBot.Channels.WeChat;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>What the platform reports about the account's own doings: nobody said it, so no turn is run for it.</summary>
public sealed class WeChatReportTests
{
    [Theory]
    [InlineData("template-finished", "template-sent")]
    [InlineData("template-finished-lower-case", "template-sent")]
    [InlineData("mass-finished", "broadcast-sent")]
    [InlineData("publish-finished", "article-published")]
    [InlineData("publish-finished-other-name", "article-published")]
    [InlineData("notice-sent", "notices-sent")]
    [InlineData("verify-expired", "account-verification")]
    [InlineData("naming-failed", "account-verification")]
    [InlineData("agent-session", "agent-session")]
    [InlineData("trial", "platform-trial")]
    public async Task A_report_is_received_and_opens_nothing_and_the_bot_does_not_hear_it(string sample, string name)
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var response = await wechat.PushAsync(TestWeChat.Sample(sample));

        Assert.Equal((HttpStatusCode.OK, "success"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Empty(wechat.Bot.Heard);
        Assert.Empty(wechat.Contacts.Windows);
        Assert.Equal(name, wechat.Channel.Read(wechat.Account, Encoding.UTF8.GetBytes(TestWeChat.Sample(sample))).Activity.Name);
    }

    [Fact]
    public void A_template_message_says_whether_it_arrived_and_who_stopped_it()
    {
        var blocked = Assert.IsType<WeChatReport.TemplateSent>(Of("template-finished"));
        Assert.Equal(("3800000000000000001", false, true), (blocked.MsgId, blocked.HasArrived, blocked.IsBlockedByPerson));
        var arrived = Assert.IsType<WeChatReport.TemplateSent>(Of("template-finished-lower-case"));
        Assert.Equal((true, false), (arrived.HasArrived, arrived.IsBlockedByPerson));
    }

    [Fact]
    public void A_broadcast_says_how_many_it_reached()
    {
        Assert.Equal(new WeChatReport.BroadcastSent("3147500001", "sendsuccess", 120, 108, 2), Of("mass-finished"));
    }

    [Fact]
    public void An_article_says_whether_it_is_online()
    {
        Assert.Equal(new WeChatReport.ArticlePublished("2247500001", "0"), Of("publish-finished"));
        Assert.Equal(new WeChatReport.ArticlePublished("2247500002", "4"), Of("publish-finished-other-name"));
    }

    [Fact]
    public void A_notice_says_which_it_was_and_what_came_of_it()
    {
        var notice = Assert.Single(Assert.IsType<WeChatReport.NoticesSent>(Of("notice-sent")).Notices);

        Assert.Equal(new WeChatReport.NoticeSent("tmpl-ready", "1700000000000000001", "43101", "user refuses"), notice);
    }

    [Fact]
    public async Task What_a_person_must_look_after_is_written_to_the_log_with_what_to_do()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        foreach (var sample in new[] { "verify-expired", "notice-sent", "publish-finished-other-name" })
            await wechat.PushAsync(TestWeChat.Sample(sample));

        Assert.Contains(wechat.Log.Lines, line => line.Contains("verify_expired", StringComparison.Ordinal) && line.Contains("renew it", StringComparison.Ordinal));
        Assert.Contains(wechat.Log.Lines, line => line.Contains("43101", StringComparison.Ordinal));
        Assert.Contains(wechat.Log.Lines, line => line.Contains("2247500002", StringComparison.Ordinal));
    }

    private static WeChatReport? Of(string sample) => WeChatReports.Of(WeChatReader.Read(Encoding.UTF8.GetBytes(TestWeChat.Sample(sample)))!);
}
