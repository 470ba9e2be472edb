namespace Microsoft.Bot.Schema;

/// <summary>A name and what it stands for, one row of a <see cref="ReceiptCard"/>.</summary>
public class Fact
{
    public Fact()
    {
    }

    public Fact(string key = null, string value = null)
    {
        Key = key;
        Value = value;
    }

    public string Key { get; set; }
    public string Value { get; set; }
}
