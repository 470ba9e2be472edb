using ShopBot.Dialogs.Content;
using ShopBot.Shops.Returns;

namespace ShopBot.Dialogs.Returns;

/// <summary>Reads how a shop brings clean laundry back from <c>dialogs/shops/{shop}/returns.yaml</c>.</summary>
internal static class ReturnsContentReader
{
    private const int MostHours = 720, MostMinutes = 1440, MostAttempts = 20, MostPieces = 10_000;

    private static readonly string[] Known = ["remind-after-hours", "tell-staff-after-hours", "ask-again-after-hours", "remind-before-minutes", "attempts", "most-pieces"];

    /// <returns>Null where the shop has no such file, or nothing usable in it: then it is in the errors.</returns>
    public static ReturnRules? Read(string root, string shop, List<ContentError> errors)
    {
        var name = $"shops/{shop}/returns.yaml";
        if (!File.Exists(Path.Combine(root, name)))
            return null;
        var (file, before) = (ContentFile.Read(root, name, errors), errors.Count);
        if (!file.IsReadable)
            return null;
        if (!File.Exists(Path.Combine(root, $"shops/{shop}/pickups.yaml")))
            file.Wrong(file.Top, "Clothes come back in the windows of pickups.yaml, and there is none.", "Write pickups.yaml beside this file, or take this file away.");
        var top = new Fields(file, file.Top, "the returns", Known);
        var rules = new ReturnRules(
            Hours(top, "remind-after-hours"), Hours(top, "tell-staff-after-hours"), Hours(top, "ask-again-after-hours"), top.Number("attempts", 1, MostAttempts) ?? 1,
            TimeSpan.FromMinutes(top.Number("remind-before-minutes", 0, MostMinutes) ?? 0), top.Number("most-pieces", 1, MostPieces) ?? 1);
        return errors.Count == before ? rules : null;
    }

    private static TimeSpan Hours(Fields fields, string name) => TimeSpan.FromHours(fields.Number(name, 1, MostHours) ?? 1);
}
