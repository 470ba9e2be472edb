using System.Text.Json.Nodes;

namespace ShopBot.Simulator.WeChat.Articles;

/// <param name="Articles">As the platform gives them back.</param>
internal sealed record ArticleDraft(string MediaId, JsonArray Articles, DateTimeOffset UpdatedAt);

/// <param name="Status">0 published, 1 under way, 3 failed, 5 deleted by its owner.</param>
internal sealed record Publication(string PublishId, string ArticleId, JsonArray Articles, DateTimeOffset At, int Status);

/// <summary>An account's drafts and what it published of them.</summary>
internal sealed class ArticleShelf
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ArticleDraft> _drafts = [];
    private readonly Dictionary<string, Publication> _publications = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ArticleDraft> Drafts
    {
        get
        {
            lock (_gate)
                return [.. _drafts.Values.OrderByDescending(d => d.UpdatedAt)];
        }
    }

    /// <summary>What can be read now, newest first.</summary>
    public IReadOnlyList<Publication> Publications
    {
        get
        {
            lock (_gate)
                return [.. _publications.Values.Where(p => p.Status == 0).OrderByDescending(p => p.At)];
        }
    }

    public ArticleDraft? Draft(string? mediaId)
    {
        lock (_gate)
            return mediaId is null ? null : _drafts.GetValueOrDefault(mediaId);
    }

    public void Keep(ArticleDraft draft)
    {
        lock (_gate)
            _drafts[draft.MediaId] = draft;
    }

    /// <summary>Deleted, or used up: a draft that was sent or published is one no longer.</summary>
    public ArticleDraft? Take(string? mediaId)
    {
        lock (_gate)
            return mediaId is not null && _drafts.Remove(mediaId, out var draft) ? draft : null;
    }

    public void Publish(Publication publication)
    {
        lock (_gate)
            _publications[publication.PublishId] = publication;
    }

    public Publication? Published(string? articleId) => Publications.FirstOrDefault(p => p.ArticleId == articleId);

    public Publication? WithPublishId(string? publishId)
    {
        lock (_gate)
            return publishId is null ? null : _publications.GetValueOrDefault(publishId);
    }
}
