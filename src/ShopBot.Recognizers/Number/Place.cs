using System.Globalization;

namespace Microsoft.Recognizers.Text.Number;

/// <summary>A place in a row, counted from the start ("third"), the end ("last but one") or where one is ("next").</summary>
/// <param name="End">Index after the last character.</param>
internal readonly record struct Place(int Start, int End, double Offset, PlaceOrigin Origin)
{
    public ModelResult ToResult(string folded)
    {
        var offset = Amount.Format(Offset);
        var origin = Origin switch { PlaceOrigin.End => "end", PlaceOrigin.Current => "current", _ => "start" };
        var result = new ModelResult
        {
            Text = folded[Start..End],
            Start = Start,
            End = End - 1,
            TypeName = Origin == PlaceOrigin.Start ? "ordinal" : "ordinal.relative",
        };
        result.Resolution["offset"] = offset;
        result.Resolution["relativeTo"] = origin;
        result.Resolution["value"] = Origin == PlaceOrigin.Start
            ? offset
            : string.Create(CultureInfo.InvariantCulture, $"{origin}{(Offset < 0 ? "" : "+")}{offset}");
        return result;
    }
}

internal enum PlaceOrigin
{
    Start,
    End,
    Current,
}
