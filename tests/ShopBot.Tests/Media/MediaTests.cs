using System.Buffers.Text;
using System.Text;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Media;
using ShopBot.Simulator.Clock;
using ShopBot.Storage.Sqlite;
using ShopBot.Testing.Driving;

namespace ShopBot.Tests.Media;

public sealed class MediaTests : IDisposable
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4];

    private readonly TempFolder _folder = new();
    private readonly MovableClock _clock = MovableClock.FrozenAt(new DateTimeOffset(2026, 3, 2, 4, 20, 0, TimeSpan.Zero));
    private readonly MediaOptions _options = new() { PublicUrl = "https://shop.example" };
    private readonly SqliteDatabase _database;

    public MediaTests() => _database = Open();

    [Fact]
    public async Task What_was_kept_is_found_with_its_bytes_and_the_type_seen_in_them()
    {
        var media = New();

        var id = await media.KeepAsync("laundry", Jpeg, CancellationToken.None);

        var file = (await media.FindAsync(id, CancellationToken.None))!;
        Assert.Equal(("image/jpeg", "laundry"), (file.ContentType, file.Shop));
        Assert.Equal(Jpeg, file.Bytes.ToArray());
        Assert.Matches("^[0-9a-f]{32}$", id);
        Assert.Null(await media.FindAsync(id.Replace(id[0], id[0] == '0' ? '1' : '0'), CancellationToken.None));
    }

    [Fact]
    public async Task The_same_picture_of_one_shop_has_one_id_and_is_kept_once()
    {
        var media = New();

        var first = await media.KeepAsync("laundry", Jpeg, CancellationToken.None);
        var second = await media.KeepAsync("laundry", Jpeg.ToArray(), CancellationToken.None);

        Assert.Equal(first, second);
        Assert.Equal(1L, _database.Read(db => db.Scalar("SELECT count(*) FROM media")));
    }

    [Fact]
    public async Task Two_shops_with_the_same_picture_share_nothing()
    {
        var media = New();

        var ours = await media.KeepAsync("laundry", Jpeg, CancellationToken.None);
        var theirs = await media.KeepAsync("eunchae", Jpeg, CancellationToken.None);

        Assert.NotEqual(ours, theirs);
        Assert.Equal("eunchae", (await media.FindAsync(theirs, CancellationToken.None))!.Shop);
    }

    [Theory]
    [InlineData("FFD8FFE000104A46", "image/jpeg")]
    [InlineData("89504E470D0A1A0A00", "image/png")]
    [InlineData("474946383961FF", "image/gif")]
    [InlineData("474946383761FF", "image/gif")]
    [InlineData("2321414D520A", "audio/amr")]
    [InlineData("494433040000", "audio/mpeg")]
    [InlineData("FFFB9064", "audio/mpeg")]
    [InlineData("0000001C6674797069736F6D", "video/mp4")]
    [InlineData("0000001C667479706D703432", "video/mp4")]
    public void A_files_type_is_seen_in_its_first_bytes(string hex, string type) =>
        Assert.Equal(type, MediaType.Require(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("FF")]
    [InlineData("FFD8")]
    [InlineData("474946383861")]
    [InlineData("89504E470D0A")]
    [InlineData("0000001C66747970")]
    [InlineData("0000001C6674797068656963")]
    [InlineData("0000001C6674797061766966")]
    [InlineData("0000001C6674797071742020")]
    [InlineData("3C73766720786D6C6E733D")]
    [InlineData("3C68746D6C3E")]
    [InlineData("255044462D312E34")]
    [InlineData("524946460000000057454250")]
    public async Task Anything_a_chat_does_not_carry_is_refused_in_words(string hex)
    {
        var refused = await Assert.ThrowsAsync<MediaRefusedException>(() => New().KeepAsync("laundry", Convert.FromHexString(hex), CancellationToken.None));

        Assert.False(string.IsNullOrWhiteSpace(refused.Message));
        Assert.Equal(0L, _database.Read(db => db.Scalar("SELECT count(*) FROM media")));
    }

    [Fact]
    public void A_file_as_large_as_allowed_is_taken_and_one_byte_more_refused()
    {
        var largest = new byte[MediaType.MaxBytes + 1];
        Jpeg.CopyTo(largest, 0);

        Assert.Equal("image/jpeg", MediaType.Require(largest.AsSpan(0, MediaType.MaxBytes)));
        Assert.Throws<MediaRefusedException>(() => MediaType.Require(largest));
    }

    [Fact]
    public async Task A_link_opens_its_picture_until_it_ends()
    {
        var media = New();
        var id = await media.KeepAsync("laundry", Jpeg, CancellationToken.None);

        var link = media.LinkTo(id, TimeSpan.FromHours(24));

        Assert.StartsWith("https://shop.example/m/", link.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(id, media.ReadLink(TokenOf(link)));
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(id, media.ReadLink(TokenOf(link)));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(media.ReadLink(TokenOf(link)));
    }

    [Fact]
    public async Task Links_made_in_the_same_hour_are_the_same()
    {
        var media = New();
        var id = await media.KeepAsync("laundry", Jpeg, CancellationToken.None);
        var first = media.LinkTo(id, TimeSpan.FromHours(24));

        _clock.Advance(TimeSpan.FromMinutes(39));
        Assert.Equal(first, media.LinkTo(id, TimeSpan.FromHours(24)));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotEqual(first, media.LinkTo(id, TimeSpan.FromHours(24)));
    }

    [Fact]
    public async Task Not_one_changed_character_of_a_link_is_taken()
    {
        var media = New();
        var token = TokenOf(media.LinkTo(await media.KeepAsync("laundry", Jpeg, CancellationToken.None), TimeSpan.FromHours(1)));

        for (var i = 0; i < token.Length; i++)
        {
            foreach (var other in "AQgw09-_")
            {
                if (token[i] != other)
                    Assert.Null(media.ReadLink(token[..i] + other + token[(i + 1)..]));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("....................................................")]
    [InlineData("点心点心点心点心")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\0\0\0")]
    [InlineData("%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    public void A_made_up_token_opens_nothing_and_breaks_nothing(string token) => Assert.Null(New().ReadLink(token));

    [Fact]
    public void A_token_signed_with_another_key_opens_nothing()
    {
        var other = new MediaLinks(new byte[32], () => "https://shop.example", _clock);

        var token = TokenOf(other.LinkTo(new string('a', 32), TimeSpan.FromHours(1)));

        Assert.Equal(new string('a', 32), other.ReadLink(token));
        Assert.Null(New().ReadLink(token));
        Assert.Null(other.ReadLink(token + " "));
        Assert.Null(other.ReadLink(Base64Url.EncodeToString(Encoding.ASCII.GetBytes(token))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void There_is_no_link_to_what_is_no_media_id(string id) => Assert.Throws<ArgumentException>(() => New().LinkTo(id, TimeSpan.FromHours(1)));

    [Fact]
    public async Task Links_outlive_a_restart()
    {
        var media = New();
        var id = await media.KeepAsync("laundry", Jpeg, CancellationToken.None);
        var token = TokenOf(media.LinkTo(id, TimeSpan.FromHours(1)));
        _database.Dispose();

        using var again = Open();

        Assert.Equal(id, new SqliteMedia(again, new OptionsWrapper<MediaOptions>(_options), _clock).ReadLink(token));
    }

    [Theory]
    [InlineData("media:abc", "abc")]
    [InlineData("media:", null)]
    [InlineData("https://example.com/a.jpg", null)]
    [InlineData("MEDIA:abc", null)]
    [InlineData(null, null)]
    public void An_attachment_names_a_file_by_a_media_address(string? url, string? id) => Assert.Equal(id, MediaReference.Read(url));

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private SqliteDatabase Open() => new(_folder.File("shop.db"), Durability.Full, SchemaSet.Shop);

    private SqliteMedia New() => new(_database, new OptionsWrapper<MediaOptions>(_options), _clock);

    private static string TokenOf(Uri link) => link.Segments[^1];
}
