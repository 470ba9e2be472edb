using System.Text.Json.Nodes;

namespace ShopBot.Simulator.WeChat.Menus;

/// <summary>The bottom menus of one account: the one for everybody, and those for some.</summary>
internal sealed class AccountMenus
{
    public const int Domains = 3;
    private const int FirstId = 431_000_000;
    private readonly Lock _gate = new();
    private readonly List<ConditionalMenu> _conditional = [];
    private int _lastId = FirstId;

    /// <summary>As published, with its <c>menuid</c>; null without one.</summary>
    public JsonObject? Default { get; private set; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ConditionalMenu> Conditional
    {
        get
        {
            lock (_gate)
                return [.. _conditional];
        }
    }

    public void Publish(JsonArray buttons)
    {
        lock (_gate)
            Default = new JsonObject { ["button"] = buttons, ["menuid"] = ++_lastId };
    }

    /// <param name="tag">Null = any.</param>
    /// <param name="platform">1 iOS, 2 Android, 3 other; null = any.</param>
    /// <returns>The menu's id, or the platform's error code.</returns>
    public (int MenuId, int Errcode) Add(JsonArray buttons, JsonObject rule, int? tag, int? platform)
    {
        lock (_gate)
        {
            if (Default is null)
                return (0, 65303);
            var hosts = _conditional.SelectMany(c => MenuButtons.Hosts(c.Menu["button"])).Concat(MenuButtons.Hosts(buttons)).Distinct(StringComparer.OrdinalIgnoreCase);
            if (hosts.Count() > Domains)
                return (0, 65316);
            var id = ++_lastId;
            _conditional.Add(new ConditionalMenu(id, new JsonObject { ["button"] = buttons, ["matchrule"] = rule, ["menuid"] = id }, tag, platform));
            return (id, 0);
        }
    }

    public bool Remove(int menuId)
    {
        lock (_gate)
            return _conditional.RemoveAll(c => c.Id == menuId) > 0;
    }

    /// <summary>The default menu goes, and all others with it.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Default = null;
            _conditional.Clear();
        }
    }

    /// <summary>What a person sees: the newest menu whose rule fits, else the default one.</summary>
    public JsonObject? For(Follower who)
    {
        lock (_gate)
            return _conditional.FindLast(c => c.Fits(who))?.Menu ?? Default;
    }
}

internal sealed record ConditionalMenu(int Id, JsonObject Menu, int? Tag, int? Platform)
{
    // Of several tags only the one given last counts.
    public bool Fits(Follower who) => (Tag is null || who.TagIds.Count > 0 && who.TagIds[^1] == Tag) && (Platform is null || (int)who.Platform == Platform);
}
