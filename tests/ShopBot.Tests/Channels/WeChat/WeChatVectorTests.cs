using System.Security.Cryptography;
using System.Text;
using ShopBot.Channels.WeChat;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>Published vectors of signing and sealing, most of them from the platform's own pages and samples.</summary>
public sealed class WeChatVectorTests
{
    private const string SurplusBitsKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private const string OfficialPush =
        "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";

    internal const string CompatiblePush =
        "hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=";

    private const string SamplePush =
        "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";

    private const string ChinesePush =
        "2gUBUpAeuPFKBS+gkcvrR1cBq1VjTOQluB7+FQF00VnybRpYR3xko4S4wh0qD+64cWmJfF93ZNLm+HLZBexjHLAdJBs5RBG2rP1AJnU0/1vQU/Ac9Q1Nq7vfC4l3ciF8YwhQW0o/GE4MYWWakgdwnp0hQ7aVVwqMLd67A5bsURQHJiFY/cH0fVlsKe6J3aazGhRXFCxceOq2VTJ2Eulc8aBDVSM5/lAIUA/JPq5Z2RzomM0+aoa5XIfGyAtAdlBXD0ADTemxgfYAKI5EMfKtH5za3dKV2UWbGAlJQZ0fwrwPx6Rs8MsoEtyxeQ52gO94gafA+/kIVjamKTVLSgudLLz5rAdGneKkBVhXyfyfousm1DoDRjQdAdqMWpwbeG5hanoJyJiH+humW/1q8PAAiaEfA+BOuvBk/a5xL0Q2l2k=";

    private const string FullPaddingPush =
        "B2yGn7kE3nDyRso+xhlT9qYc0aigmTyWZTrut9eM7566dRDlAkkjTXzxE38gyBH09gW/yXzpQGX+O2UgFh2JIjlTPKAP6yjCHthulVoEzvcPHt2kGejKR83zZne9+2nrliJZEdE8C2XlSOMGWlJIgLx+5EZ33ckjHD5bJIY64qXihWginPjlbpgp1pAOxwBJkENzATMXqtfGCw4gdw21Fh2Zl5eozP9u8ytpmTwiMDh+MsQ/icdMwOMdRwVBmOEex+096TmZQm4LIWWzX0K1FFt67WcbJX0t9UhXXWWRAUVAQyXBnTfyTMUPah05I5TBsdVNMlqnQPu9bIf5KpC5FWKLQPqB48pgCcyNWpRS49JtMLmNCWy9pPVxEphhVedxoVZnQdHJotAxXbj33/LvI0apEUa5fKxTj5keEqd58JZpBkSMkP+PBY30nzD8GpLMcpTqvOLf5cEKGf9K03/7aQ==";

    private const string FullPaddingReply =
        "BuRQMn3IpbyxPLHm7Ko7IuR+axzgTCPegjhONUc37sQ1jBFqzpb+Mcnx6z+ONU580mvtIJ/q52ftIRHZaaGz0ALJAtkBeBPtlEDLIiBHzCuSu/P8SSNAjqtiW8jCVj68cVy9bK2UPsBn7kOfK/80HWNM2mJkc6/SMHX2C/NCzLxgxIat3Xx6m5R082WEeUsp09rEvBblhrqYAcaT8ub+K2sYcYbqtkK+wmxt/UCMjUoB5AFy2jQNU5XUqEB83X2VkcBYMH3Ra0K15mPQ8JjYSES0Cefc54v+ieSbicFc3qc+Dcgm2h4GkcQyGdAhxWy03F9UZdI4CnxkFzy+b7Wf3QKTWFD1nYI9NBV8DSCjo/6Qf6PR+MYoGdphwYPXjs0UHnLuAqJPKoj7dmTUEIhVKxMTyrG/oYaBOU7lTvGZqbE=";

    [Theory]
    [InlineData("AAAAA", "1714036504", "1514711492", "", "f464b24fc39322e44b38aa78f5edd27bd1441696")]
    [InlineData("AAAAA", "1714037059", "486452656", "", "899cf89e464efb63f54ddac96b0a0a235f53aa78")]
    [InlineData("AAAAA", "1714112445", "415670741", "", "6c5c811b55cc85e0e1b54100749188c20beb3f5d")]
    [InlineData("AAAAA", "1714112445", "415670741", OfficialPush, "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3")]
    [InlineData("spamtest", "1409735669", "1320562132", CompatiblePush, "5d197aaffba7e9b25a30732f161a50dee96bd5fa")]
    [InlineData("QDG6eK", "1409659813", "1372623149", SamplePush, "477715d11cdb4164915debcba66cb864d751f3e6")]
    [InlineData("weixin", "1414387151", "917222494", "", "e3203b6433eb554dd2fcba78fa48cb948fcb4801")]
    [InlineData("weixin", "1414387151", "917222494", ChinesePush, "ae70d4e343d946fc0477a5c760b95be0947fddbb")]
    [InlineData("shopTok3n", "1760000000", "987654321", "", "776f19114c7c4b6b8886fa9e46d6da6eb300da1b")]
    [InlineData("shopTok3n", "1760000000", "987654321", FullPaddingPush, "bf7955adbc95db39fbe0432dbee9b80343d56ce0")]
    [InlineData("123456", "1411443780", "437374425",
        "4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q==", "dd6b9c95b495b3f7e2901bfbc76c664930ffdb96")]
    public void A_published_signature_is_the_one_we_expect(string token, string timestamp, string nonce, string encrypted, string signature)
    {
        Assert.True(WeChatSignature.Verify(Encoding.UTF8.GetBytes(token), timestamp, nonce, Encoding.UTF8.GetBytes(encrypted), signature));
    }

    [Theory]
    [InlineData("pamtest", SurplusBitsKey, "wxb11529c136998cb6", "1409304348", "xxxxxx", "82c962d39941aa48552f90ef55aa323dc620cc10")]
    public void A_sealed_reply_carries_the_published_ciphertext_and_signature(
        string token, string key, string appId, string timestamp, string nonce, string signature)
    {
        var account = AccountWith(token, key, appId);

        var xml = Sealed(account, "我是中文abcd123", timestamp, nonce, "aaaabbbbccccdddd");

        Assert.Contains("<![CDATA[jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==]]>", xml, StringComparison.Ordinal);
        Assert.Contains(signature, xml, StringComparison.Ordinal);
    }

    [Fact]
    public void The_official_encrypted_reply_comes_out_byte_for_byte()
    {
        var account = AccountWith("AAAAA", new string('A', 43), "wxba5fad812f8e6fb9");

        var xml = Sealed(account, "{\"demo_resp\":\"good luck\"}", "1713424427", "415670741", "707722b803182950");

        Assert.Equal(
            "<xml><Encrypt><![CDATA[ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==]]></Encrypt>"
            + "<MsgSignature><![CDATA[1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1]]></MsgSignature><TimeStamp>1713424427</TimeStamp>"
            + "<Nonce><![CDATA[415670741]]></Nonce></xml>",
            xml);
    }

    [Fact]
    public void A_reply_in_chinese_is_written_and_sealed_as_published()
    {
        var account = AccountWith("shopTok3n", "0123456789abcdefghijklmnopqrstuvwxyzABCDEFE", "wx0123456789abcdef");
        var reply = WeChatReplyXml.Text(
            "oABCD1234567890abcdefghijklm", "gh_0a1b2c3d4e5f", DateTimeOffset.FromUnixTimeSeconds(1760000001), "您的订单已发货").Written;

        var xml = Sealed(account, Encoding.UTF8.GetString(reply), "1760000001", "13579", "ponmlkjihgfedcba");

        Assert.Contains(FullPaddingReply, xml, StringComparison.Ordinal);
        Assert.Contains("1ac284e77c1342add37c16e81622805507f93771", xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "wxba5fad812f8e6fb9", OfficialPush, 167, null)]
    [InlineData(SurplusBitsKey, "wx2c2769f8efd9abc2", CompatiblePush, 280, "9bcd3b10548815cb0e64c7d2c61906dbf44b15005cbf8961dd60bdc6a2411214")]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7", SamplePush, 284, "62f23e2db9188b2883215b599af3d8ffcaa3fae68770c8f84529cfc560683f32")]
    [InlineData("mNnY5GekpChwqhy2c4NBH90g3hND6GeI4gii2YCvKLY", "wx669ef95216eef885", ChinesePush, 279, "215603abb5f59c648b20834c170d4506651891fb818f9b9d15a5449c21850508")]
    [InlineData("0123456789abcdefghijklmnopqrstuvwxyzABCDEFE", "wx0123456789abcdef", FullPaddingPush, 282, null)]
    [InlineData("kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR", "wx49f0ab532d5d035a",
        "4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q==", 19, null)]
    public void A_published_push_opens(string key, string appId, string encrypted, int bytes, string? sha256)
    {
        Assert.True(new WeChatCipher(key, appId).TryOpen(Encoding.UTF8.GetBytes(encrypted), out var message));

        Assert.Equal(bytes, message.Length);
        if (sha256 is not null)
            Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(message.Span)));
    }

    [Fact]
    public void Published_messages_read_as_their_authors_wrote_them()
    {
        Assert.True(new WeChatCipher(SurplusBitsKey, "wx2c2769f8efd9abc2").TryOpen(Encoding.UTF8.GetBytes(CompatiblePush), out var first));
        Assert.Equal("abcdteT", WeChatReader.Read(first.Span)!.Content);

        Assert.True(new WeChatCipher("mNnY5GekpChwqhy2c4NBH90g3hND6GeI4gii2YCvKLY", "wx669ef95216eef885").TryOpen(Encoding.UTF8.GetBytes(ChinesePush), out var second));
        Assert.Equal("你好", WeChatReader.Read(second.Span)!.Content);

        Assert.True(new WeChatCipher("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7").TryOpen(Encoding.UTF8.GetBytes(SamplePush), out var third));
        Assert.Equal("4561255354251345929", WeChatReader.Read(third.Span)!.MsgId);

        Assert.True(new WeChatCipher("kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR", "wx49f0ab532d5d035a").TryOpen(
            "4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q=="u8, out var echo));
        Assert.Equal("5927782489442352469", Encoding.UTF8.GetString(echo.Span));
    }

    [Fact]
    public void A_push_for_another_account_with_the_same_key_does_not_open()
    {
        Assert.False(new WeChatCipher("0123456789abcdefghijklmnopqrstuvwxyzABCDEFE", "wx0123456789abcdee").TryOpen(Encoding.UTF8.GetBytes(FullPaddingPush), out _));
    }

    [Fact]
    public void One_altered_letter_breaks_the_signature_and_many_threads_may_open_at_once()
    {
        var altered = FullPaddingPush.Replace("B2yG", "B2yH", StringComparison.Ordinal);
        Assert.False(WeChatSignature.Verify("shopTok3n"u8, "1760000000", "987654321", Encoding.UTF8.GetBytes(altered), "bf7955adbc95db39fbe0432dbee9b80343d56ce0"));

        var cipher = new WeChatCipher("0123456789abcdefghijklmnopqrstuvwxyzABCDEFE", "wx0123456789abcdef");
        var opened = new int[64];
        Parallel.For(0, opened.Length, i => opened[i] = cipher.TryOpen(Encoding.UTF8.GetBytes(FullPaddingPush), out var message) ? message.Length : 0);
        Assert.All(opened, length => Assert.Equal(282, length));
    }

    private static WeChatAccount AccountWith(string token, string key, string appId) =>
        new(new Account { Name = "vector", Channel = "WeChat", Token = token, EncodingAESKey = key, AppId = appId });

    private static string Sealed(WeChatAccount account, string message, string timestamp, string nonce, string random) =>
        Encoding.ASCII.GetString(WeChatReplyXml.Seal(
            account, usePreviousKey: false, Encoding.UTF8.GetBytes(message), long.Parse(timestamp, System.Globalization.CultureInfo.InvariantCulture), nonce,
            Encoding.ASCII.GetBytes(random)));
}
