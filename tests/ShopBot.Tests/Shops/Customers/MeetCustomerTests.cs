using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops;
using ShopBot.Shops.Customers;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Customers;

public sealed class MeetCustomerTests
{
    [Fact]
    public async Task Somebody_new_becomes_a_customer_and_is_known_from_then_on()
    {
        await using var shop = Open();

        var card = await Meet(shop, "mei", "en-US", "poster");
        var again = await Meet(shop, "mei", "zh-CN", "other");

        Assert.Equal(new CustomerCard(card.Id, "en-US", null, null, null), card);
        Assert.Equal(card, again);
        Assert.Equal(card, await shop.Get<CustomerReader>().FindAsync(shop.Id, shop.ContactOf("mei"), default));
        Assert.Equal(card, await shop.Get<CustomerReader>().FindAsync(shop.Id, card.Id, default));
        Assert.Equal(("poster", Start), await shop.ReadAsync(db => db.Contacts.Select(c => ValueTuple.Create(c.Source, c.MetAt)).SingleAsync()));
    }

    [Fact]
    public async Task Twenty_first_messages_at_once_make_one_customer()
    {
        await using var shop = Open();

        var cards = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Meet(shop, "mei"))));

        Assert.Single(cards.Distinct());
        Assert.Equal(1, await shop.ReadAsync(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task The_same_id_at_two_shops_is_two_customers()
    {
        await using var shop = Open();
        var contact = new ContactPoint("wechat", "mei");
        Task<CustomerCard> MeetAt(string id) => shop.Get<MeetCustomer>().RunAsync(id, shop.NextKey(), contact, "zh-CN", null, null, default);

        var (one, two) = (await MeetAt(Eunchae), await MeetAt(Laundry));

        Assert.NotEqual(one.Id, two.Id);
        Assert.Null(await shop.Get<CustomerReader>().FindAsync(Eunchae, two.Id, default));
    }

    [Fact]
    public async Task The_language_a_customer_chooses_is_kept()
    {
        await using var shop = Open();
        var card = await Meet(shop, "mei");
        var choose = shop.Get<ChooseLanguage>();

        Assert.True(await choose.RunAsync(shop.Id, shop.NextKey(), card.Id, "en-US", default));
        Assert.Equal("en-US", (await Meet(shop, "mei")).Language);
        Assert.False(await choose.RunAsync(Laundry, shop.NextKey(), card.Id, "zh-CN", default));
        await Assert.ThrowsAsync<ArgumentException>(() => choose.RunAsync(shop.Id, shop.NextKey(), card.Id, "xx", default));
        await Assert.ThrowsAsync<ArgumentException>(() => Meet(shop, "lan", "xx"));
    }

    [Fact]
    public async Task All_staff_but_the_one_who_asks_hear_that_a_customer_wants_a_person()
    {
        await using var shop = Open();
        var (mei, lan, ming) = (await shop.MeetAsync("mei"), await shop.BindAsync("lan"), await shop.BindAsync("ming"));
        var asked = shop.Get<AskForPerson>();
        var said = new string('啊', 199) + "\U0001F4E6 and so on";
        var longKey = new OperationKey(new string('k', 500));

        Assert.Equal(2, await asked.RunAsync(shop.Id, longKey, mei.Actor, mei.Id, said, default));
        Assert.Equal(2, await asked.RunAsync(shop.Id, longKey, mei.Actor, mei.Id, said, default));
        Assert.Equal(1, await asked.RunAsync(shop.Id, shop.NextKey(), lan.Actor, mei.Id, "人工", default));

        Assert.Equal([lan.Contact, ming.Contact, ming.Contact], shop.Owed<PersonAsked>().Select(m => m.To));
        Assert.Equal([new string('啊', 199), new string('啊', 199), "人工"], shop.Owed<PersonAsked>().Select(m => m.Fact.Said));
        Assert.All(shop.Outbox, m => Assert.True(m is { Class: MessageClass.StaffAlert, DedupeKey.Length: <= 200 }));
        Assert.Equal(0, await asked.RunAsync(Laundry, shop.NextKey(), mei.Actor, mei.Id, "人工", default));
    }

    private static Task<CustomerCard> Meet(TestShop shop, string user, string language = "zh-CN", string? source = null) =>
        shop.Get<MeetCustomer>().RunAsync(shop.Id, shop.NextKey(), shop.ContactOf(user), language, source, null, default);
}
