using System.Text.Json;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Schema;

// What only ours promises: channel data as JSON elements of .NET.
public sealed partial class ActivityTests
{
    [Fact]
    public void Channel_data_is_had_as_the_type_of_the_channel()
    {
        var given = new Sticker { Pack = "bears" };
        Assert.Same(given, new Activity(channelData: given).GetChannelData<Sticker>());

        var json = new Activity(channelData: JsonDocument.Parse("""{"pack":"cats"}""").RootElement);
        Assert.Equal("cats", json.GetChannelData<Sticker>().Pack);
        Assert.True(json.TryGetChannelData<Sticker>(out var sticker));
        Assert.Equal("cats", sticker.Pack);
        Assert.False(json.TryGetChannelData<int>(out _));

        Assert.False(new Activity().TryGetChannelData<Sticker>(out _));
        Assert.Null(new Activity().GetChannelData<Sticker>());
    }
}
