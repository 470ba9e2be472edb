using ShopBot.Dialogs.Content;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Shifts;

namespace ShopBot.Dialogs.Shifts;

/// <summary>Reads how a shop's staff work from <c>dialogs/shops/{shop}/shifts.yaml</c>.</summary>
internal static class ShiftsContentReader
{
    private const int MostMinutes = 1440, MostSeconds = 600, MostMessages = 5;

    private const string AfterClosing = "end-after-closing-minutes", Remind = "ack-minutes", Escalate = "escalate-minutes", NoShow = "no-show-minutes",
        Undo = "undo-seconds", ToldAtOnce = "told-at-once", Few = "few-messages";

    /// <returns>Null where the shop has no such file, or nothing usable in it: then it is in the errors.</returns>
    public static ShiftRules? Read(string root, string shop, List<ContentError> errors)
    {
        var name = $"shops/{shop}/shifts.yaml";
        if (!File.Exists(Path.Combine(root, name)))
            return null;
        var (file, before) = (ContentFile.Read(root, name, errors), errors.Count);
        if (!file.IsReadable)
            return null;
        var top = new Fields(file, file.Top, "the shifts", [AfterClosing, Remind, Escalate, NoShow, Undo, ToldAtOnce, Few]);
        var rules = new ShiftRules(
            Minutes(top, AfterClosing), Minutes(top, Remind), Minutes(top, Escalate), Minutes(top, NoShow),
            TimeSpan.FromSeconds(top.Number(Undo, 0, MostSeconds) ?? 0), States(top), top.Number(Few, 0, MostMessages) ?? 0);
        return errors.Count == before ? rules : null;
    }

    private static TimeSpan Minutes(Fields top, string name) => TimeSpan.FromMinutes(top.Number(name, 1, MostMinutes) ?? 1);

    private static HashSet<OrderState> States(Fields top) => !top.Has(ToldAtOnce)
        ? []
        : [.. top.Words(ToldAtOnce).Select(word => top.Parse<OrderState>(ToldAtOnce, word)).OfType<OrderState>()];
}
