using System.Globalization;
using ShopBot.Shops.Custody;

namespace ShopBot.Web.Custody;

/// <summary>Headings and labels around the record of a customer's bags; the steps themselves are said in the chat's wording.</summary>
/// <param name="culture">zh-CN or en-US.</param>
public sealed class CustodyPageTexts(string culture)
{
    private readonly bool _chinese = culture.StartsWith("zh", StringComparison.Ordinal);

    public string Culture => culture;
    public string Heading => Say("保管记录", "Who had your bag");
    public string Code => Say("保管码", "Code");
    public string CodeIs => Say("封袋时发到你聊天里的那串码：记录只要改动过，码就不同。", "You have it in your chat since the bag was sealed. If the record is changed, it becomes another one.");
    public string Matches => Say("和聊天里的一致。", "It is the one in your chat.");
    public string Differs => Say("和聊天里的不一致：封袋时的记录被换过。请联系店里。", "It is not the one in your chat: the record of the sealing was replaced. Please talk to the shop.");
    public string Evidence => Say("下载证据文件", "Download the evidence file");
    public string EvidenceIs => Say("一个网页文件，含照片，离线打开就能自己核对。微信里下载不了，就点右上角“在浏览器打开”。",
        "One web page with the pictures in it; it checks itself, also offline. If your chat app does not download it, open this page in a browser.");
    public string Erased => Say("（已删除）", "(erased)");
    public string Undone => Say("已撤销", "taken back");
    public string EvidenceHeading(int number) => _chinese ? $"订单 {number} 的保管记录" : $"Who had the bags of order {number}";
    public string EvidenceMade(string shop, string when) => _chinese ? $"{shop}，{when} 生成" : $"{shop}, made {when}";
    public string EvidenceHow => Say(
        "这个文件不联网。打开时它会重新计算每一条记录的哈希，核对每一条是否接着上一条、照片和文字是否还是当时的。最后一步要你来：填上封袋时聊天里收到的保管码。",
        "This file needs no network. On opening it computes the hash of every entry anew and checks that each follows the one before and that pictures and words are those of the time. The last step is yours: enter the code you got in your chat when the bag was sealed.");
    public string EvidenceNoScript => Say("核对需要打开 JavaScript。", "Checking needs JavaScript.");
    public string EnterCode => Say("聊天里的保管码", "The code in your chat");
    public string EntryGood => Say("核对无误", "checked");
    public string PictureLeftOut => Say("照片太大，没有放进文件；它的哈希仍在核对范围内。", "The picture is too large for this file; its hash is checked all the same.");
    public string Sha256 => Say("照片哈希", "Picture's hash");

    public string Intact(int entries) => _chinese ? $"记录完整，共 {entries} 条，没有改动。" : $"The record is whole: {entries} entries, none changed.";

    public string Broken(int sequence, CustodyFault what) => Broken(sequence.ToString(CultureInfo.InvariantCulture), Fault(what));

    /// <param name="sequence">A number, or the sign that stands for it.</param>
    /// <param name="what">What does not match, or the sign that stands for it.</param>
    public string Broken(string sequence, string what) => _chinese
        ? $"第 {sequence} 条对不上：{what}。请联系店里。" : $"Entry {sequence} does not match: {what}. Please talk to the shop.";

    public string Pieces(int pieces) => _chinese ? $"{pieces} 件" : $"{pieces} {(pieces == 1 ? "piece" : "pieces")}";

    /// <summary>Under the name the entry's line has.</summary>
    public string Fault(CustodyFault what) => what switch
    {
        CustodyFault.Order => Say("属于别的订单", "it belongs to another order"),
        CustodyFault.Sequence => Say("前面少了记录", "entries are missing before it"),
        CustodyFault.Previous => Say("前一条被换过", "the entry before it was replaced"),
        CustodyFault.Kind => Say("步骤", "the step"),
        CustodyFault.At => Say("时间", "the time"),
        CustodyFault.Role => Say("经手人的身份", "the role of who did it"),
        CustodyFault.Seal => Say("封签号", "the seal"),
        CustodyFault.Pieces => Say("件数", "the number of pieces"),
        CustodyFault.Photos => Say("照片", "the pictures"),
        CustodyFault.Who => Say("经手人", "who did it"),
        CustodyFault.Place => Say("地点", "the place"),
        CustodyFault.Note => Say("备注", "the note"),
        CustodyFault.Hash => Say("哈希", "the hash"),
        _ => Say("格式不认识", "its form is unknown"),
    };

    private string Say(string chinese, string english) => _chinese ? chinese : english;
}
