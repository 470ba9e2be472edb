using System.Globalization;
using System.Text.Json.Nodes;
using ShopBot.Simulator.WeChat.Articles;
using ShopBot.Simulator.WeChat.Pushing;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Makes a draft an article that anybody with its address can read; nobody is told.</summary>
internal sealed class PublishApi(Platform platform, ServerAddress address, TimeProvider clock) : IApi
{
    private const int PageSize = 20, Failed = 3, Deleted = 5;

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/freepublish/submit", Submit) with { For = AccountKinds.Verified, DailyLimit = 100 },
        ApiMethod.Post("/cgi-bin/freepublish/get", Status) with { For = AccountKinds.Verified, DailyLimit = 100 },
        ApiMethod.Post("/cgi-bin/freepublish/delete", Delete) with { For = AccountKinds.Verified, DailyLimit = 10 },
        ApiMethod.Post("/cgi-bin/freepublish/getarticle", Article) with { For = AccountKinds.Verified, DailyLimit = 100 },
        ApiMethod.Post("/cgi-bin/freepublish/batchget", List) with { For = AccountKinds.Verified, DailyLimit = 100 },
    ];

    private ApiAnswer Submit(ApiCall call)
    {
        var (account, now) = (call.Caller, clock.GetUtcNow());
        if (account.Articles.Take(call.Text("media_id")) is not { } draft)
            return ApiAnswer.Fail(40007);
        var articleId = Templates.TemplateShelf.NewId();
        var articles = draft.Articles.DeepClone().AsArray();
        for (var i = 0; i < articles.Count; i++)
            articles[i]!["url"] = Url(articleId, i);
        var done = new Publication(platform.NextJobId().ToString(CultureInfo.InvariantCulture), articleId, articles, now, call.JobFails ? Failed : 0);
        account.Articles.Publish(done);
        call.Jobs.Add(Push.Event(platform, account.MassAssistant, now, "PUBLISHJOBFINISH", xml => xml.Inside("PublishEventInfo", info =>
        {
            info.Text("publish_id", done.PublishId).Bare("publish_status", done.Status);
            if (done.Status != 0)
                return;
            info.Text("article_id", articleId).Inside("article_detail", detail =>
            {
                detail.Bare("count", articles.Count);
                for (var i = 0; i < articles.Count; i++)
                    detail.Inside("item", item => item.Bare("idx", i + 1).Text("article_url", Url(articleId, i)));
            });
        })));
        return new ApiAnswer.Json(new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok", ["publish_id"] = done.PublishId, ["msg_data_id"] = platform.NextJobId() });
    }

    private static ApiAnswer Status(ApiCall call)
    {
        if (call.Caller.Articles.WithPublishId(call.Text("publish_id")) is not { } found)
            return ApiAnswer.Fail(40035);
        var answer = new JsonObject { ["publish_id"] = found.PublishId, ["publish_status"] = found.Status };
        if (found.Status == 0)
        {
            answer["article_id"] = found.ArticleId;
            answer["article_detail"] = new JsonObject
            {
                ["count"] = found.Articles.Count,
                ["item"] = new JsonArray([.. found.Articles.Select((a, i) => new JsonObject { ["idx"] = i + 1, ["article_url"] = (string?)a!["url"] })]),
            };
        }
        return new ApiAnswer.Json(answer);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        if (call.Caller.Articles.Published(call.Text("article_id")) is not { } found)
            return ApiAnswer.Fail(53600);
        call.Caller.Articles.Publish(found with { Status = Deleted });
        return ApiAnswer.Ok;
    }

    private static ApiAnswer Article(ApiCall call) => call.Caller.Articles.Published(call.Text("article_id")) is { } found
        ? new ApiAnswer.Json(new JsonObject { ["news_item"] = found.Articles.DeepClone() }) : ApiAnswer.Fail(53600);

    private static ApiAnswer List(ApiCall call)
    {
        if (!Paging.TryRead(call, PageSize, out var offset, out var count))
            return ApiAnswer.Fail(40035);
        var all = call.Caller.Articles.Publications;
        var page = all.Skip(offset).Take(count).Select(p => new JsonObject
        {
            ["article_id"] = p.ArticleId, ["content"] = new JsonObject { ["news_item"] = p.Articles.DeepClone() }, ["update_time"] = p.At.ToUnixTimeSeconds(),
        }).ToList();
        return new ApiAnswer.Json(new JsonObject { ["total_count"] = all.Count, ["item_count"] = page.Count, ["item"] = new JsonArray([.. page]) });
    }

    private string Url(string articleId, int index) => address.Absolute($"{ControlPaths.WeChat}/s/{articleId}/{index + 1}")?.ToString() ?? "";
}
