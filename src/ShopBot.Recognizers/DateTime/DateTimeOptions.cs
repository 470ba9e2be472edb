namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>How dates are read; there is one way at present.</summary>
public enum DateTimeOptions
{
    None = 0,
}
