using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat.CheckUp;

/// <summary>Asks the webhook what the platform asks it: the signed question when the address is entered, and a push of no consequence.</summary>
internal sealed class CallbackProbe(HttpClient http, TimeProvider clock)
{
    private const string About = "Callback", Success = "success";

    /// <param name="publicUrl">Without a slash at the end.</param>
    public async Task<Finding> LookAsync(Account settings, string publicUrl, CancellationToken ct)
    {
        var account = new WeChatAccount(settings);
        var address = $"{publicUrl}/channels/wechat/{settings.Name}" + (settings.PathSecret.Length > 0 ? $"/{settings.PathSecret}" : "");
        var shown = settings.PathSecret.Length > 0 ? $"{publicUrl}/channels/wechat/{settings.Name}/…" : address;
        try
        {
            return await AskAsync(account, address, shown, ct) ?? await PushAsync(account, address, shown, ct)
                ?? new Finding.Fine(About, $"{shown} answers the platform's question and opens its pushes.");
        }
        catch (HttpRequestException failed)
        {
            return new Finding.Wrong(About, $"{shown} cannot be reached from here ({failed.HttpRequestError}).",
                "Start the program and let PublicUrl lead to it: DNS, certificate, reverse proxy. The platform itself only calls http on port 80 and https on port 443.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Finding.Wrong(About, $"{shown} gave no answer within 5 s, which is all the platform waits.", "Look at the program's log and at the reverse proxy between.");
        }
    }

    private async Task<Finding?> AskAsync(WeChatAccount account, string address, string shown, CancellationToken ct)
    {
        var echo = RandomNumberGenerator.GetString("0123456789", 19);
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{address}?{Query(account, [])}&echostr={echo}"), ct);
        var problem = ProblemIn(answer, account, shown);
        if (problem is not null)
            return problem;
        var body = await answer.Content.ReadAsStringAsync(ct);
        return body == echo ? null : new Finding.Wrong(About, $"{shown} answers something else than the platform's question, such as a page.",
            "Something stands between: let the reverse proxy hand /channels/ on as it is, without pages of its own.");
    }

    /// <summary>A trial event, as the platform's console sends it: received, and nobody hears of it.</summary>
    private async Task<Finding?> PushAsync(WeChatAccount account, string address, string shown, CancellationToken ct)
    {
        var at = clock.GetUtcNow().ToUnixTimeSeconds();
        var xml = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"<xml><ToUserName><![CDATA[{account.Settings.OriginalId}]]></ToUserName><FromUserName><![CDATA[doctor]]></FromUserName><CreateTime>{at}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[debug_demo]]></Event></xml>"));
        var query = Query(account, []);
        if (account.Encrypts)
        {
            var encrypted = account.Cipher(usePrevious: false).Seal(xml, RandomNumberGenerator.GetBytes(16));
            xml = Encoding.UTF8.GetBytes(
                $"<xml><ToUserName><![CDATA[{account.Settings.OriginalId}]]></ToUserName><Encrypt><![CDATA[{Encoding.ASCII.GetString(encrypted)}]]></Encrypt></xml>");
            query = Query(account, encrypted);
        }
        var request = new HttpRequestMessage(HttpMethod.Post, $"{address}?{query}") { Content = new ByteArrayContent(xml) };
        request.Content.Headers.ContentType = new("text/xml");
        using var answer = await SendAsync(request, ct);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            return new Finding.Wrong(About, $"{shown} answers the question, but not a push (401): the program that runs there has another EncodingAESKey, AppId or Mode.",
                $"Start it with the same Accounts:{account.Settings.Name} settings as are checked here.");
        }
        var problem = ProblemIn(answer, account, shown);
        if (problem is not null)
            return problem;
        return await answer.Content.ReadAsStringAsync(ct) == Success ? null
            : new Finding.Wrong(About, $"{shown} answers a push with something else than the platform takes.", "Let the reverse proxy hand /channels/ on as it is, POST too.");
    }

    private static Finding.Wrong? ProblemIn(HttpResponseMessage answer, WeChatAccount account, string shown) => answer.StatusCode switch
    {
        HttpStatusCode.OK => null,
        HttpStatusCode.Unauthorized => new(About, $"{shown} refuses the platform's signature (401): the program that runs there has another Token.",
            $"Write the same Token into Accounts:{account.Settings.Name}:Token, into the platform's console, and start the program again."),
        HttpStatusCode.NotFound => new(About, $"Nobody knows {shown} (404).",
            $"Look whether PublicUrl leads to this program and it has an account '{account.Settings.Name}'; with PathSecret set, the address ends in it."),
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect =>
            new(About, $"{shown} leads on to another address; the platform does not follow.", "Enter the final address in PublicUrl and in the platform's console, or take the redirect out of the proxy."),
        var status => new(About, $"{shown} answers {(int)status}.", "Look at the program's log and at the reverse proxy between."),
    };

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using (request)
            return await http.SendAsync(request, ct);
    }

    private string Query(WeChatAccount account, ReadOnlySpan<byte> encrypted)
    {
        var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetString("0123456789", 9);
        Span<byte> signature = stackalloc byte[WeChatSignature.Length];
        WeChatSignature.Write(account.Token, Encoding.ASCII.GetBytes(time), Encoding.ASCII.GetBytes(nonce), [], signature);
        var query = $"signature={Encoding.ASCII.GetString(signature)}&timestamp={time}&nonce={nonce}";
        if (encrypted.IsEmpty)
            return query;
        WeChatSignature.Write(account.Token, Encoding.ASCII.GetBytes(time), Encoding.ASCII.GetBytes(nonce), encrypted, signature);
        return $"{query}&encrypt_type=aes&msg_signature={Encoding.ASCII.GetString(signature)}";
    }
}
