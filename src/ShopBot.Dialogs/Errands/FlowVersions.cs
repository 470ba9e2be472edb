using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;

namespace ShopBot.Dialogs.Errands;

/// <summary>An errand goes on only in the version it was begun with: an update of the program in between migrates it, or has it begin anew.</summary>
public static class FlowVersions
{
    /// <summary>What is written down of the errand under way, such as <c>ordering.1</c>; null = none is.</summary>
    public static string? NameOf(DialogContext dialogs) =>
        dialogs.ActiveDialog is { } active && dialogs.FindDialog(active.Id) is Errand errand ? NameOf(errand) : null;

    /// <param name="begunAs">As written down after the last turn; null in state from before versions were, which is version 1.</param>
    /// <returns>Whether the errand under way may go on. It is not touched where it may not.</returns>
    public static async Task<bool> FitsAsync(DialogContext dialogs, string? begunAs, CancellationToken ct)
    {
        if (dialogs.ActiveDialog is not { } active)
            return true;
        // A later version may have no such errand at all.
        if (dialogs.FindDialog(active.Id) is not Errand errand)
            return false;
        var from = VersionIn(begunAs, errand.Id);
        return from == errand.FlowVersion || (from < errand.FlowVersion && await errand.MigrateAsync(dialogs, from, ct));
    }

    private static string NameOf(Errand errand) => string.Create(CultureInfo.InvariantCulture, $"{errand.Id}.{errand.FlowVersion}");

    // What names another errand, or none that can be read, fits no version.
    private static int VersionIn(string? begunAs, string errandId)
    {
        if (begunAs is null)
            return 1;
        var dot = begunAs.LastIndexOf('.');
        return dot > 0 && begunAs.AsSpan(0, dot).SequenceEqual(errandId)
            && int.TryParse(begunAs.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : int.MaxValue;
    }
}
