using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Menus;

namespace ShopBot.Channels.WeChat.CheckUp;

/// <summary>Looks at everything an account needs to work: what the platform says of it, and whether its pushes would reach us.</summary>
/// <remarks>Changes nothing, sends nothing to anybody, and needs neither the running program nor its database.</remarks>
public sealed class WeChatCheckUp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), MostWrong = TimeSpan.FromMinutes(2);

    private readonly TimeProvider _clock;
    private readonly WeChatTimes _times = new();
    private readonly WeChatHttp _http;
    private readonly WeChatApi _api;
    private readonly WeChatMenus _menus;
    private readonly HttpClient _plain = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = Patience }) { Timeout = Patience };

    public WeChatCheckUp(TimeProvider clock)
    {
        _clock = clock;
        _http = new WeChatHttp(_times);
        _api = new WeChatApi(_http, new WeChatTokens(_http, new TokensForOnce(), clock, _times, NullLogger<WeChatTokens>.Instance));
        _menus = new WeChatMenus(_api, new WeChatTags(_api, _times), _times);
    }

    /// <param name="publicUrl">Where the platform reaches the program; without a slash at the end.</param>
    /// <param name="menu">As the shop's content has it; null where it has none.</param>
    public async IAsyncEnumerable<Finding> RunAsync(Account account, string publicUrl, AccountMenu? menu, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await ClockAsync(account, ct);
        if (account.AppSecret.Length == 0)
        {
            // Only kinds that answer and do nothing else may start without one.
            yield return new Finding.Skipped("Access token", $"There is no AppSecret; a {account.Kind} answers without.");
            yield return await new CallbackProbe(_plain, _clock).LookAsync(account, publicUrl, ct);
            yield break;
        }
        var addresses = await CallAsync(account, "/cgi-bin/getcallbackip", null, ct);
        var hasToken = addresses is not WeChatReply.NoToken;
        yield return hasToken
            ? new Finding.Fine("Access token", "The platform takes AppId and AppSecret and gave a token.")
            : ApiComplaints.About("Access token", account, addresses, "an access token");
        if (hasToken)
            yield return Addresses(account, addresses);
        yield return await new CallbackProbe(_plain, _clock).LookAsync(account, publicUrl, ct);
        if (!hasToken)
        {
            foreach (var about in new[] { "Reachability", "Kind", "Menu" })
                yield return new Finding.Skipped(about, "Needs an access token.");
            yield break;
        }
        yield return await ReachabilityAsync(account, publicUrl, ct);
        yield return await KindAsync(account, ct);
        yield return await MenuAsync(account, menu, ct);
        foreach (var finding in await FormsAsync(account, "Templates", account.Templates, "/cgi-bin/template/get_all_private_template", "template_list", "template_id", ct))
            yield return finding;
        foreach (var finding in await FormsAsync(account, "Subscriptions", account.Subscriptions, "/wxaapi/newtmpl/gettemplate", "data", "priTmplId", ct))
            yield return finding;
    }

    public void Dispose()
    {
        _http.Dispose();
        _plain.Dispose();
    }

    private async Task<Finding> ClockAsync(Account account, CancellationToken ct)
    {
        const string about = "Clock";
        try
        {
            using var answer = await _plain.GetAsync(new Uri(WeChatHttp.BaseOf(account) + "/cgi-bin/get_api_domain_ip"), HttpCompletionOption.ResponseHeadersRead, ct);
            if (answer.Headers.Date is not { } theirs)
                return new Finding.Skipped(about, "The platform's answer has no date.");
            var off = _clock.GetUtcNow() - theirs;
            var apart = off.Duration();
            if (apart <= MostWrong)
                return new Finding.Fine(about, "This machine and the platform agree about the time.");
            var span = apart < TimeSpan.FromHours(2) ? $"{apart.TotalMinutes:0} minutes" : apart < TimeSpan.FromDays(2) ? $"{apart.TotalHours:0} hours" : $"{apart.TotalDays:0} days";
            return new Finding.Wrong(about, $"This machine's clock is {span} {(off > TimeSpan.Zero ? "ahead of" : "behind")} the platform's.",
                "Let it keep time by the network (timedatectl set-ntp true, or w32tm on Windows): tokens and reply windows end by the clock.");
        }
        catch (HttpRequestException failed)
        {
            return new Finding.Skipped(about, $"The platform cannot be reached ({failed.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Finding.Skipped(about, "The platform gave no answer in time.");
        }
    }

    private static Finding Addresses(Account account, WeChatReply reply)
    {
        const string about = "Addresses";
        if (reply is not WeChatReply.Done { Json: var json })
            return ApiComplaints.About(about, account, reply, "the addresses it pushes from");
        var count = json.TryGetProperty("ip_list", out var list) && list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;
        return new Finding.Fine(about, string.Create(CultureInfo.InvariantCulture,
            $"This machine is let in. The platform pushes from {count} addresses and networks; a firewall before the webhook has to let them through."));
    }

    /// <summary>The platform looks for the callback address from its own side; it knows none before one is entered in its console.</summary>
    private async Task<Finding> ReachabilityAsync(Account account, string publicUrl, CancellationToken ct)
    {
        const string about = "Reachability";
        if (Uri.TryCreate(publicUrl, UriKind.Absolute, out var url) && url.IsLoopback)
            return new Finding.Note(about, $"{publicUrl} is this machine itself: the real platform cannot push there.", "Set PublicUrl to an address of the internet before you connect a real account.");
        var reply = await CallAsync(account, "/cgi-bin/callback/check", """{"action":"all","check_operator":"DEFAULT"}""", ct);
        if (reply is WeChatReply.Done { Json: var json })
        {
            var lost = json.TryGetProperty("ping", out var pings) && pings.ValueKind == JsonValueKind.Array
                ? pings.EnumerateArray().Where(ping => WeChatMenuJson.Text(ping, "package_loss") is "100%").ToList()
                : [];
            return lost.Count == 0
                ? new Finding.Fine(about, "The platform finds the callback address from its side.")
                : new Finding.Wrong(about, $"From the platform's side {WeChatMenuJson.Text(lost[0], "ip")} does not answer.", "Look at the firewall before the webhook: the platform's addresses must come through.");
        }
        return new Finding.Skipped(about, reply is WeChatReply.Refused refused
            ? $"The platform did not look from its side ({refused.Code}); it does once a callback address is entered in its console."
            : "The platform did not look from its side.");
    }

    /// <summary>Two calls tell the kinds apart: verified accounts may read their menu, of these only service accounts their templates.</summary>
    private async Task<Finding> KindAsync(Account account, CancellationToken ct)
    {
        const string about = "Kind";
        var menu = await CallAsync(account, "/cgi-bin/menu/get", null, ct);
        if (menu is not (WeChatReply.Done or WeChatReply.Refused { Code: "46003" or "48001" }))
            return ApiComplaints.About(about, account, menu, "the menu");
        var isVerified = menu is not WeChatReply.Refused { Code: "48001" };
        var templates = await CallAsync(account, "/cgi-bin/template/get_all_private_template", null, ct);
        if (templates is not (WeChatReply.Done or WeChatReply.Refused { Code: "48001" }))
            return ApiComplaints.About(about, account, templates, "the templates");
        var isVerifiedService = isVerified && templates is WeChatReply.Done;
        return (account.Kind, isVerified, isVerifiedService) switch
        {
            (AccountKind.VerifiedService, _, true) or (AccountKind.VerifiedSubscription, true, false) or (AccountKind.Service or AccountKind.Subscription, false, _) =>
                new Finding.Fine(about, $"{account.Kind}, and the platform lets it do what such an account may."),
            (AccountKind.VerifiedService, true, _) => new Finding.Wrong(about, "The platform gives this account no templates (48001), which every verified service account has.", ApiComplaints.KindMend(account)),
            (AccountKind.VerifiedService or AccountKind.VerifiedSubscription, false, _) =>
                new Finding.Wrong(about, "The platform treats this account as not verified (48001): it may only answer, not write by itself.", ApiComplaints.KindMend(account)),
            _ => new Finding.Note(about, $"The platform lets this account do more than a {account.Kind} may.",
                $"Write {(isVerifiedService ? AccountKind.VerifiedService : AccountKind.VerifiedSubscription)} into Accounts:{account.Name}:Kind, and the bot uses it."),
        };
    }

    private async Task<Finding> MenuAsync(Account account, AccountMenu? menu, CancellationToken ct)
    {
        const string about = "Menu";
        if (menu is null)
            return new Finding.Skipped(about, "The shop's content has none.");
        return await _menus.CompareAsync(account, menu, ct) switch
        {
            MenuState.InStep => new Finding.Fine(about, "The platform shows what dialogs/menus has."),
            MenuState.Differs differs => new Finding.Wrong(about, $"The platform shows something else than dialogs/menus has: {differs.What}.",
                "Start the program: it publishes the menu. If it runs already, read its log for why the menu was refused."),
            MenuState.NotAllowed no => new Finding.Skipped(about, $"There is none: {no.Why}."),
            MenuState.Refused refused => new Finding.Wrong(about, $"The platform refused when {refused.Why}.", "Look the code up in the platform's documentation (全局返回码)."),
            MenuState.NotNow later => new Finding.Wrong(about, $"The menu could not be looked at when {later.Why}.", "Run doctor again in a few minutes."),
            _ => new Finding.Skipped(about, "It was not looked at."),
        };
    }

    private async Task<IEnumerable<Finding>> FormsAsync(
        Account account, string setting, Dictionary<string, NoticeTemplate> configured, string path, string listField, string idField, CancellationToken ct)
    {
        if (configured.Count == 0)
            return [new Finding.Skipped(setting, "The settings have none.")];
        var reply = await CallAsync(account, path, null, ct);
        if (reply is not WeChatReply.Done { Json: var json })
            return [ApiComplaints.About(setting, account, reply, setting == "Templates" ? "the templates" : "the subscription forms")];
        return FormProbe.Compare(account, setting, configured, json.TryGetProperty(listField, out var list) ? list : default, idField);
    }

    private Task<WeChatReply> CallAsync(Account account, string path, string? json, CancellationToken ct) =>
        _api.CallAsync(account, path, () => json is null ? null : WeChatJson.Content(WeChatJson.Bytes(json)), WeChatLimits.AnswerBytes, _times.Call, ct);
}
