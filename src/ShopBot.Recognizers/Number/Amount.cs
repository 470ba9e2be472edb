using System.Globalization;

namespace Microsoft.Recognizers.Text.Number;

internal enum AmountKind
{
    Integer,
    Decimal,
    Fraction,
    Power,
}

/// <summary>A number found in a text.</summary>
/// <param name="End">Index after the last character.</param>
internal readonly record struct Amount(int Start, int End, double Value, AmountKind Kind)
{
    /// <summary>Fifteen significant digits, the invariant way of writing: what a double holds for certain.</summary>
    public static string Format(double value) => value.ToString("G15", CultureInfo.InvariantCulture);

    public ModelResult ToResult(string folded)
    {
        var result = new ModelResult { Text = folded[Start..End], Start = Start, End = End - 1, TypeName = "number" };
        result.Resolution["subtype"] = Kind switch
        {
            AmountKind.Decimal => "decimal",
            AmountKind.Fraction => "fraction",
            AmountKind.Power => "power",
            _ => "integer",
        };
        result.Resolution["value"] = Format(Value);
        return result;
    }
}
