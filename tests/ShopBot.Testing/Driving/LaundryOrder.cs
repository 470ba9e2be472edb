using ShopBot.Simulator.Phones;

namespace ShopBot.Testing.Driving;

/// <summary>Somebody orders two bags of laundry in Chinese, by typing; tests that need an order begin with it.</summary>
public static class LaundryOrder
{
    /// <summary>What the customer says, question by question, up to the summary.</summary>
    public static readonly IReadOnlyList<string> UpToTheSummary =
        ["要两袋", "上门来取", "淮海中路 1 号 2 栋 301 室", "尽快", "李小姐", "13800138000", "银行转账", "没有"];

    public const string Confirmation = "确认下单";

    /// <summary>Answers everything and stands before the confirmation.</summary>
    public static async Task FillInAsync(Phone customer)
    {
        ChatMessage? reply = null;
        foreach (var said in UpToTheSummary)
        {
            var outcome = await customer.SayAsync(said);
            reply = outcome.Reply ?? throw new InvalidOperationException($"\"{said}\" had no answer: {outcome.Problem}");
        }
        if (reply?.Text?.Contains("¥198", StringComparison.Ordinal) != true)
            throw new InvalidOperationException($"This is no summary of two bags: {reply?.Text}");
    }

    public static async Task<Outcome> PlaceAsync(Phone customer)
    {
        await FillInAsync(customer);
        return await customer.SayAsync(Confirmation);
    }
}
