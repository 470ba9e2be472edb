namespace Microsoft.Recognizers.Text;

/// <summary>One thing recognised in an utterance.</summary>
public class ModelResult
{
    /// <summary>The words as they were read; numbers show them in lower case and half width.</summary>
    public string Text { get; set; } = "";

    /// <summary>Index of the first character.</summary>
    public int Start { get; set; }

    /// <summary>Index of the last character, inclusive.</summary>
    public int End { get; set; }

    /// <summary>"number", "ordinal", "ordinal.relative", "boolean", "phonenumber", "currency", or "datetimeV2." and date, time, datetime, daterange, timerange, datetimerange, duration or set.</summary>
    public string TypeName { get; set; } = "";

    /// <summary>What the words mean; keys depend on <see cref="TypeName"/> ("values" for dates, else "value", null for a currency without an amount).</summary>
    public SortedDictionary<string, object> Resolution { get; set; } = new(StringComparer.Ordinal);
}
