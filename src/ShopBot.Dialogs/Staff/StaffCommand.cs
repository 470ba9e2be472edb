using System.Globalization;
using ShopBot.Dialogs.Custody;
using ShopBot.Dialogs.Hearing;

namespace ShopBot.Dialogs.Staff;

/// <summary>What a staff message asks for: the word, the order it is about, and what stands behind.</summary>
/// <param name="Number">The order named, else the one looked at last; null where there is neither.</param>
/// <param name="Rest">Without word and number, as typed; empty where nothing is left.</param>
public sealed record StaffCommand(StaffWord Word, int? Number, string Rest)
{
    /// <returns>Null where the message begins with no staff word.</returns>
    public static StaffCommand? Read(Visit visit, int lastOrder)
    {
        int? current = lastOrder > 0 ? lastOrder : null;
        if (visit.Content.StaffWords.Find(visit.Key) is { } alone)
            return new StaffCommand(alone, current, "");
        if (!visit.Content.StaffWords.TryBeginning(visit.Key, out var word, out var rest))
            return null;
        if (word is StaffWord.Stock or StaffWord.Revoke or StaffWord.Code or StaffWord.CloseWindows or StaffWord.ReopenWindows
            or StaffWord.TopUp or StaffWord.CorrectBalance or StaffWord.CardBalance or StaffWord.ClaimBalance
            or StaffWord.Round or StaffWord.DaySheet)
            return new StaffCommand(word, null, AsTyped(visit, rest));
        if (CustodyWords.StaffWords.Contains(word))
            return CustodySaying.NamesBag(rest) ? new StaffCommand(word, null, AsTyped(visit, rest)) : null;
        var blank = rest.IndexOf(' ', StringComparison.Ordinal);
        var first = (blank < 0 ? rest : rest[..blank]).TrimStart('#').TrimEnd('号');
        var behind = blank < 0 ? "" : AsTyped(visit, rest[(blank + 1)..]);
        if (first.Length is > 0 and <= 9 && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            // "封签 20" wants labels, "封签 12 E0231" seals a bag.
            return new StaffCommand(word == StaffWord.Labels && behind.Length > 0 ? StaffWord.Seal : word, number, behind);
        // "决定 12B 照常洗": the letter of a finding goes with what stands behind.
        if (word is StaffWord.Settle or StaffWord.Withdraw && first is [.. var digits, >= 'a' and <= 'z' and var letter]
            && digits.Length is > 0 and <= 9 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return new StaffCommand(word, number, $"{letter} {behind}".TrimEnd());
        return TakesMore(word) ? new StaffCommand(word, current, AsTyped(visit, rest)) : null;
    }

    /// <summary>How a word is written in the language of the turn.</summary>
    public static string WordFor(Visit visit, StaffWord word)
    {
        var words = visit.Content.StaffWords.WordsFor(word);
        return words.FirstOrDefault(w => char.IsAscii(w[0]) != visit.Voice.IsChinese) ?? words[0];
    }

    private static bool TakesMore(StaffWord word) => word is StaffWord.Seal or StaffWord.Ship or StaffWord.NewStaff or StaffWord.Bind or StaffWord.Charge or StaffWord.Discount;

    // Words are compared in lower case, but names and numbers are kept as typed.
    private static string AsTyped(Visit visit, string rest)
    {
        var at = visit.Said.IndexOf(rest, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? rest : visit.Said.Substring(at, rest.Length).Trim();
    }
}
