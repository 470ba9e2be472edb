namespace Microsoft.Recognizers.Text.NumberWithUnit;

/// <summary>A currency ("Chinese yuan"), a name several share ("Dollar"), or a part of one ("Cent").</summary>
/// <param name="IsoCode">Three letters; null where the name does not settle it, or the currency is not in circulation.</param>
internal sealed record CurrencyUnit(string Name, string? IsoCode, IReadOnlyList<CurrencyPart> Parts)
{
    /// <summary>How many of a part make one; 0 when it is no part of this. 角 and 分 are said of every currency that has hundredths.</summary>
    public int CountOf(CurrencyUnit part)
    {
        var hasHundredths = false;
        foreach (var (name, perUnit) in Parts)
        {
            if (name == part.Name)
                return perUnit;
            hasHundredths |= perUnit == 100;
        }

        return !hasHundredths ? 0 : part.Name switch { "Jiao" => 10, "Fen" => 100, _ => 0 };
    }
}

/// <param name="PerUnit">How many make one unit; 10, 100 or 1000.</param>
internal readonly record struct CurrencyPart(string Name, int PerUnit);

[Flags]
internal enum WordUse
{
    After = 0,

    /// <summary>May stand before the number: $, USD, 人民币.</summary>
    Before = 1,

    /// <summary>Means the currency without a number, too.</summary>
    Alone = 2,

    /// <summary>An everyday word unless in capitals: TRY, ALL.</summary>
    InCapitals = 4,

    /// <summary>Means the currency without a number if in capitals.</summary>
    AloneInCapitals = 8,
}

/// <summary>A way to write a unit.</summary>
/// <param name="Scale">1e6 in MUSD.</param>
internal sealed record UnitWord(CurrencyUnit Unit, WordUse Use, double Scale = 1);
