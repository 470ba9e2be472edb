namespace Microsoft.Recognizers.Text.Number;

[Flags]
public enum NumberOptions
{
    None = 0,
}
