using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ShopBot.Testing.Driving;

namespace ShopBot.Testing.Months;

/// <summary>One customer, with habits of their own: mostly asks and orders, sometimes leaves, refuses, or comes back.</summary>
internal sealed partial class Customer(Phone phone, int number, int seed, bool follows, ShopWork shop, ConcurrentQueue<int> orders)
{
    private static readonly string[] Sayings = ["我的订单", "你好", "帮助", "几点开门", "谢谢", "my orders", "help"];
    private readonly Random _random = new(seed * 7919 + number);
    private bool _follows = follows;
    private bool _refuses;

    public async Task ActAsync()
    {
        var dice = _random.NextDouble();
        if (!_follows)
        {
            if (dice > 0.4)
                return;
            _ = dice < 0.2 ? await phone.ScanAsync($"table-{number % 9}") : await phone.FollowAsync();
            _follows = true;
            return;
        }
        switch (dice)
        {
            case < 0.30: await OrderAsync(); break;
            case < 0.62: await phone.SayAsync(Sayings[_random.Next(Sayings.Length)]); break;
            case < 0.78: await TapAsync(); break;
            case < 0.85: await phone.ScanAsync($"table-{number % 9}"); break;
            case < 0.88: await phone.SendPictureAsync("shoes"); break;
            case < 0.90: await phone.SayAsync("人工"); break;
            case < 0.93: await phone.PayAsync(); break;
            case < 0.96:
                _refuses = !_refuses;
                await phone.RefuseAsync(_refuses);
                break;
            default:
                await phone.UnfollowAsync();
                _follows = false;
                break;
        }
    }

    private async Task TapAsync()
    {
        // Whoever has just chosen a language gets another menu, perhaps under their very finger.
        for (var tries = 3; tries > 0; tries--)
        {
            var buttons = await phone.MenuAsync();
            if (buttons.Count == 0)
                return;
            try
            {
                await phone.TapMenuAsync(buttons[_random.Next(buttons.Count)]);
                return;
            }
            catch (InvalidOperationException gone) when (tries > 1 && gone.Message.Contains("the menu has no button", StringComparison.Ordinal))
            {
                // Looks at the new one.
            }
        }
    }

    /// <summary>Answers what is asked; some give up in the middle.</summary>
    private async Task OrderAsync()
    {
        var until = _random.NextDouble() < 0.2 ? _random.Next(1, shop.Ordering.Count) : shop.Ordering.Count;
        var summed = false;
        foreach (var said in shop.Ordering.Take(until))
        {
            // Somebody the shop knows is asked less.
            var reply = (await phone.SayAsync(said)).Reply?.Text;
            if (summed = reply?.Contains("合计", StringComparison.Ordinal) == true)
                break;
        }
        if (summed && Placed().Match((await phone.SayAsync(LaundryOrder.Confirmation)).Reply?.Text ?? "") is { Success: true } placed)
            orders.Enqueue(int.Parse(placed.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"订单号 (\d+)")]
    private static partial Regex Placed();
}
