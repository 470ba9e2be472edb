using Microsoft.Data.Sqlite;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Custody;

/// <summary>What was written of a bag cannot be changed without being seen.</summary>
public sealed class CustodyChainTests
{
    [Theory]
    [InlineData("Kind = 'Washed'", CustodyFault.Kind)]
    [InlineData("At = At + 1", CustodyFault.At)]
    [InlineData("Role = 'Manager'", CustodyFault.Role)]
    [InlineData("Seal = 'E0999'", CustodyFault.Seal)]
    [InlineData("Pieces = Pieces - 1", CustodyFault.Pieces)]
    [InlineData("Pieces = NULL", CustodyFault.Pieces)]
    [InlineData("Who_Value = '小王'", CustodyFault.Who)]
    [InlineData("Who_Salt = '00112233445566778899aabbccddeeff'", CustodyFault.Who)]
    [InlineData("Who_Salt = 'no salt'", CustodyFault.Who)]
    [InlineData("Who_Commitment = replace(Who_Commitment, 'a', 'b')", CustodyFault.Who)]
    [InlineData("Place_Value = '隔壁'", CustodyFault.Place)]
    [InlineData("Note_Value = '没有的话', Note_Salt = '00112233445566778899aabbccddeeff'", CustodyFault.Note)]
    [InlineData("Note_Commitment = Who_Commitment", CustodyFault.Note)]
    [InlineData("Sequence = 9", CustodyFault.Sequence)]
    [InlineData("Form = replace(Form, 'pieces 12', 'pieces 11')", CustodyFault.Pieces)]
    [InlineData("Form = replace(Form, 'pieces 12', 'pieces 11'), Pieces = 11", CustodyFault.Hash)]
    [InlineData("Form = Form || ' '", CustodyFault.Hash)]
    [InlineData("Form = ''", CustodyFault.Version)]
    [InlineData("Form = replace(Form, 'custody 1', 'custody 2')", CustodyFault.Version)]
    [InlineData("Hash = replace(Hash, substr(Hash, 1, 1), 'x')", CustodyFault.Hash)]
    public async Task Each_altered_field_is_named_with_its_entry(string change, CustodyFault what)
    {
        await using var shop = Open(Laundry);
        var number = await WashedAsync(shop);

        await TamperAsync(shop, $"UPDATE custody_entry SET {change} WHERE Sequence = 3");

        var broken = Assert.IsType<CustodyVerdict.Broken>((await shop.CustodyAsync(number)).Verdict);
        // An entry that took another place leaves a gap where it was.
        Assert.Equal(what == CustodyFault.Sequence ? (4, what) : (3, what), (broken.Sequence, broken.What));
    }

    [Fact]
    public async Task An_altered_picture_is_named_with_its_entry()
    {
        await using var shop = Open(Laundry);
        var number = await WashedAsync(shop);

        await TamperAsync(shop, "UPDATE custody_photo SET Sha256 = replace(Sha256, substr(Sha256, 1, 1), 'x')");

        Assert.Equal(new CustodyVerdict.Broken(3, CustodyFault.Photos), (await shop.CustodyAsync(number)).Verdict);
    }

    [Fact]
    public async Task An_entry_written_anew_with_everything_that_belongs_to_it_is_betrayed_by_the_next()
    {
        await using var shop = Open(Laundry);
        var number = await WashedAsync(shop);
        var third = (await shop.CustodyAsync(number)).Entries[2];
        var form = CustodyForm.Write(third with { Pieces = 11 }, (await shop.CustodyAsync(number)).Entries[1].Hash);

        await TamperAsync(shop, $"UPDATE custody_entry SET Pieces = 11, Form = '{form}', Hash = '{CustodyForm.Hash(form)}' WHERE Sequence = 3");

        Assert.Equal(new CustodyVerdict.Broken(4, CustodyFault.Previous), (await shop.CustodyAsync(number)).Verdict);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_missing_entry_is_noticed(int sequence)
    {
        await using var shop = Open(Laundry);
        var number = await WashedAsync(shop);

        await TamperAsync(shop, $"UPDATE custody_photo SET EntryId = NULL; DELETE FROM custody_entry WHERE Sequence = {sequence}");

        Assert.Equal(new CustodyVerdict.Broken(sequence + 1, CustodyFault.Sequence), (await shop.CustodyAsync(number)).Verdict);
    }

    [Theory]
    [InlineData("DELETE FROM custody_entry")]
    [InlineData("UPDATE custody_entry SET Pieces = 1")]
    [InlineData("UPDATE custody_entry SET Who_Value = '小王'")]
    [InlineData("UPDATE custody_entry SET Who_Value = NULL")]
    [InlineData("UPDATE custody_entry SET Who_Commitment = NULL, Who_Value = NULL, Who_Salt = NULL")]
    [InlineData("UPDATE custody_entry SET Hash = 'x'")]
    [InlineData("DELETE FROM custody_photo")]
    [InlineData("UPDATE custody_photo SET Sha256 = 'x'")]
    [InlineData("UPDATE custody_photo SET EntryId = NULL")]
    [InlineData("DELETE FROM shop_order")]
    public async Task The_database_itself_refuses_changes(string statement)
    {
        await using var shop = Open(Laundry);
        var number = await WashedAsync(shop);

        await Assert.ThrowsAsync<SqliteException>(() => shop.Database.WriteAsync(db => db.Execute(statement)));

        Assert.IsType<CustodyVerdict.Intact>((await shop.CustodyAsync(number)).Verdict);
    }

    [Fact]
    public async Task Forgetting_the_customer_erases_where_they_live_and_the_chain_still_holds()
    {
        await using var shop = Open(Laundry);
        var number = await WashedAsync(shop);
        var lan = await shop.BindAsync();
        var head = (await shop.CustodyAsync(number)).SealedHead;
        await shop.Get<ForgetCustomer>().RunAsync(shop.Id, shop.NextKey(), shop.ContactOf("mei"), shop.Clock.GetUtcNow(), default);
        // The order is under way: nothing is erased before it is over.
        Assert.Equal("南京西路 100 号", (await shop.CustodyAsync(number)).Entries[0].Place.Value);

        await shop.MoveAsync(lan, number, OrderState.Completed, new MoveDetails(Custody: new CustodyDetails(CustodyKind.LeftWithNeighbour, 12, "302 室", "张阿姨代收")));

        var custody = await shop.CustodyAsync(number);
        Assert.IsType<CustodyVerdict.Intact>(custody.Verdict);
        Assert.Equal(head, custody.SealedHead);
        Assert.Equal(CustodyKind.LeftWithNeighbour, custody.Entries[^1].Kind);
        Assert.All([custody.Entries[0].Place, custody.Entries[^1].Place, custody.Entries[^1].Note], text => Assert.True(text.IsErased));
        Assert.Equal("小陈", custody.Entries[0].Who.Value);
        var file = shop.Database.Read(db => db.Query("SELECT group_concat(quote(Place_Value) || quote(Note_Value) || quote(Place_Salt)) FROM custody_entry", row => row.GetString(0)).Single());
        Assert.Matches("^(NULL|,)+$", file);
    }

    [Fact]
    public async Task Erasing_those_who_did_it_too_leaves_the_chain_valid()
    {
        await using var shop = Open(Laundry);
        var number = await WashedAsync(shop);

        await shop.Database.WriteAsync(db => db.Execute("UPDATE custody_entry SET Who_Value = NULL, Who_Salt = NULL"));

        Assert.IsType<CustodyVerdict.Intact>((await shop.CustodyAsync(number)).Verdict);
    }

    [Fact]
    public async Task Two_people_of_one_name_cannot_be_told_from_their_commitments()
    {
        await using var shop = Open(Laundry);
        var number = await WashedAsync(shop);

        var commitments = (await shop.CustodyAsync(number)).Entries.Select(e => e.Who.Commitment).ToList();

        Assert.Equal(commitments.Count, commitments.Distinct().Count());
    }

    [Fact]
    public async Task A_thousand_entries_are_checked_and_the_altered_one_is_found()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var lan = await shop.BindAsync("小陈");
        var number = await shop.SealAsync(await shop.MeetAsync(), lan);
        foreach (var state in new[] { OrderState.Washing, OrderState.Ready })
            await shop.MoveAsync(lan, number, state);
        for (var trip = 0; trip < 499; trip++)
        {
            await shop.MoveAsync(lan, number, OrderState.Delivering);
            await shop.MoveAsync(lan, number, OrderState.Ready, new MoveDetails(NotHome: true));
        }

        var custody = await shop.CustodyAsync(number);
        Assert.Equal(1001, Assert.IsType<CustodyVerdict.Intact>(custody.Verdict).Entries);
        await TamperAsync(shop, "UPDATE custody_entry SET At = At + 1 WHERE Sequence = 777");
        Assert.Equal(new CustodyVerdict.Broken(777, CustodyFault.At), (await shop.CustodyAsync(number)).Verdict);
    }

    [Fact]
    public async Task Entries_written_at_once_make_one_chain()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var lan = await shop.BindAsync("小陈");
        var seals = Enumerable.Range(1, 20).Select(i => $"E{i:D4}").ToList();
        var number = await shop.SealAsync(await shop.MeetAsync(), lan, string.Join(' ', seals), bags: 20);

        await Task.WhenAll(seals.SelectMany(seal => new[] { CustodyKind.HandedOver, CustodyKind.Received }
            .Select(kind => Task.Run(() => shop.RecordAsync(lan, kind, seal)))));

        var custody = await shop.CustodyAsync(number);
        Assert.IsType<CustodyVerdict.Intact>(custody.Verdict);
        Assert.All(seals, seal => Assert.Single(custody.Entries, e => e.Seal == seal && e.Kind == CustodyKind.Received));
    }

    [Fact]
    public void The_hashed_bytes_are_the_lines_the_readme_specifies()
    {
        var entry = new CustodyRecord(
            Guid.ParseExact("0195d2c8a4b07d3e8f1a2b3c4d5e6f70", "N"), 1, CustodyKind.Sealed, DateTimeOffset.FromUnixTimeMilliseconds(1772413200000), StaffRole.Courier, "E0231", 12,
            [new CustodyPicture("b", new string('b', 64)), new CustodyPicture("a", new string('a', 64))], new PersonalText { Commitment = new string('1', 64) }, new PersonalText(), new PersonalText(), "", "");

        var form = CustodyForm.Write(entry, CustodyForm.Nothing);

        Assert.Equal(
            $"shopbot-custody 1\norder 0195d2c8a4b07d3e8f1a2b3c4d5e6f70\nsequence 1\nprevious {new string('0', 64)}\nkind Sealed\nat 1772413200000\nrole Courier\nseal E0231\npieces 12\n"
            + $"photos {new string('a', 64)},{new string('b', 64)}\nwho {new string('1', 64)}\nplace -\nnote -\n",
            form);
        Assert.Equal("63C1-8C4A-7F0C-2B9E", CustodyForm.Short("63c18c4a7f0c2b9e" + new string('0', 48)));
    }

    /// <summary>Sealed, received, opened with a picture and twelve pieces, washed and out for delivery.</summary>
    private static async Task<int> WashedAsync(TestShop shop)
    {
        await shop.StockBagsAsync();
        var lan = await shop.BindAsync("小陈");
        var number = await shop.SealAsync(await shop.MeetAsync(), lan);
        await shop.RecordAsync(lan, CustodyKind.Received, "E0231");
        await shop.Get<AddPhoto>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, number, await shop.KeepPictureAsync(), null, default);
        await shop.RecordAsync(lan, new CustodyReport(CustodyKind.Opened, number, "E0231", 12, "3 号台"));
        foreach (var state in new[] { OrderState.Washing, OrderState.Ready, OrderState.Delivering })
            await shop.MoveAsync(lan, number, state);
        return number;
    }

    /// <summary>As somebody would who holds the file and has taken the locks off.</summary>
    private static Task<bool> TamperAsync(TestShop shop, string statements) => shop.Database.WriteAsync(db =>
    {
        foreach (var trigger in db.Query("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'custody%'", row => row.GetString(0)))
            db.Execute($"DROP TRIGGER {trigger}");
        foreach (var statement in statements.Split("; "))
            Assert.NotEqual(0, db.Execute(statement));
        return true;
    });
}
