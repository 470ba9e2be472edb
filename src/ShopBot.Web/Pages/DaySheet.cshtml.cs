using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShopBot.Dialogs.DaySheets;

namespace ShopBot.Web.Pages;

/// <summary>/day-sheet/{token}: the pickups and returns of a day, for whoever was given the link in the chat; printed on A4, read on a phone on the way.</summary>
public sealed class DaySheetModel(DaySheetLinks links, DaySheetReader sheets, DaySheetWords words) : PageModel
{
    public string Culture { get; private set; } = "zh-CN";

    /// <summary>Null where the link leads to none.</summary>
    public SheetPage? Sheet { get; private set; }

    public SheetHeadings Words { get; private set; } = null!;

    public string Total { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        var sheet = links.Read(token);
        Culture = sheet?.Language ?? (Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en-US" : "zh-CN");
        Words = words.For(sheet?.Shop, Culture);
        if (sheet is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        Sheet = await sheets.ReadAsync(sheet, ct);
        Total = words.Total(sheet.Shop, Culture, Sheet);
        return Page();
    }

    public static string MapOf(string address) => DaySheetWords.MapOf(address);
}
