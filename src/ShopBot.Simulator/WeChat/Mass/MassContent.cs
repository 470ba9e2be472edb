using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat.Api;
using ShopBot.Simulator.WeChat.Files;

namespace ShopBot.Simulator.WeChat.Mass;

/// <summary>Reads what a mass message says.</summary>
internal static class MassContent
{
    /// <returns>0 or the platform's error code.</returns>
    /// <param name="shown">What phones show.</param>
    /// <param name="draftId">The draft that is used up by it, or null.</param>
    /// <param name="preview">Previews call a picture <c>image</c> where the real ones say <c>images</c>.</param>
    public static int Read(ApiCall call, MediaShelf media, bool preview, out ChatMessage shown, out string? draftId)
    {
        shown = new ChatMessage { From = "account", Kind = "text", Via = "mass" };
        draftId = null;
        var account = call.Caller;
        switch (call.Text("msgtype"))
        {
            case "text":
                if (ApiCall.TextOf(ApiCall.ChildOf(call.Json, "text"), "content") is not { Length: > 0 } content)
                    return 44004;
                shown = shown with { Text = content };
                return Encoding.UTF8.GetByteCount(content) > Pushing.ReplyReader.TextBytes ? 45002 : 0;
            case "image":
                var ids = preview && ApiCall.TextOf(ApiCall.ChildOf(call.Json, "image"), "media_id") is { } one ? [one] : Ids(ApiCall.ChildOf(call.Json, "images"));
                return ids.Count == 0 ? 41006 : File(account, media, ids[0], "image", ref shown) is var code and not 0 ? code
                    : ids.Skip(1).All(id => media.Usable(account.Settings.Name, id) is { Type: "image" }) ? 0 : 40007;
            case "voice":
                return File(account, media, ApiCall.TextOf(ApiCall.ChildOf(call.Json, "voice"), "media_id"), "voice", ref shown);
            case "mpvideo":
                return File(account, media, ApiCall.TextOf(ApiCall.ChildOf(call.Json, "mpvideo"), "media_id"), "video", ref shown);
            case "mpnews":
                if (account.Articles.Draft(ApiCall.TextOf(ApiCall.ChildOf(call.Json, "mpnews"), "media_id")) is not { } draft)
                    return 40007;
                draftId = draft.MediaId;
                shown = shown with
                {
                    Kind = "news",
                    Articles = [.. draft.Articles.Select(a => new ChatArticle((string?)a!["title"] ?? "", (string?)a["digest"] ?? "",
                        (string?)a["thumb_media_id"] is { } thumb ? ControlPaths.Media(thumb) : "", (string?)a["content_source_url"] ?? ""))],
                };
                return 0;
            case "wxcard":
                return 45113;
            default:
                return 45162;
        }
    }

    /// <summary>What stands for an id of the client's own where it gave none: the same content is the same message.</summary>
    public static string Fingerprint(ApiCall call)
    {
        var type = call.Text("msgtype") ?? "";
        var content = ApiCall.ChildOf(call.Json, type == "image" ? "images" : type);
        return "content:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(type + (content.ValueKind == JsonValueKind.Undefined ? "" : content.GetRawText()))));
    }

    private static int File(OfficialAccount account, MediaShelf media, string? id, string type, ref ChatMessage shown)
    {
        if (media.Usable(account.Settings.Name, id) is not { } file || file.Type != type)
            return 40007;
        shown = shown with { Kind = type, MediaId = file.MediaId, MediaUrl = ControlPaths.Media(file.MediaId) };
        return 0;
    }

    private static List<string> Ids(JsonElement images)
    {
        var list = ApiCall.ChildOf(images, "media_ids");
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!)] : [];
    }
}
