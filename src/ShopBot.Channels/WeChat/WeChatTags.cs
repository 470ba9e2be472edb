using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat;

/// <summary>What came of looking up tags.</summary>
internal abstract record WeChatTagsResult
{
    private WeChatTagsResult() { }

    /// <param name="Ids">The platform's id of each name asked for.</param>
    public sealed record Found(IReadOnlyDictionary<string, string> Ids) : WeChatTagsResult;

    /// <param name="Missing">Names the platform does not know.</param>
    public sealed record Incomplete(IReadOnlyList<string> Missing) : WeChatTagsResult;

    public sealed record Failed(WeChatReply Reply) : WeChatTagsResult;
}

/// <summary>The account's tags by name. The platform keeps them by number and gives each out once.</summary>
internal sealed class WeChatTags(WeChatApi api, WeChatTimes times)
{
    public Task<WeChatTagsResult> FindAsync(Account account, IReadOnlyCollection<string> names, CancellationToken ct) => LookUpAsync(account, names, makes: false, ct);

    /// <summary>Makes those that are missing.</summary>
    public Task<WeChatTagsResult> BringAsync(Account account, IReadOnlyCollection<string> names, CancellationToken ct) => LookUpAsync(account, names, makes: true, ct);

    private async Task<WeChatTagsResult> LookUpAsync(Account account, IReadOnlyCollection<string> names, bool makes, CancellationToken ct)
    {
        var listed = await api.CallAsync(account, "/cgi-bin/tags/get", () => null, WeChatLimits.AnswerBytes, times.Call, ct);
        if (listed is not WeChatReply.Done { Json: var json })
            return new WeChatTagsResult.Failed(listed);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json.TryGetProperty("tags", out var tags) && tags.ValueKind == System.Text.Json.JsonValueKind.Array)
        {
            foreach (var tag in tags.EnumerateArray())
                known.TryAdd(WeChatMenuJson.Text(tag, "name"), WeChatMenuJson.Text(tag, "id"));
        }

        var missing = names.Where(name => !known.ContainsKey(name)).ToList();
        if (missing.Count > 0 && !makes)
            return new WeChatTagsResult.Incomplete(missing);
        foreach (var name in missing)
        {
            var made = await api.CallAsync(account, "/cgi-bin/tags/create",
                () => WeChatJson.Content(WeChatJson.Bytes($$$"""{"tag":{"name":{{{WeChatJson.Quote(name)}}}}}""")), WeChatLimits.AnswerBytes, times.Call, ct);
            if (made is not WeChatReply.Done { Json: var answer } || !answer.TryGetProperty("tag", out var tag) || WeChatMenuJson.Text(tag, "id") is not { Length: > 0 } id)
                return new WeChatTagsResult.Failed(made is WeChatReply.Done ? new WeChatReply.Unclear("a tag without an id") : made);
            known[name] = id;
        }
        return new WeChatTagsResult.Found(names.ToDictionary(name => name, name => known[name], StringComparer.Ordinal));
    }
}
