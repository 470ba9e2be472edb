using System.Text;
using System.Text.Json;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat.Files;
using ShopBot.Simulator.WeChat.Pushing;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Reads the body of a customer-service message and takes only what the platform would take.</summary>
internal sealed class ServiceMessages(MediaShelf media)
{
    // The platform does not publish its limits of menus; these are generous guesses.
    private const int MenuItems = 30, MenuItemBytes = 256;

    /// <returns>0 or the platform's error code.</returns>
    public int Read(ApiCall call, out ChatMessage message)
    {
        message = new ChatMessage { From = "account", Kind = "text" };
        var type = call.Text("msgtype");
        if (type is null)
            return 40008;
        var inner = ApiCall.ChildOf(call.Json, type);
        var account = call.Caller.Settings.Name;
        switch (type)
        {
            case "text": return Text(inner, ref message);
            case "image": return Media(account, inner, "media_id", "image", ref message);
            case "voice": return Media(account, inner, "media_id", "voice", ref message);
            case "video": return Video(account, inner, ref message);
            case "music": return Music(account, inner, ref message);
            case "news": return News(inner, ref message);
            case "msgmenu": return Menu(inner, ref message);
            case "miniprogrampage": return MiniProgram(account, inner, ref message);
            // Neither articles nor cards can exist here, so every id of one is unknown.
            case "mpnews": return 40007;
            case "mpnewsarticle": return 53600;
            default: return 40008;
        }
    }

    private static int Text(JsonElement inner, ref ChatMessage message)
    {
        if (ApiCall.TextOf(inner, "content") is not { Length: > 0 } content)
            return 44004;
        if (Encoding.UTF8.GetByteCount(content) > ReplyReader.TextBytes)
            return 45002;
        message = message with { Text = content };
        return 0;
    }

    private int Media(string account, JsonElement inner, string field, string type, ref ChatMessage message)
    {
        if (media.Usable(account, ApiCall.TextOf(inner, field)) is not { } file || file.Type != type)
            return 40007;
        message = message with { Kind = type, MediaId = file.MediaId, MediaUrl = ControlPaths.Media(file.MediaId) };
        return 0;
    }

    private int Video(string account, JsonElement inner, ref ChatMessage message)
    {
        if (Media(account, inner, "thumb_media_id", "thumb", ref message) is var code and not 0)
            return code;
        message = message with { Title = ApiCall.TextOf(inner, "title"), Description = ApiCall.TextOf(inner, "description") };
        return Media(account, inner, "media_id", "video", ref message);
    }

    private int Music(string account, JsonElement inner, ref ChatMessage message)
    {
        if (ApiCall.TextOf(inner, "musicurl") is not { Length: > 0 } url)
            return 40035;
        if (Media(account, inner, "thumb_media_id", "thumb", ref message) is var code and not 0)
            return code;
        message = message with
        {
            Kind = "music", Url = url, Title = ApiCall.TextOf(inner, "title"), Description = ApiCall.TextOf(inner, "description"),
        };
        return 0;
    }

    private static int News(JsonElement inner, ref ChatMessage message)
    {
        var articles = ApiCall.ChildOf(inner, "articles");
        if (articles.ValueKind != JsonValueKind.Array || articles.GetArrayLength() == 0)
            return 44003;
        if (articles.GetArrayLength() > 1)
            return 45008;
        message = message with
        {
            Kind = "news",
            Articles = [.. articles.EnumerateArray().Select(a => new ChatArticle(ApiCall.TextOf(a, "title") ?? "",
                ApiCall.TextOf(a, "description") ?? "", ApiCall.TextOf(a, "picurl") ?? "", ApiCall.TextOf(a, "url") ?? ""))],
        };
        return 0;
    }

    private static int Menu(JsonElement inner, ref ChatMessage message)
    {
        var list = ApiCall.ChildOf(inner, "list");
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            return 44005;
        if (list.GetArrayLength() > MenuItems)
            return 45098;
        var choices = new List<ChatChoice>();
        foreach (var item in list.EnumerateArray())
        {
            if (ApiCall.TextOf(item, "id") is not { Length: > 0 } id || ApiCall.TextOf(item, "content") is not { Length: > 0 } content)
                return 40035;
            if (Encoding.UTF8.GetByteCount(content) > MenuItemBytes)
                return 45099;
            choices.Add(new ChatChoice(id, content));
        }
        message = message with
        {
            Kind = "menu", Text = ApiCall.TextOf(inner, "head_content"), Tail = ApiCall.TextOf(inner, "tail_content"), Choices = choices,
        };
        return 0;
    }

    private int MiniProgram(string account, JsonElement inner, ref ChatMessage message)
    {
        if (ApiCall.TextOf(inner, "appid") is not { Length: > 0 })
            return 40166;
        if (ApiCall.TextOf(inner, "pagepath") is not { Length: > 0 } page)
            return 40165;
        if (Media(account, inner, "thumb_media_id", "thumb", ref message) is var code and not 0)
            return code;
        message = message with { Kind = "miniprogram", Title = ApiCall.TextOf(inner, "title"), Url = page };
        return 0;
    }
}
