using System.Text.Json.Nodes;
using ShopBot.Simulator.WeChat.Files;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Temporary media: up, and down again for three days.</summary>
internal sealed class MediaApi(MediaShelf media, ServerAddress address) : IApi
{
    public IEnumerable<ApiMethod> Methods =>
    [
        new() { Path = "/cgi-bin/media/upload", Run = UploadAsync, IsPost = true, DailyLimit = 100_000 },
        ApiMethod.Get("/cgi-bin/media/get", Download) with { DailyLimit = 200_000 },
    ];

    private async Task<ApiAnswer> UploadAsync(ApiCall call)
    {
        var type = call.Query("type");
        if (!MediaRules.IsType(type))
            return ApiAnswer.Fail(40004);
        if (call.Body.Length == 0)
            return ApiAnswer.Fail(44002);
        var (part, problem) = await MediaForm.ReadAsync(call);
        if (part is null)
            return ApiAnswer.Fail(41005, $"media data missing ({problem})");
        if (MediaRules.Check(type, part.Bytes, out var format) is var code and not 0)
            return ApiAnswer.Fail(code);
        var file = media.Keep(call.Caller.Settings.Name, type, format, part.Bytes);
        return new ApiAnswer.Json(new JsonObject
        {
            ["type"] = type,
            [type == "thumb" ? "thumb_media_id" : "media_id"] = file.MediaId,
            ["created_at"] = file.CreatedAt.ToUnixTimeSeconds(),
        });
    }

    private ApiAnswer Download(ApiCall call)
    {
        var id = call.Query("media_id");
        if (id.Length == 0)
            return ApiAnswer.Fail(41006);
        if (media.Usable(call.Caller.Settings.Name, id) is not { } file)
            return ApiAnswer.Fail(40007);
        return file.Type == "video"
            ? new ApiAnswer.Json(new JsonObject { ["video_url"] = address.Absolute(ControlPaths.Picture(id))?.ToString() })
            : new ApiAnswer.File(file.Bytes, file.Format.ContentType, $"{id}.{file.Format.Extension}");
    }
}
