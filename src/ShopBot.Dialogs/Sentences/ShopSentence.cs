using ShopBot.Shops.Catalog;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Sentences;

/// <summary>What a person said to a shop, as far as it was understood. README.md in this folder says how it is read.</summary>
/// <remarks>Every part of a sentence counts once; nothing is guessed that was not said.</remarks>
public sealed record ShopSentence
{
    /// <summary>Longer texts are not read; characters.</summary>
    public const int LongestText = 500;

    /// <summary>Nothing was understood.</summary>
    public static ShopSentence Nothing { get; } = new();

    /// <summary>Goods in the order in which they were named.</summary>
    public IReadOnlyList<SaidItem> Items { get; init; } = [];

    /// <summary>The day wanted, today or later.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The time of day wanted.</summary>
    public WantedWindow? Window { get; init; }

    /// <summary>The other reading of <see cref="Window"/> where the opening hours allow both: "9点" may be 09:00 or 21:00. Null = it is settled.</summary>
    public WantedWindow? OrWindow { get; init; }

    /// <summary>An address or place, as written.</summary>
    public string? Place { get; init; }

    /// <summary>As <see cref="Shops.Customers.PhoneNumbers.Read"/> gives it.</summary>
    public string? Phone { get; init; }

    /// <summary>Further wishes for the handling, as written; several are joined by a comma.</summary>
    public string? Wish { get; init; }

    /// <summary>The way of handing over that was named.</summary>
    public Handover? Handover { get; init; }

    /// <summary>Whether it changes what was said before: "改到后天", "再加一袋".</summary>
    public bool IsChange { get; init; }

    /// <summary>What was said and cannot be.</summary>
    public IReadOnlyList<SentenceTrouble> Troubles { get; init; } = [];

    /// <summary>What is left once everything understood is taken out; empty where that is all.</summary>
    public string Rest { get; init; } = "";

    /// <summary>Whether a day or a time was said, be it an impossible one.</summary>
    public bool SaysWhen => Day is not null || Window is not null || Troubles.Any(t => t.Kind is not TroubleKind.SeveralProducts);

    /// <summary>Whether anything for an order was understood.</summary>
    public bool IsEmpty => Items.Count == 0 && !SaysWhen && Place is null && Phone is null && Wish is null && Handover is null && Troubles.Count == 0;

    /// <summary>Makes the tables of the recognisers, which takes the first reading in each language some tenths of a second. Later calls cost a reading.</summary>
    public static void Prepare()
    {
        var setting = new SentenceSetting(new DateTime(2026, 1, 5, 10, 0, 0), Shops.Settings.OpeningHours.Unknown, Wording.Languages.All[0]);
        foreach (var said in (ReadOnlySpan<string>)["明天下午三点送两袋到南京西路100号，电话13800138000", "2 bags tomorrow at 3pm to 100 Nanjing West Road, call 13800138000"])
            _ = Read(said, new Catalogue([]), setting);
    }

    /// <param name="said">Any text; null and what is too long give <see cref="Nothing"/>. Never throws for what people type.</param>
    public static ShopSentence Read(string? said, Catalogue shelf, SentenceSetting setting) => SentenceReader.Read(said, shelf, setting);
}

/// <summary>What an item of a sentence does to the order.</summary>
public enum ItemChange
{
    /// <summary>It is wanted; nothing was said of what was ordered before.</summary>
    None,

    /// <summary>So many more: "再加一袋".</summary>
    Add,

    /// <summary>Not wanted any more, or so many less: "不要鞋了".</summary>
    Remove,

    /// <summary>This and not what was said before: "改成三袋".</summary>
    Set,
}

/// <summary>Goods named in a sentence.</summary>
/// <param name="Variant">Null = none was named.</param>
/// <param name="Quantity">1 or more; null = none was said, or <see cref="BadQuantity"/>.</param>
/// <param name="IsNamed">False where only its unit was said: "two bags".</param>
/// <param name="BadQuantity">A number that nobody can order: 0.5, -2, 1000000; null = none such.</param>
public sealed record SaidItem(
    CatalogueProduct Product, CatalogueVariant? Variant, int? Quantity, bool IsNamed = true, ItemChange Change = ItemChange.None, double? BadQuantity = null);

public enum TroubleKind
{
    /// <summary>There is no such day: 30 February.</summary>
    ImpossibleDay,

    /// <summary>There is no such time: 25:61.</summary>
    ImpossibleTime,

    /// <summary>The day or time is over.</summary>
    Past,

    /// <summary>What was named may be one of several products.</summary>
    SeveralProducts,
}

/// <param name="Said">The words, as written.</param>
/// <param name="Products">What it may be, for <see cref="TroubleKind.SeveralProducts"/>.</param>
/// <param name="Quantity">Of what it may be; null = none was said.</param>
public sealed record SentenceTrouble(TroubleKind Kind, string Said, IReadOnlyList<CatalogueProduct> Products, int? Quantity = null)
{
    public SentenceTrouble(TroubleKind kind, string said)
        : this(kind, said, [])
    {
    }
}
