using ShopBot.Dialogs.Custody;
using ShopBot.Shops.Custody;

namespace ShopBot.Tests.Dialogs.Custody;

/// <summary>What staff type with one hand about a bag.</summary>
public sealed class CustodySayingTests
{
    [Theory]
    [InlineData("E0231", null, "E0231", null, null)]
    [InlineData("e0231 12件", null, "E0231", 12, null)]
    [InlineData("E0231 12", null, "E0231", 12, null)]
    [InlineData("E0231，十二件，3号台", null, "E0231", 12, "3号台")]
    [InlineData("E0231 12 pieces table 3", null, "E0231", 12, "table 3")]
    [InlineData("12 15", 12, null, 15, null)]
    [InlineData("#12号 15件", 12, null, 15, null)]
    [InlineData("12 E0231 15", 12, "E0231", 15, null)]
    [InlineData("12", 12, null, null, null)]
    [InlineData("0012345", null, "0012345", null, null)]
    [InlineData("A-17 静安店", null, "A-17", null, "静安店")]
    [InlineData("E0231 99999", null, "E0231", 99999, null)]
    public void Bag_pieces_and_place_are_told_apart(string typed, int? order, string? seal, int? pieces, string? place) =>
        Assert.Equal(new CustodySaying(order, seal, pieces, place), CustodySaying.Read(typed, CustodyKind.Opened));

    [Fact]
    public void Where_the_seal_is_read_figures_behind_an_orders_number_are_the_seal() =>
        Assert.Equal(new CustodySaying(12, "77001", null, null), CustodySaying.Read("12 77001", CustodyKind.Received));

    [Theory]
    [InlineData("了吗")]
    [InlineData("你的消息了")]
    [InlineData("")]
    [InlineData("，")]
    [InlineData("it, thanks")]
    public void A_message_that_names_no_bag_is_no_report(string typed) => Assert.False(CustodySaying.NamesBag(typed));

    [Fact]
    public void A_long_place_is_cut() => Assert.Equal(41, CustodySaying.Read("E0231 12 " + new string('远', 900), CustodyKind.Opened)!.Place!.Length);
}
