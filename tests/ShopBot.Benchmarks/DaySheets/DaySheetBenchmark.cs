using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Dialogs.DaySheets;
using ShopBot.Shops;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Settings;
using ShopBot.Testing.Driving;

namespace ShopBot.Benchmarks.DaySheets;

/// <summary>The day sheet of a day with 2,000 stops, every other one a return, from the request to the last byte of the page. Prints a markdown table; less than 200 ms are wanted.</summary>
internal static class DaySheetBenchmark
{
    private const string Shop = "laundry";
    private const int Rounds = 50;
    private static readonly DateOnly Day = new(2026, 3, 3);
    private static readonly string[] Districts = ["静安区", "黄浦区", "徐汇区", "长宁区", "浦东新区"];

    public static async Task RunAsync()
    {
        Console.WriteLine("| stops | page kB | reading ms | page: median ms | slowest of 50 ms |");
        Console.WriteLine("|---:|---:|---:|---:|---:|");
        foreach (var stops in (int[])[200, 2_000])
            await MeasureAsync(stops);
    }

    private static async Task MeasureAsync(int stops)
    {
        await using var product = await RunningProduct.StartAsync(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        var sheet = new DaySheet(Shop, Day, "zh-CN");
        await product.Services.GetRequiredService<IShopTransactions>().RunOnceAsync(Shop, new OperationKey("fill"), change => FillAsync(change, stops), default);
        var link = new Uri(product.Services.GetRequiredService<DaySheetLinks>().For(sheet).Link);

        var (reading, page, bytes) = (new List<double>(), new List<double>(), 0);
        for (var i = -5; i < Rounds; i++)
        {
            var read = await TimeAsync(() => product.Services.GetRequiredService<DaySheetReader>().ReadAsync(sheet, default));
            var shown = await TimeAsync(async () => bytes = (await product.Http.GetByteArrayAsync(link)).Length);
            if (i < 0)
                continue;
            reading.Add(read);
            page.Add(shown);
        }
        reading.Sort();
        page.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {stops:N0} | {bytes / 1024:N0} | {reading[Rounds / 2]:0.0} | {page[Rounds / 2]:0.0} | {page[^1]:0.0} |"));
    }

    private static Task<bool> FillAsync(ShopChange change, int stops)
    {
        var customer = new Customer { Language = "zh-CN", CreatedAt = change.Now };
        change.Db.Add(customer);
        for (var i = 0; i < stops; i++)
        {
            var (start, isReturn) = (9 + (3 * (i % 4)), i % 2 == 1);
            var order = new Order
            {
                Number = 1_000 + i, Token = $"token{i:D17}", Kind = Offer.Laundry, State = isReturn ? OrderState.Ready : OrderState.Accepted, CustomerId = customer.Id, Contact = "laundry:somebody",
                Handover = Handover.Collection, Payment = PaymentWay.OnDelivery, Name = "李小姐", Phone = "13800138000",
                Address = $"{Districts[i % Districts.Length]}南京西路{i + 1}号 2 栋 301 室", Note = i % 5 == 0 ? "别按门铃，放门口" : null,
                PickupArea = "centre", PickupDay = isReturn ? Day.AddDays(-2) : Day, PickupStart = new TimeOnly(start, 0), PickupEnd = new TimeOnly(start + 3, 0), PickupRoom = 2,
                TotalInMinor = 19_800, Currency = "CNY", PlacedAt = change.Now,
            };
            order.Lines.Add(new OrderLine
            {
                VariantId = Guid.NewGuid(), Product = new Localised("一袋洗", "Laundry bag"), Variant = new Localised("", ""), Unit = new Localised("袋", "bag"), Quantity = 2,
                PriceInMinor = 9_900, Position = 0,
            });
            change.Db.Add(order);
            if (isReturn)
            {
                change.Db.Add(new OrderReturn
                {
                    OrderId = order.Id, State = ReturnState.Booked, Room = 2, Area = "centre", Day = Day, Start = new TimeOnly(start, 0), End = new TimeOnly(start + 3, 0),
                    Leave = i % 4 == 1 ? HandedTo.Neighbour : null, LeaveWith = i % 4 == 1 ? "302张阿姨" : null,
                });
            }
        }
        return Task.FromResult(true);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
