using Microsoft.Recognizers.Text.Number;

namespace Microsoft.Recognizers.Text.NumberWithUnit;

/// <param name="End">Index after the last character.</param>
/// <param name="Value">In <paramref name="Unit"/>; null where it is only named.</param>
internal readonly record struct Money(int Start, int End, double? Value, CurrencyUnit Unit)
{
    public ModelResult ToResult(string folded)
    {
        var result = new ModelResult { Text = folded[Start..End], Start = Start, End = End - 1, TypeName = "currency" };
        result.Resolution["value"] = Value is { } value ? Amount.Format(value) : null!;
        result.Resolution["unit"] = Unit.Name;
        if (Unit.IsoCode is not null)
            result.Resolution["isoCurrency"] = Unit.IsoCode;
        return result;
    }
}
