using System.Text;
using System.Text.Json;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>What a bottom menu may look like.</summary>
internal static class MenuRules
{
    private const int TopButtons = 3, SubButtons = 5, TopNameBytes = 16, SubNameBytes = 60, KeyBytes = 128, UrlBytes = 1024;

    /// <returns>0 or the platform's error code.</returns>
    public static int Check(JsonElement menu, OfficialAccount account)
    {
        var buttons = ApiCall.ChildOf(menu, "button");
        if (buttons.ValueKind != JsonValueKind.Array || buttons.GetArrayLength() is < 1 or > TopButtons)
            return 40016;
        foreach (var button in buttons.EnumerateArray())
        {
            if (Bytes(button, "name") is 0 or > TopNameBytes)
                return 40018;
            var inner = ApiCall.ChildOf(button, "sub_button");
            if (inner.ValueKind != JsonValueKind.Array || inner.GetArrayLength() == 0)
            {
                if (CheckLeaf(button, account, isSub: false) is var code and not 0)
                    return code;
                continue;
            }
            if (inner.GetArrayLength() > SubButtons)
                return 40023;
            foreach (var sub in inner.EnumerateArray())
                if (CheckSub(sub, account) is var code and not 0)
                    return code;
        }
        return 0;
    }

    private static int CheckSub(JsonElement sub, OfficialAccount account)
    {
        if (Bytes(sub, "name") is 0 or > SubNameBytes)
            return 40025;
        var inner = ApiCall.ChildOf(sub, "sub_button");
        return inner.ValueKind == JsonValueKind.Array && inner.GetArrayLength() > 0 ? 40022 : CheckLeaf(sub, account, isSub: true);
    }

    private static int CheckLeaf(JsonElement leaf, OfficialAccount account, bool isSub)
    {
        switch (ApiCall.TextOf(leaf, "type"))
        {
            case "click" or "scancode_push" or "scancode_waitmsg" or "pic_sysphoto" or "pic_photo_or_album" or "pic_weixin" or "location_select":
                return Bytes(leaf, "key") is 0 or > KeyBytes ? isSub ? 40026 : 40019 : 0;
            case "view":
                return CheckUrl(leaf, isSub);
            case "miniprogram":
                return CheckUrl(leaf, isSub) is var code and not 0 ? code
                    : Bytes(leaf, "appid") == 0 || Bytes(leaf, "pagepath") == 0 ? 45064 : 0;
            case "media_id" or "view_limited":
                return account.Material.Find(ApiCall.TextOf(leaf, "media_id")) is null ? 40007 : 0;
            case "article_id" or "article_view_limited":
                return account.Articles.Published(ApiCall.TextOf(leaf, "article_id")) is null ? 53600 : 0;
            default:
                return isSub ? 40024 : 40015;
        }
    }

    private static int CheckUrl(JsonElement leaf, bool isSub)
    {
        if (Bytes(leaf, "url") is 0 or > UrlBytes)
            return isSub ? 40027 : 40020;
        return Uri.TryCreate(ApiCall.TextOf(leaf, "url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? 0 : isSub ? 40055 : 40054;
    }

    private static int Bytes(JsonElement element, string name) => Encoding.UTF8.GetByteCount(ApiCall.TextOf(element, name) ?? "");
}
