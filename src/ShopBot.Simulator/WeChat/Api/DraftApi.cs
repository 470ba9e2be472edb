using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ShopBot.Simulator.WeChat.Articles;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Articles being written.</summary>
internal sealed class DraftApi(TimeProvider clock) : IApi
{
    private const int MostArticles = 8, ContentLength = 20_000, ContentBytes = 1 << 20, TitleLength = 64, DigestLength = 54, PageSize = 20, Pictures = 20;

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/draft/add", Add) with { DailyLimit = 1_000 },
        ApiMethod.Post("/cgi-bin/draft/get", Get) with { DailyLimit = 500 },
        ApiMethod.Post("/cgi-bin/draft/delete", Delete) with { DailyLimit = 1_000 },
        ApiMethod.Post("/cgi-bin/draft/update", Update) with { DailyLimit = 1_000 },
        ApiMethod.Get("/cgi-bin/draft/count", Count) with { DailyLimit = 1_000 },
        ApiMethod.Post("/cgi-bin/draft/batchget", List) with { DailyLimit = 1_000 },
    ];

    private ApiAnswer Add(ApiCall call)
    {
        var articles = ApiCall.ChildOf(call.Json, "articles");
        if (articles.ValueKind != JsonValueKind.Array || articles.GetArrayLength() == 0)
            return ApiAnswer.Fail(44003);
        if (articles.GetArrayLength() > MostArticles)
            return ApiAnswer.Fail(45008);
        if (articles.EnumerateArray().Select(a => Problem(call.Caller, a)).FirstOrDefault(p => p != 0) is var code and not 0)
            return ApiAnswer.Fail(code);
        var single = articles.GetArrayLength() == 1;
        var draft = new ArticleDraft(Templates.TemplateShelf.NewId(), new JsonArray([.. articles.EnumerateArray().Select(a => Kept(a, single))]), clock.GetUtcNow());
        call.Caller.Articles.Keep(draft);
        return new ApiAnswer.Json(new JsonObject { ["media_id"] = draft.MediaId });
    }

    private static ApiAnswer Get(ApiCall call) => call.Caller.Articles.Draft(call.Text("media_id")) is { } draft
        ? new ApiAnswer.Json(new JsonObject { ["news_item"] = draft.Articles.DeepClone() }) : ApiAnswer.Fail(40007);

    private static ApiAnswer Delete(ApiCall call) => call.Caller.Articles.Take(call.Text("media_id")) is null ? ApiAnswer.Fail(40007) : ApiAnswer.Ok;

    private ApiAnswer Update(ApiCall call)
    {
        var (index, article) = (ApiCall.ChildOf(call.Json, "index"), ApiCall.ChildOf(call.Json, "articles"));
        if (call.Caller.Articles.Draft(call.Text("media_id")) is not { } draft)
            return ApiAnswer.Fail(40007);
        if (index.ValueKind != JsonValueKind.Number || !index.TryGetInt32(out var at) || at < 0 || at >= draft.Articles.Count || article.ValueKind != JsonValueKind.Object)
            return ApiAnswer.Fail(40035);
        if (Problem(call.Caller, article) is var code and not 0)
            return ApiAnswer.Fail(code);
        var changed = draft.Articles.DeepClone().AsArray();
        changed[at] = Kept(article, changed.Count == 1);
        call.Caller.Articles.Keep(draft with { Articles = changed, UpdatedAt = clock.GetUtcNow() });
        return ApiAnswer.Ok;
    }

    private static ApiAnswer.Json Count(ApiCall call) => new(new JsonObject { ["total_count"] = call.Caller.Articles.Drafts.Count });

    private static ApiAnswer List(ApiCall call)
    {
        if (!Paging.TryRead(call, PageSize, out var offset, out var count))
            return ApiAnswer.Fail(40035);
        var all = call.Caller.Articles.Drafts;
        var page = all.Skip(offset).Take(count).Select(d => new JsonObject
        {
            ["media_id"] = d.MediaId, ["content"] = new JsonObject { ["news_item"] = d.Articles.DeepClone() }, ["update_time"] = d.UpdatedAt.ToUnixTimeSeconds(),
        }).ToList();
        return new ApiAnswer.Json(new JsonObject { ["total_count"] = all.Count, ["item_count"] = page.Count, ["item"] = new JsonArray([.. page]) });
    }

    /// <returns>0 or the platform's error code.</returns>
    private static int Problem(OfficialAccount account, JsonElement article)
    {
        var content = ApiCall.TextOf(article, "content") ?? "";
        if (ApiCall.TextOf(article, "title") is not { Length: > 0 and <= TitleLength })
            return 45003;
        if (content.Length is 0)
            return 44004;
        if (content.Length >= ContentLength || Encoding.UTF8.GetByteCount(content) >= ContentBytes)
            return 45002;
        if (ApiCall.TextOf(article, "article_type") == "newspic")
        {
            var list = ApiCall.ChildOf(ApiCall.ChildOf(article, "image_info"), "image_list");
            return list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > Pictures ? 40035
                : list.EnumerateArray().All(i => account.Material.Find(ApiCall.TextOf(i, "image_media_id")) is { File.Type: "image" }) ? 0 : 40007;
        }
        return account.Material.Find(ApiCall.TextOf(article, "thumb_media_id")) is { File.Type: "thumb" or "image" } ? 0 : 40007;
    }

    private static JsonObject Kept(JsonElement article, bool single)
    {
        var kept = JsonNode.Parse(article.GetRawText())!.AsObject();
        if (single && kept["digest"] is null)
        {
            var text = System.Text.RegularExpressions.Regex.Replace(ApiCall.TextOf(article, "content")!, "<[^>]*>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
            kept["digest"] = text.Length <= DigestLength ? text : text[..DigestLength];
        }
        return kept;
    }
}
