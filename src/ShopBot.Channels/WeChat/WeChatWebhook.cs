using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Turns;
using ShopBot.Messaging.Watching;

namespace ShopBot.Channels.WeChat;

/// <summary>Where the platform pushes: verifies, opens, reads, notes the window, has the turn run, answers.</summary>
internal sealed class WeChatWebhook(
    WeChatAccounts accounts, WeChatChannel channel, TurnRunner turns, IContacts contacts, IOptions<TurnOptions> options, WeChatTimes times,
    WeChatReportDesk reports, TimeProvider clock, ILogger<WeChatWebhook> log)
{
    private const int EchoChars = 256, KindsNamed = 200;

    private static readonly Counter<long> Refused =
        Watch.Meter.CreateCounter<long>("shopbot.webhook.refused", description: "Pushes answered with an error, by reason.");

    private readonly TimeSpan _recordLife = options.Value.RecordLife;
    private readonly ConcurrentDictionary<string, bool> _named = new(StringComparer.Ordinal);

    /// <summary>The platform asks once whether the address is ours, when somebody enters it in its console.</summary>
    public Task VerifyAsync(HttpContext context)
    {
        if (!TryFindAccount(context, out var account))
            return RefuseAsync(context, StatusCodes.Status404NotFound, "unknown address");
        var query = WeChatQuery.Of(context.Request);
        if (!query.IsWellFormed || query.Echo.Length is 0 or > EchoChars
            || !WeChatSignature.Verify(account.Token, query.Timestamp, query.Nonce, [], query.Signature))
        {
            return RefuseAsync(context, StatusCodes.Status401Unauthorized, "bad signature", account.Settings);
        }
        return WriteAsync(context, Encoding.UTF8.GetBytes(query.Echo), "text/plain");
    }

    public async Task ReceiveAsync(HttpContext context)
    {
        if (!TryFindAccount(context, out var account))
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "unknown address");
            return;
        }
        var query = WeChatQuery.Of(context.Request);
        if (!query.IsWellFormed || !MatchesMode(account, query))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "bad signature", account.Settings);
            return;
        }

        using var body = await WeChatBody.ReadAsync(context, times.Body);
        if (body.Problem is not null)
        {
            await RefuseAsync(context, body.Status, body.Problem, account.Settings);
            return;
        }
        if (Open(account, query, body.Bytes, out var usesPreviousKey, out var why) is not { } raw
            || WeChatEvents.Read(account.Settings, raw, usesPreviousKey, out var push) is not { } incoming)
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, why ?? "unreadable", account.Settings);
            return;
        }
        if (clock.GetUtcNow() - incoming.At > _recordLife)
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "too old", account.Settings);
            return;
        }

        if (WeChatReports.Of(push!) is { } report)
        {
            await reports.TakeAsync(account.Settings, incoming.From, report, context.RequestAborted);
            await WriteAsync(context, WeChatAnswers.Received, "text/plain");
            return;
        }

        Note(incoming, push!);
        using var reply = await turns.RunAsync(incoming, channel);
        await (reply switch
        {
            TurnReply.Answered answered => WriteAsync(context, answered.Body, answered.ContentType),
            TurnReply.Later => WriteAsync(context, WeChatAnswers.Received, "text/plain"),
            _ => EmptyAsync(context, StatusCodes.Status503ServiceUnavailable),
        });
    }

    private bool TryFindAccount(HttpContext context, [NotNullWhen(true)] out WeChatAccount? account)
    {
        var route = context.Request.RouteValues;
        return accounts.TryGet(route["account"] as string ?? "", out account) && account.IsReachedBy(route["secret"] as string);
    }

    // In plain mode the signature covers no part of the body, so it is checked before reading any; the secret in the path stands for the body.
    private static bool MatchesMode(WeChatAccount account, WeChatQuery query) => account.Encrypts
        ? query.EncryptType == "aes" && query.MessageSignature.Length == WeChatSignature.Length
        : query.EncryptType is "" or "raw" && WeChatSignature.Verify(account.Token, query.Timestamp, query.Nonce, [], query.Signature);

    /// <returns>The message in memory of its own; null where it is not (whole and unaltered) from the platform.</returns>
    private static ReadOnlyMemory<byte>? Open(
        WeChatAccount account, WeChatQuery query, ReadOnlySpan<byte> body, out bool usesPreviousKey, out string? why)
    {
        usesPreviousKey = false;
        why = null;
        if (!account.Encrypts)
            return body.ToArray();
        if (!WeChatEnvelope.TryFind(body, out var encrypted, out var hasClearFields)
            || !WeChatSignature.Verify(account.Token, query.Timestamp, query.Nonce, body[encrypted], query.MessageSignature))
        {
            why = "bad signature";
            return null;
        }
        if (hasClearFields && account.Settings.Mode == WrappingMode.Secure)
        {
            why = "clear fields in secure mode";
            return null;
        }
        if (account.TryOpen(body[encrypted], out var message, out usesPreviousKey))
            return message;
        why = "not decrypted";
        return null;
    }

    private void Note(IncomingEvent incoming, WeChatPush push)
    {
        if (push.Event == "unsubscribe")
            contacts.NoteGone(incoming.From, incoming.At);
        // An account that may only answer has no use for windows: what it owes goes into the answer, see the turns.
        else if (channel.MayPush(incoming.Account) && WeChatEvents.WindowOf(push) is { } window)
            contacts.NoteWindow(new ReplyWindow(incoming.From, window.Trigger, incoming.At + window.Lasts, window.Messages), incoming.At);

        if (push.Event is "subscribe_msg_popup_event" or "subscribe_msg_change_event")
        {
            foreach (var choice in push.Notices)
                contacts.NoteConsent(incoming.From, choice.TemplateId, choice.Choice == "accept", incoming.At);
        }

        if (!WeChatActivities.IsKnown(incoming.Activity) && IsFirst(incoming.Activity.Name))
            log.LogInformation("WeChat pushed a {Kind}, which nobody here answers; said once.", WeChatActivities.KindOf(push));
    }

    private Task RefuseAsync(HttpContext context, int status, string why, Account? account = null)
    {
        Refused.Add(1, new KeyValuePair<string, object?>("channel", WeChatChannel.ChannelId), new KeyValuePair<string, object?>("reason", why));
        if (account is not null && IsFirst($"{account.Name}:{why}"))
            log.LogWarning("A push to WeChat account {Account} was refused: {Why}. Said once; the counter shopbot.webhook.refused goes on.", account, why);
        return EmptyAsync(context, status);
    }

    private bool IsFirst(string what) => _named.Count < KindsNamed && _named.TryAdd(what, true);

    private static Task EmptyAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}
