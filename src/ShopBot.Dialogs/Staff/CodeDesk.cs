using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Catalog;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Codes;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Shops;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Codes;
using static ShopBot.Dialogs.Staff.StaffTexts;

namespace ShopBot.Dialogs.Staff;

/// <summary>Gives managers QR codes that say what brought people, and how many each brought.</summary>
public sealed class CodeDesk(
    IEnumerable<IAccountCodes> channels, AccountBook accounts, CatalogueReader catalogue, CodeReader reader, KeepCode keepCode)
{
    /// <summary>Lines of the list; more would not fit one message.</summary>
    private const int MostLines = 30;

    /// <summary>Chinese characters of a name: 64 bytes at three each.</summary>
    private const int MostCharacters = 21;

    private const int LongestWhy = 100;

    private readonly Dictionary<string, IAccountCodes> _byChannel = channels.ToDictionary(c => c.Channel, StringComparer.OrdinalIgnoreCase);

    /// <param name="said">What stands behind the word, empty for the list.</param>
    public async Task<Activity> AnswerAsync(Visit visit, string said, CancellationToken ct)
    {
        var account = accounts[visit.Contact.Account];
        if (!_byChannel.TryGetValue(account.Channel, out var codes))
            return visit.Message(new CodesNotAllowed());
        var made = await reader.AllAsync(visit.Shop, account.Name, ct);
        if (said.Length == 0)
            return visit.Message(made.Count == 0 ? new NoCodes() : List(visit, made));

        var product = Named(await catalogue.ReadAsync(visit.Shop, ct), said);
        var (scene, label) = product is null ? (said, said) : (product.Code, product.Name.In(visit.Voice));
        if (made.FirstOrDefault(c => product is null ? Heard.Key(c.Label) == Heard.Key(said) : c.Scene == scene) is { } known)
            return await ShowAsync(visit, codes, known, product, ct);
        if (!codes.IsScene(scene))
            return visit.Message(new CodeNameUnusable(Heard.Quote(said), MostCharacters));
        if (made.Count >= codes.Most)
            return visit.Message(new CodesFull(codes.Most));
        return await codes.MakeAsync(account, scene, ct) switch
        {
            CodeAnswer.Made code => await KeepAsync(visit, codes, account, code, scene, label, product, ct),
            CodeAnswer.NotAllowed => visit.Message(new CodesNotAllowed()),
            CodeAnswer.Full => visit.Message(new CodesFull(codes.Most)),
            CodeAnswer.Refused refused => visit.Message(new CodeRefused(Heard.Quote(Heard.Clean($"{refused.Code} {refused.Why}"), LongestWhy))),
            _ => visit.Message(new CodeNotNow()),
        };
    }

    private async Task<Activity> KeepAsync(
        Visit visit, IAccountCodes codes, Account account, CodeAnswer.Made code, string scene, string label, CatalogueProduct? product, CancellationToken ct)
    {
        var kept = await keepCode.RunAsync(visit.Shop, visit.NextKey("keep-code"), new Actor(visit.Contact), scene, label, code.Ticket, code.Address, ct);
        if (kept is KeepCodeResult.NotManager)
            return visit.Message(new OnlyManagersDo());
        // It may have brought people before it was kept here.
        var card = (await reader.AllAsync(visit.Shop, account.Name, ct)).First(c => c.Scene == scene);
        return await ShowAsync(visit, codes, card, product, ct);
    }

    private async Task<Activity> ShowAsync(Visit visit, IAccountCodes codes, CodeCard card, CatalogueProduct? product, CancellationToken ct)
    {
        var picture = await codes.DrawAsync(accounts[visit.Contact.Account], card.Address, ct);
        Text text = product is null ? new Code(card.Label, card.Came, card.Ordered) : new CodeOfProduct(product.Name.In(visit.Voice), card.Came, card.Ordered);
        var message = visit.Message(text);
        message.Attachments = [new Attachment("image/png", MediaReference.For(picture))];
        return message;
    }

    private static CodeList List(Visit visit, IReadOnlyList<CodeCard> made) => new(string.Join("\n", made
        .OrderByDescending(c => c.Came).ThenByDescending(c => c.Ordered).Take(MostLines).Select(c => visit.Say(new CodeLine(c.Label, c.Came, c.Ordered)))));

    /// <summary>The product whose name or code this is and nothing besides: "口红海报" is a poster's name.</summary>
    private static CatalogueProduct? Named(Catalogue shelf, string said)
    {
        var key = Heard.Key(said);
        return shelf.Products.FirstOrDefault(p => p.Code.Equals(said, StringComparison.OrdinalIgnoreCase))
            ?? shelf.Products.FirstOrDefault(p => ProductNames.Of(p).Any(name => Heard.Key(name) == key));
    }
}
