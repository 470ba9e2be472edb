using System.Buffers.Text;
using ShopBot.Messaging.Links;
using ShopBot.Simulator.Clock;

namespace ShopBot.Tests.Links;

public sealed class SignedLinksTests : IDisposable
{
    private readonly MovableClock _clock = MovableClock.FrozenAt(new DateTimeOffset(2026, 3, 2, 4, 20, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("laundry:1:24:zh-CN")]
    [InlineData("")]
    [InlineData("袋子 👜")]
    public void What_was_signed_is_read_until_the_link_ends(string content)
    {
        var links = New();
        var token = links.Sign("labels", content, _clock.GetUtcNow().AddMinutes(60));

        Assert.Equal(content, links.Read("labels", token));
        Assert.Matches("^[A-Za-z0-9_-]+$", token);
        _clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Null(links.Read("labels", token));
    }

    [Fact]
    public void A_link_opens_nothing_of_another_purpose_or_installation()
    {
        var token = New().Sign("labels", "laundry:1:24", _clock.GetUtcNow().AddHours(1));

        Assert.Null(New().Read("day-sheet", token));
        Assert.Null(New(seed: 2).Read("labels", token));
    }

    [Fact]
    public void A_changed_link_opens_nothing()
    {
        var links = New();
        var token = links.Sign("labels", "laundry:1:24", _clock.GetUtcNow().AddHours(1));
        var bytes = Base64Url.DecodeFromChars(token);

        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 1;
            Assert.Null(links.Read("labels", Base64Url.EncodeToString(changed)));
        }

        foreach (var other in (string[])["", "x", token + " ", token + "=", token[..^2], new string('A', 10_000), "%00", "标签"])
            Assert.Null(links.Read("labels", other));
    }

    public void Dispose() => _clock.Dispose();

    private SignedLinks New(byte seed = 1) => new([.. Enumerable.Repeat(seed, 32)], _clock);
}
