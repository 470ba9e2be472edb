using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShopBot.Dialogs.Custody;
using ShopBot.Dialogs.Orders;
using ShopBot.Messaging.Media;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Settings;
using ShopBot.Web.Custody;
using ShopBot.Web.Orders;

namespace ShopBot.Web.Pages;

/// <summary>/o/{token}: an order for whoever has its link, with timeline and photos.</summary>
public sealed class OrderModel(OrderReader orders, CustomerReader customers, CustodyReader custody, ReturnReader returns, ShopBook shops, IMedia media, OrderPageWords words, CustodyWords bags, InspectionReader inspections) : PageModel
{
    private static readonly TimeSpan PictureLinks = TimeSpan.FromHours(24);

    /// <summary>Null where the link leads to none.</summary>
    public OrderDetails? Order { get; private set; }

    public OrderTexts Texts { get; private set; } = new("zh-CN");

    public string ShopName { get; private set; } = "ShopBot";

    /// <summary>Null where nothing was written of the order's bags.</summary>
    public CustodySection? Custody { get; private set; }

    /// <param name="head">The code of the record of the bags, where the chat's link has it.</param>
    public async Task<IActionResult> OnGetAsync(string token, string? head, CancellationToken ct)
    {
        Order = token.Length > 64 ? null : await orders.FindByTokenAsync(token, ct);
        if (Order is null)
        {
            Texts = new OrderTexts(Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en-US" : "zh-CN");
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        var customer = await customers.FindAsync(Order.Shop, Order.CustomerId, ct);
        Texts = new OrderTexts(customer?.Language ?? shops[Order.Shop].Culture);
        ShopName = shops[Order.Shop].Name;
        Findings = await inspections.OfOrderAsync(Order.Shop, Order.Id, ct);
        Return = words.Return(Order, await returns.FindAsync(Order.Shop, Order.Id, ct), Texts.Culture);
        Custody = CustodySection.Of(Order, await custody.OfOrderAsync(Order.Shop, Order.Id, ct), new CustodyPageTexts(Texts.Culture), bags, media, When, head);
        return Page();
    }

    /// <summary>How it comes back, one to a line.</summary>
    public IReadOnlyList<string> Return { get; private set; } = [];

    /// <summary>What was found at unpacking and not taken back.</summary>
    public IReadOnlyList<FindingCard> Findings { get; private set; } = [];

    public string Finding(FindingCard card) => words.Finding(Order!, card, shops[Order!.Shop].Zone, Texts.Culture);

    /// <summary>Null where nothing is waited for. The page itself takes no answers: whoever has its link is not always the customer.</summary>
    public string? HowToAnswer(FindingCard card) => words.HowToAnswer(Order!, card, Texts.Culture);

    public string PictureUrl(string mediaId) => media.LinkTo(mediaId, PictureLinks).AbsolutePath;

    public string State(OrderState state) => words.State(Order!, state, Texts.Culture);

    public string Handover => words.Handover(Order!, Texts.Culture);

    public string? Wanted => words.Wanted(Order!, Texts.Culture);

    public string? Pickup => words.Pickup(Order!, Texts.Culture);

    public string? Pieces => words.Pieces(Order!, Texts.Culture);

    public string? Paid => words.Paid(Order!, Texts.Culture);

    public string Payment => words.Payment(Order!, Texts.Culture);

    /// <summary>The path only: the page may be reached by another name than the chat's links use.</summary>
    public string PictureUrl(OrderPicture photo) => media.LinkTo(photo.MediaId, PictureLinks).AbsolutePath;

    /// <summary>In the shop's own day.</summary>
    public string When(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, shops[Order!.Shop].Zone);
        return local.ToString(Texts.Culture.StartsWith("zh", StringComparison.Ordinal) ? "M月d日 HH:mm" : "d MMM HH:mm", CultureInfo.GetCultureInfo(Texts.Culture));
    }

    public string MaskedPhone => PhoneNumbers.Masked(Order!.Phone);
}
