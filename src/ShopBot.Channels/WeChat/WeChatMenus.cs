using System.Text.Json;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Menus;

namespace ShopBot.Channels.WeChat;

/// <summary>The buttons at the bottom of the chat: one default menu, and one for the people of each tag.</summary>
/// <remarks>What the platform shows is read before anything is written, so that a start changes nothing where nothing changed.
/// The platform withdrew menus by language, sex and place (65320); a tag can still be asked for, which is how languages are told apart here.</remarks>
internal sealed class WeChatMenus(WeChatApi api, WeChatTags tags, WeChatTimes times) : IAccountMenus
{
    private const string NoMenu = "46003", NoMoreCallsToday = "45009";

    public string Channel => WeChatChannel.ChannelName;

    public Task<MenuState> CompareAsync(Account account, AccountMenu menu, CancellationToken ct) => WorkAsync(account, menu, writes: false, ct);

    public Task<MenuState> KeepInStepAsync(Account account, AccountMenu menu, CancellationToken ct) => WorkAsync(account, menu, writes: true, ct);

    private async Task<MenuState> WorkAsync(Account account, AccountMenu menu, bool writes, CancellationToken ct)
    {
        if (!WeChatRights.Of(account).Menus)
            return new MenuState.NotAllowed($"an account of kind {account.Kind} may have no menu made by a program");
        var answer = await CallAsync(account, "/cgi-bin/menu/get", null, ct);
        if (answer is not WeChatReply.Done and not WeChatReply.Refused { Code: NoMenu })
            return Of(answer, "reading the menu");
        var shown = answer is WeChatReply.Done done ? Shown.Read(done.Json) : new Shown("", []);
        var standard = await StandardAsync(account, menu, shown, writes, ct);
        // Without a default menu the platform takes none for a tag.
        if (standard is not (MenuState.InStep or MenuState.Published))
            return standard;
        var forTags = await ForTagsAsync(account, menu, shown, writes, ct);
        return forTags is MenuState.InStep ? standard
            : (standard, forTags) is (MenuState.Published first, MenuState.Published then) ? new MenuState.Published($"{first.What}, {then.What}")
            : forTags;
    }

    private async Task<MenuState> StandardAsync(Account account, AccountMenu menu, Shown shown, bool writes, CancellationToken ct)
    {
        if (shown.Default == WeChatMenuJson.Plain(menu.Buttons))
            return new MenuState.InStep();
        var what = shown.Default.Length == 0 ? "there was no menu" : "the menu was another";
        if (!writes)
            return new MenuState.Differs(what);
        var made = await CallAsync(account, "/cgi-bin/menu/create", WeChatMenuJson.Create(menu.Buttons), ct);
        return made is WeChatReply.Done ? new MenuState.Published(what) : Of(made, "making the menu");
    }

    private async Task<MenuState> ForTagsAsync(Account account, AccountMenu menu, Shown shown, bool writes, CancellationToken ct)
    {
        var audiences = menu.Variants.Select(v => v.Audience).ToList();
        var found = writes ? await tags.BringAsync(account, audiences, ct) : await tags.FindAsync(account, audiences, ct);
        if (found is WeChatTagsResult.Failed failed)
            return Of(failed.Reply, "looking up tags");
        if (found is WeChatTagsResult.Incomplete incomplete)
            return new MenuState.Differs($"the platform does not know the tag {incomplete.Missing[0]}");

        var wanted = menu.Variants.ToDictionary(v => ((WeChatTagsResult.Found)found).Ids[v.Audience], StringComparer.Ordinal);
        // The platform edits none: what is not exactly as wanted goes, and comes anew.
        var stale = shown.Conditional.Where(c => !wanted.TryGetValue(c.Tag, out var variant) || c.Buttons != WeChatMenuJson.Plain(variant.Buttons)).ToList();
        var right = shown.Conditional.Except(stale).Select(c => c.Tag).ToHashSet(StringComparer.Ordinal);
        var missing = wanted.Where(w => !right.Contains(w.Key)).ToList();
        if (stale.Count == 0 && missing.Count == 0)
            return new MenuState.InStep();
        var what = missing.Count > 0
            ? $"the menu for {string.Join(" and ", missing.Select(m => m.Value.Audience))} was missing or another"
            : "there were menus for people we know nothing of";
        return writes ? await ReplaceAsync(account, stale, missing, what, ct) : new MenuState.Differs(what);
    }

    private async Task<MenuState> ReplaceAsync(
        Account account, IEnumerable<ShownTo> stale, IEnumerable<KeyValuePair<string, MenuVariant>> missing, string what, CancellationToken ct)
    {
        foreach (var old in stale)
        {
            var body = WeChatJson.Bytes($$"""{"menuid":{{WeChatJson.Quote(old.MenuId)}}}""");
            if (await CallAsync(account, "/cgi-bin/menu/delconditional", body, ct) is { } removed and not WeChatReply.Done)
                return Of(removed, "removing the menu of a tag");
        }
        foreach (var (tag, variant) in missing)
        {
            if (await CallAsync(account, "/cgi-bin/menu/addconditional", WeChatMenuJson.AddConditional(variant.Buttons, tag), ct) is { } added and not WeChatReply.Done)
                return Of(added, $"making the menu for {variant.Audience}");
        }
        return new MenuState.Published(what);
    }

    private Task<WeChatReply> CallAsync(Account account, string path, byte[]? body, CancellationToken ct) =>
        api.CallAsync(account, path, () => body is null ? null : WeChatJson.Content(body), WeChatLimits.AnswerBytes, times.Call, ct);

    private static MenuState Of(WeChatReply reply, string doing) => reply switch
    {
        WeChatReply.NoToken noToken => Of(noToken.Cause, "getting an access token"),
        WeChatReply.Refused { Code: "-1" or "61450" or "45011" or "42010" or "45169" or NoMoreCallsToday } busy => new MenuState.NotNow($"{doing}: {busy.Code} {busy.Message}"),
        WeChatReply.Refused refused => new MenuState.Refused($"{doing}: {refused.Code} {refused.Message}"),
        WeChatReply.NotSent notSent => new MenuState.NotNow($"{doing}: {notSent.Why}"),
        WeChatReply.Unclear unclear => new MenuState.NotNow($"{doing}: {unclear.Why}"),
        _ => new MenuState.NotNow($"{doing}: an answer that makes no sense"),
    };

    /// <summary>What the platform shows now.</summary>
    private sealed record Shown(string Default, IReadOnlyList<ShownTo> Conditional)
    {
        public static Shown Read(JsonElement json)
        {
            var standard = json.TryGetProperty("menu", out var menu) && menu.TryGetProperty("button", out var buttons) ? WeChatMenuJson.Plain(buttons) : "";
            var conditional = new List<ShownTo>();
            if (json.TryGetProperty("conditionalmenu", out var list) && list.ValueKind == JsonValueKind.Array)
            {
                foreach (var one in list.EnumerateArray())
                {
                    conditional.Add(new ShownTo(
                        WeChatMenuJson.Text(one, "menuid"),
                        one.TryGetProperty("matchrule", out var rule) ? TagOf(rule) : "",
                        one.TryGetProperty("button", out var shown) ? WeChatMenuJson.Plain(shown) : ""));
                }
            }
            return new Shown(standard, conditional);
        }

        // Older answers name the tag a group.
        private static string TagOf(JsonElement rule) =>
            WeChatMenuJson.Text(rule, "tag_id") is { Length: > 0 } tag ? tag : WeChatMenuJson.Text(rule, "group_id");
    }

    private sealed record ShownTo(string MenuId, string Tag, string Buttons);
}
