namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>The rules of one language over its tokens.</summary>
internal interface IDateGrammar
{
    /// <summary>The longest expression that starts at a token; null when none does.</summary>
    When? Read(int token);
}
