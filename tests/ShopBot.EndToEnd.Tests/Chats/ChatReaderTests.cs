using ShopBot.Testing.Chats;

namespace ShopBot.EndToEnd.Tests.Chats;

public sealed class ChatReaderTests
{
    private const string Head = "# Ms Li orders\naccount   laundry\npeople    customer 李小姐, staff 王师傅\nclock     2026-03-02 09:00\n";

    [Fact]
    public void The_head_names_account_people_and_moment()
    {
        var chat = ChatReader.Read("a.chat", Head + "customer  两袋\n");

        Assert.Equal("Ms Li orders", chat.Title);
        Assert.Equal("laundry", chat.Account);
        Assert.Equal("王师傅", chat.People["staff"]);
        Assert.Equal(DateTimeOffset.Parse("2026-03-02T01:00Z", System.Globalization.CultureInfo.InvariantCulture), chat.StartsAt);
        Assert.Equal(new Deed.Says("两袋"), Assert.IsType<ChatLine.Does>(Assert.Single(chat.Lines)).Deed);
    }

    [Fact]
    public void A_line_that_begins_with_a_blank_continues_the_one_before()
    {
        var line = Assert.Single(ChatReader.Read("a.chat", Head + "customer  延安路 5 号\n\n          二楼\n").Lines);

        Assert.Equal(new Deed.Says("延安路 5 号\n二楼"), Assert.IsType<ChatLine.Does>(line).Deed);
        Assert.Equal(5, line.Number);
    }

    [Theory]
    [InlineData("<picture stain>", typeof(Deed.SendsPicture))]
    [InlineData("<unfollows>", typeof(Deed.Unfollows))]
    [InlineData("<place 31.2,121.4 上海市黄浦区>", typeof(Deed.SendsPlace))]
    [InlineData("<unknown hologram>", typeof(Deed.SendsUnknown))]
    [InlineData("[上门取件]", typeof(Deed.Taps))]
    [InlineData("\"[微笑]\"", typeof(Deed.Says))]
    [InlineData("<3", typeof(Deed.Says))]
    public void What_people_do_besides_talking_stands_in_brackets(string written, Type deed) =>
        Assert.IsType(deed, Assert.IsType<ChatLine.Does>(Assert.Single(ChatReader.Read("a.chat", Head + "customer " + written).Lines)).Deed);

    [Fact]
    public void Long_messages_need_not_be_written_out()
    {
        var line = Assert.Single(ChatReader.Read("a.chat", Head + "customer <long 3000 洗>").Lines);
        Assert.Equal(new Deed.Says(new string('洗', 3000)), Assert.IsType<ChatLine.Does>(line).Deed);
    }

    [Theory]
    [InlineData("after 3 days", "2026-03-05T09:00")]
    [InlineData("after 90 minutes", "2026-03-02T10:30")]
    [InlineData("at 18:00", "2026-03-02T18:00")]
    [InlineData("at 08:30", "2026-03-03T08:30")]
    [InlineData("2026-03-08 12:00", "2026-03-08T12:00")]
    public void The_clock_moves_by_a_span_to_a_time_or_to_a_day(string written, string then)
    {
        var chat = ChatReader.Read("a.chat", Head + "customer 你好\nclock " + written);
        var moved = Assert.IsType<ChatLine.ClockMoves>(chat.Lines[1]).Move.From(chat.StartsAt);
        Assert.Equal(then, moved.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("friend 你好", "nobody plays the part \"friend\"")]
    [InlineData("customer <dances>", "nobody can do <dances>")]
    [InlineData("bot <cake>", "nobody can be told <cake>")]
    [InlineData("clock later", "a clock line is")]
    [InlineData("turn left", "a turn")]
    [InlineData("bot", "\"bot\" needs something behind it")]
    public void A_line_nobody_understands_is_named(string line, string why)
    {
        var wrong = Assert.Throws<ChatSyntaxException>(() => ChatReader.Read("a.chat", Head + line));
        Assert.StartsWith("a.chat:5: " + why, wrong.Message, StringComparison.Ordinal);
    }
}
