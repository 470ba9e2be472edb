using System.Text.Json;
using System.Text.Json.Nodes;
using ShopBot.Simulator.WeChat.Files;
using ShopBot.Simulator.WeChat.Menus;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Permanent material, and pictures for the inside of articles.</summary>
internal sealed class MaterialApi(MediaShelf media, ServerAddress address, TimeProvider clock) : IApi
{
    private const int PageSize = 20, InlinePicture = 1 << 20;

    public IEnumerable<ApiMethod> Methods =>
    [
        new() { Path = "/cgi-bin/material/add_material", Run = AddAsync, IsPost = true },
        ApiMethod.Post("/cgi-bin/material/get_material", Get),
        ApiMethod.Post("/cgi-bin/material/del_material", Delete),
        ApiMethod.Get("/cgi-bin/material/get_materialcount", Count),
        ApiMethod.Post("/cgi-bin/material/batchget_material", List),
        new() { Path = "/cgi-bin/media/uploadimg", Run = UploadInlineAsync, IsPost = true },
    ];

    private async Task<ApiAnswer> AddAsync(ApiCall call)
    {
        var type = call.Query("type");
        if (!MediaRules.IsType(type))
            return ApiAnswer.Fail(40004);
        var (part, problem) = await MediaForm.ReadAsync(call);
        if (part is null)
            return ApiAnswer.Fail(41005, $"media data missing ({problem})");
        if (MediaRules.Check(type, part.Bytes, out var format) is var code and not 0)
            return ApiAnswer.Fail(code);
        var (title, introduction) = ("", "");
        if (type == "video" && !TryDescription(part.Description, out title, out introduction))
            return ApiAnswer.Fail(47001, "data format error: the part description has no title");
        var file = media.KeepForever(call.Caller.Settings.Name, type, format, part.Bytes);
        if (!call.Caller.Material.TryAdd(new Material(file, part.FileName, title, introduction, clock.GetUtcNow())))
        {
            media.Forget(file);
            return ApiAnswer.Fail(45034);
        }
        var answer = new JsonObject { ["media_id"] = file.MediaId };
        if (type is "image" or "thumb")
            answer["url"] = Url(file);
        return new ApiAnswer.Json(answer);
    }

    private ApiAnswer Get(ApiCall call)
    {
        var id = call.Text("media_id");
        if (id is null)
            return ApiAnswer.Fail(41006);
        if (call.Caller.Articles.Draft(id) is { } draft)
            return new ApiAnswer.Json(new JsonObject { ["news_item"] = draft.Articles.DeepClone() });
        if (call.Caller.Material.Find(id) is not { } material)
            return ApiAnswer.Fail(40007);
        return material.File.Type == "video"
            ? new ApiAnswer.Json(new JsonObject { ["title"] = material.Title, ["description"] = material.Introduction, ["down_url"] = Url(material.File) })
            : new ApiAnswer.File(material.File.Bytes, material.File.Format.ContentType, $"{id}.{material.File.Format.Extension}");
    }

    private ApiAnswer Delete(ApiCall call)
    {
        if (call.Caller.Material.Find(call.Text("media_id")) is not { } material)
            return ApiAnswer.Fail(40007);
        var id = material.File.MediaId;
        var menus = call.Caller.Menus.Conditional.Select(c => c.Menu).Append(call.Caller.Menus.Default);
        if (menus.Any(m => MenuButtons.Leaves(m?["button"]).Any(l => MenuButtons.Of(l, "media_id") == id)))
            return ApiAnswer.Fail(48005);
        call.Caller.Material.Remove(id);
        media.Forget(material.File);
        return ApiAnswer.Ok;
    }

    private static ApiAnswer.Json Count(ApiCall call) => new(new JsonObject
    {
        ["voice_count"] = call.Caller.Material.Of("voice").Count, ["video_count"] = call.Caller.Material.Of("video").Count,
        ["image_count"] = call.Caller.Material.Of("image").Count, ["news_count"] = call.Caller.Articles.Drafts.Count,
    });

    private ApiAnswer List(ApiCall call)
    {
        if (call.Text("type") is not ("image" or "voice" or "video"))
            return ApiAnswer.Fail(40004);
        if (!Paging.TryRead(call, PageSize, out var offset, out var count))
            return ApiAnswer.Fail(40035);
        var all = call.Caller.Material.Of(call.Text("type")!);
        var page = all.Skip(offset).Take(count).Select(m => new JsonObject
        {
            ["media_id"] = m.File.MediaId, ["name"] = m.Name, ["update_time"] = m.UpdatedAt.ToUnixTimeSeconds(), ["url"] = Url(m.File),
        }).ToList();
        return new ApiAnswer.Json(new JsonObject { ["total_count"] = all.Count, ["item_count"] = page.Count, ["item"] = new JsonArray([.. page]) });
    }

    private async Task<ApiAnswer> UploadInlineAsync(ApiCall call)
    {
        var (part, problem) = await MediaForm.ReadAsync(call);
        if (part is null)
            return ApiAnswer.Fail(41005, $"media data missing ({problem})");
        if (FileFormat.Of(part.Bytes) is not { } format || format != FileFormat.Jpeg && format != FileFormat.Png)
            return ApiAnswer.Fail(40005);
        return part.Bytes.Length >= InlinePicture ? ApiAnswer.Fail(40009)
            : new ApiAnswer.Json(new JsonObject { ["url"] = Url(media.KeepForever(call.Caller.Settings.Name, "inline", format, part.Bytes)) });
    }

    private static bool TryDescription(string? json, out string title, out string introduction)
    {
        (title, introduction) = ("", "");
        try
        {
            using var read = JsonDocument.Parse(json ?? "");
            title = ApiCall.TextOf(read.RootElement, "title") ?? "";
            introduction = ApiCall.TextOf(read.RootElement, "introduction") ?? "";
            return title.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private string? Url(StoredFile file) => address.Absolute(ControlPaths.Picture(file.MediaId))?.ToString();
}
