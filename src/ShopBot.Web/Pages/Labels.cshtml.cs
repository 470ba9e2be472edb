using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShopBot.Dialogs.Custody;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Settings;
using ShopBot.Web.Custody;

namespace ShopBot.Web.Pages;

/// <summary>/labels/{token}: seal labels to print, for whoever a manager gave the link; it ends after an hour.</summary>
public sealed class LabelsModel(LabelLinks links, ShopBook shops) : PageModel
{
    /// <summary>Three columns of eight, as label sheets of 70 × 37 mm are sold.</summary>
    public const int PerSheet = 24;

    public string Culture { get; private set; } = "zh-CN";

    public string ShopName { get; private set; } = "";

    /// <summary>Empty where the link leads to none.</summary>
    public IReadOnlyList<IReadOnlyList<SealLabel>> Sheets { get; private set; } = [];

    public string Title => Sheets.Count == 0 ? Say("链接已失效", "This link has ended") : Say("封签", "Seal labels");

    public string Hint => Sheets.Count == 0
        ? Say("封签的打印链接一小时有效。请经理在聊天里再发一次“封签 24”。", "A link to labels works for one hour. A manager can send \"labels 24\" in the chat again.")
        : Say("用 A4 纸或 70 × 37 毫米不干胶（每页 24 张）打印，比例 100%，不加页边距。每张只贴一次。",
            "Print on A4 or on label sheets of 70 × 37 mm (24 a page), at 100 %, without margins. Use each label once.");

    public string Advice => Say("封签完好再开袋", "Open only if the seal is whole");

    public IActionResult OnGet(string token)
    {
        var sheet = links.Read(token);
        Culture = sheet?.Language ?? (Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en-US" : "zh-CN");
        if (sheet is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        ShopName = shops[sheet.Shop].Name;
        Sheets = [.. Enumerable.Range(sheet.First, sheet.Count).Select(SealLabel.Of).Chunk(PerSheet)];
        return Page();
    }

    private string Say(string chinese, string english) => Culture.StartsWith("zh", StringComparison.Ordinal) ? chinese : english;
}

/// <param name="Path">What draws its code.</param>
/// <param name="Size">Units the code is wide and high, with its margin.</param>
public sealed record SealLabel(string Seal, string Path, int Size)
{
    public static SealLabel Of(int label)
    {
        var seal = SealNumber.OfLabel(label);
        var (path, size) = SealQr.Draw(seal);
        return new SealLabel(seal, path, size);
    }
}
