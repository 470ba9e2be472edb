using System.Globalization;

namespace ShopBot.Simulator.WeChat.Templates;

/// <summary>What accounts can choose their templates from; invented, in the shape of the platform's own.</summary>
internal static class TemplateLibrary
{
    public const int CategoryId = 307;
    public const string Category = "生活服务", SubCategory = "综合生活服务";

    public static IReadOnlyList<LibraryTemplate> All { get; } =
    [
        Make(50001, "订单状态通知", "订单编号/character_string/E20251009-7", "商品名称/thing/帆布鞋", "订单状态/phrase/已发货", "更新时间/time/2025-10-09 16:00", "备注/thing/点击查看详情"),
        Make(50002, "取件提醒", "订单编号/character_string/E20251009-7", "取件地点/thing/人民路店", "取件时间/time/2025-10-09 16:00~18:00", "联系电话/phone_number/021-00000000"),
        Make(50003, "预约成功通知", "预约项目/thing/上门取件", "预约时间/time/2025-10-09 16:00", "联系人/name/李小姐", "备注/thing/请提前准备"),
        Make(50004, "订单发货通知", "订单编号/character_string/E20251009-7", "商品名称/thing/帆布鞋", "快递公司/thing/顺丰速运", "快递单号/character_string/SF0000000001"),
        Make(50005, "退款成功通知", "订单编号/character_string/E20251009-7", "退款金额/amount/¥35.00", "退款时间/time/2025-10-09 16:00"),
        Make(50006, "服务完成通知", "服务名称/thing/衣物洗涤", "完成时间/time/2025-10-09 16:00", "数量/number/2", "备注/thing/照片已上传"),
        Make(50007, "收款成功通知", "订单编号/character_string/E20251009-7", "收款金额/amount/¥35.00", "收款日期/date/2025年10月9日"),
    ];

    public static LibraryTemplate? Find(string? id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? All.FirstOrDefault(t => t.Id == number) : null;

    private static LibraryTemplate Make(int id, string title, params string[] keywords) => new(id, title,
        [.. keywords.Select((k, i) => k.Split('/') is [var name, var type, var example] ? new Keyword(i + 1, name, type, example)
            : throw new InvalidOperationException($"Library template {id}: \"{k}\" is not name/type/example."))]);
}

internal sealed record LibraryTemplate(int Id, string Title, IReadOnlyList<Keyword> Keywords)
{
    /// <summary>A template of an account with some of the keywords, in that order.</summary>
    public MessageTemplate With(IEnumerable<Keyword> chosen, string id, bool isNotice)
    {
        var list = chosen.ToList();
        return new MessageTemplate
        {
            Id = id, Title = Title, IsNotice = isNotice,
            Content = string.Join('\n', list.Select(k => $"{k.Name}：{{{{{k.Type}{k.Id.ToString(CultureInfo.InvariantCulture)}.DATA}}}}")),
            Example = string.Join('\n', list.Select(k => $"{k.Name}：{k.Example}")),
        };
    }
}

internal sealed record Keyword(int Id, string Name, string Type, string Example);
