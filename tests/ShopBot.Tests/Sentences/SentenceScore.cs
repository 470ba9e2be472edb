using System.Globalization;
using System.Text;
using ShopBot.Dialogs.Sentences;

namespace ShopBot.Tests.Sentences;

/// <summary>Counts which slots of labelled sentences were found: precision, recall and F1 for each kind and in total.</summary>
internal sealed class SentenceScore
{
    private readonly SortedDictionary<string, (int Hit, int Found, int There)> _kinds = new(StringComparer.Ordinal);
    private int _intents, _intentHits;

    /// <summary>What went wrong, a line each.</summary>
    public List<string> Misses { get; } = [];

    public double F1 => F(_kinds.Values.Aggregate((Hit: 0, Found: 0, There: 0), (a, k) => (a.Hit + k.Hit, a.Found + k.Found, a.There + k.There)));

    /// <summary>Null while no intent was told.</summary>
    public double? IntentAccuracy => _intents == 0 ? null : (double)_intentHits / _intents;

    /// <param name="intent">As the classifier has it; null where nobody was asked.</param>
    public void Add(LabelledSentence label, ShopSentence read, string? intent)
    {
        var found = Slots(read, withItems: TakesItems(label.Intent));
        foreach (var (name, value) in found)
        {
            var kind = name.Split(' ')[0];
            var isRight = label.Slots.TryGetValue(name, out var meant) && Same(kind, meant, value);
            Count(kind, isRight ? 1 : 0, 1, 0);
            if (!isRight)
                Misses.Add($"{label.File}:{label.Line} {label.Say} | {name}: '{value}', meant '{meant}'");
        }
        foreach (var (name, value) in label.Slots.Where(s => TakesItems(label.Intent) || s.Key.Split(' ') is not ["product" or "variant" or "quantity" or "how", ..]))
        {
            Count(name.Split(' ')[0], 0, 0, 1);
            if (!found.ContainsKey(name))
                Misses.Add($"{label.File}:{label.Line} {label.Say} | {name}: nothing, meant '{value}'");
        }
        if (intent is null)
            return;
        _intents++;
        _intentHits += intent == label.Intent ? 1 : 0;
        if (intent != label.Intent)
            Misses.Add($"{label.File}:{label.Line} {label.Say} | intent {intent}, meant {label.Intent}");
    }

    public override string ToString()
    {
        var table = new StringBuilder();
        foreach (var (kind, score) in _kinds)
            table.AppendLine(CultureInfo.InvariantCulture,
                $"  {kind,-9} precision {Part(score.Hit, score.Found):0.000}  recall {Part(score.Hit, score.There):0.000}  F1 {F(score):0.000}  ({score.There})");
        table.AppendLine(CultureInfo.InvariantCulture, $"  all       F1 {F1:0.000}");
        if (IntentAccuracy is { } accuracy)
            table.AppendLine(CultureInfo.InvariantCulture, $"  intent    {accuracy:0.000}  ({_intents})");
        return table.ToString();
    }

    // Elsewhere goods are merely mentioned.
    private static bool TakesItems(string intent) => intent is "order" or "change" or "pickup" or "cancel";

    private static Dictionary<string, string> Slots(ShopSentence read, bool withItems)
    {
        var slots = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in withItems ? read.Items : [])
            LabelledSentence.AddItem(slots, item.Product.Code, item.Variant?.Code,
                item.BadQuantity is not null ? "invalid" : item.Quantity?.ToString(CultureInfo.InvariantCulture),
                item.Change == ItemChange.None ? null : item.Change.ToString().ToLowerInvariant());
        if (read.Day is { } day)
            slots["day"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (read.Window is { } window)
            slots["window"] = read.OrWindow is null ? window.ToString() : $"{window}?";
        if (read.Place is { } place)
            slots["place"] = place;
        if (read.Phone is { } phone)
            slots["phone"] = phone;
        if (read.Wish is { } wish)
            slots["wish"] = wish;
        return slots;
    }

    private void Count(string kind, int hit, int found, int there)
    {
        var score = _kinds.GetValueOrDefault(kind);
        _kinds[kind] = (score.Hit + hit, score.Found + found, score.There + there);
    }

    private static bool Same(string kind, string meant, string found) => kind switch
    {
        "place" => Fold(meant) == Fold(found),
        "wish" => Fold(meant) is var a && Fold(found) is var b && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)),
        "phone" => Digits(meant) is var a && Digits(found) is var b && (a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal)),
        "window" => meant.Replace(" ", "", StringComparison.Ordinal) == found,
        _ => meant == found,
    };

    private static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);

    private static string Fold(string text) => new([.. text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static double F((int Hit, int Found, int There) score) => score.Found + score.There == 0 ? 1 : 2.0 * score.Hit / (score.Found + score.There);

    private static double Part(int hit, int of) => of == 0 ? 1 : (double)hit / of;
}
