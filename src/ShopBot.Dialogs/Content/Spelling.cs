using System.Text;

namespace ShopBot.Dialogs.Content;

/// <summary>Names as content files spell them, and the name somebody probably meant.</summary>
internal static class Spelling
{
    /// <summary><c>AskQuantity</c> as <c>ask-quantity</c>.</summary>
    public static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(name[i]));
        }
        return kebab.ToString();
    }

    /// <summary>A sentence naming the closest of the known names, or all of them where none is close.</summary>
    public static string DidYouMean(string written, IReadOnlyCollection<string> known)
    {
        var closest = known.MinBy(name => Distance(written, name));
        return closest is not null && Distance(written, closest) <= Math.Max(2, written.Length / 3)
            ? $"Did you mean '{closest}'?"
            : known.Count == 0 ? "Remove it." : $"Known here: {string.Join(", ", known)}.";
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
