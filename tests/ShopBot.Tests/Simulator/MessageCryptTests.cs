using ShopBot.Simulator.WeChat;

namespace ShopBot.Tests.Simulator;

/// <summary>The published vectors, so that simulator and channel are not merely wrong in the same way.</summary>
public sealed class MessageCryptTests
{
    private const string Key = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFE", AppId = "wx0123456789abcdef";
    private const string Push = "<xml><ToUserName><![CDATA[gh_0a1b2c3d4e5f]]></ToUserName><FromUserName><![CDATA[oABCD1234567890abcdefghijklm]]></FromUserName><CreateTime>17"
        + "60000000</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[CLICK]]></Event><EventKey><![CDATA[ORDER_STATUS_x]]></EventKey></xm"
        + "l>";
    private const string PushCipher = "B2yGn7kE3nDyRso+xhlT9qYc0aigmTyWZTrut9eM7566dRDlAkkjTXzxE38gyBH09gW/yXzpQGX+O2UgFh2JIjlTPKAP6yjCHthulVoEzvcPHt2kGejKR83z"
        + "Zne9+2nrliJZEdE8C2XlSOMGWlJIgLx+5EZ33ckjHD5bJIY64qXihWginPjlbpgp1pAOxwBJkENzATMXqtfGCw4gdw21Fh2Zl5eozP9u8ytpmTwiMDh+MsQ/"
        + "icdMwOMdRwVBmOEex+096TmZQm4LIWWzX0K1FFt67WcbJX0t9UhXXWWRAUVAQyXBnTfyTMUPah05I5TBsdVNMlqnQPu9bIf5KpC5FWKLQPqB48pgCcyNWpRS"
        + "49JtMLmNCWy9pPVxEphhVedxoVZnQdHJotAxXbj33/LvI0apEUa5fKxTj5keEqd58JZpBkSMkP+PBY30nzD8GpLMcpTqvOLf5cEKGf9K03/7aQ==";
    private const string Reply = "<xml><ToUserName><![CDATA[oABCD1234567890abcdefghijklm]]></ToUserName><FromUserName><![CDATA[gh_0a1b2c3d4e5f]]></FromUserName><CreateTime>17"
        + "60000001</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[您的订单已发货]]></Content></xml>";
    private const string ReplyCipher = "BuRQMn3IpbyxPLHm7Ko7IuR+axzgTCPegjhONUc37sQ1jBFqzpb+Mcnx6z+ONU580mvtIJ/q52ftIRHZaaGz0ALJAtkBeBPtlEDLIiBHzCuSu/P8SSNAjqti"
        + "W8jCVj68cVy9bK2UPsBn7kOfK/80HWNM2mJkc6/SMHX2C/NCzLxgxIat3Xx6m5R082WEeUsp09rEvBblhrqYAcaT8ub+K2sYcYbqtkK+wmxt/UCMjUoB5AFy"
        + "2jQNU5XUqEB83X2VkcBYMH3Ra0K15mPQ8JjYSES0Cefc54v+ieSbicFc3qc+Dcgm2h4GkcQyGdAhxWy03F9UZdI4CnxkFzy+b7Wf3QKTWFD1nYI9NBV8DSCj"
        + "o/6Qf6PR+MYoGdphwYPXjs0UHnLuAqJPKoj7dmTUEIhVKxMTyrG/oYaBOU7lTvGZqbE=";
    private static readonly MessageCrypt Shop = new("shopTok3n", Key, AppId);

    [Theory]
    [InlineData("1714036504", "1514711492", "f464b24fc39322e44b38aa78f5edd27bd1441696")]
    [InlineData("1714037059", "486452656", "899cf89e464efb63f54ddac96b0a0a235f53aa78")]
    public void Signs_what_is_not_encrypted(string timestamp, string nonce, string signature) =>
        Assert.Equal(signature, new MessageCrypt("AAAAA", Key, AppId).Sign(timestamp, nonce));

    [Fact]
    public void Signs_an_encrypted_push_and_its_query()
    {
        Assert.Equal("776f19114c7c4b6b8886fa9e46d6da6eb300da1b", Shop.Sign("1760000000", "987654321"));
        Assert.Equal("bf7955adbc95db39fbe0432dbee9b80343d56ce0", Shop.Sign("1760000000", "987654321", PushCipher));
        Assert.Equal("1ac284e77c1342add37c16e81622805507f93771", Shop.Sign("1760000001", "13579", ReplyCipher));
    }

    [Fact]
    public void Encrypts_with_a_full_block_of_padding()
    {
        Assert.Equal(PushCipher, Shop.Encrypt(Push, "ABCDEFGHIJKLMNOP"u8));
        Assert.Equal(ReplyCipher, Shop.Encrypt(Reply, "ponmlkjihgfedcba"u8));
    }

    [Fact]
    public void Decrypts_a_reply()
    {
        Assert.True(Shop.TryDecrypt(ReplyCipher, out var message), message);
        Assert.Equal(Reply, message);
    }

    [Fact]
    public void Takes_a_key_whose_last_letter_carries_surplus_bits() => Assert.Equal(
        "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==",
        new MessageCrypt("pamtest", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wxb11529c136998cb6").Encrypt("我是中文abcd123", "aaaabbbbccccdddd"u8));

    [Fact]
    public void Refuses_an_envelope_for_another_account()
    {
        var other = new MessageCrypt("shopTok3n", Key, "wx0123456789abcdee");

        Assert.False(other.TryDecrypt(ReplyCipher, out var why));
        Assert.Equal("the envelope carries another AppID", why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Refuses_what_is_no_envelope(string cipher) => Assert.False(Shop.TryDecrypt(cipher, out _));

    [Fact]
    public void Refuses_an_envelope_that_was_cut() => Assert.False(Shop.TryDecrypt(Convert.ToBase64String(Convert.FromBase64String(ReplyCipher)[..^32]), out _));
}
