using System.Runtime.CompilerServices;

namespace Microsoft.Bot.Builder;

/// <summary>Arguments as the SDK checks them.</summary>
internal static class Required
{
    /// <exception cref="ArgumentNullException">Nothing, or nothing but blanks: to the SDK that is the same.</exception>
    public static void Text(string? text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new ArgumentNullException(name);
    }
}
