using System.Diagnostics.CodeAnalysis;

namespace ShopBot.Messaging.Contacts;

/// <summary>One person as one account sees them: the address of every message in and out.</summary>
/// <remarks>Written <c>account:user</c>. It is the conversation's id, the outbox lane and, in braces, the Redis hash tag.</remarks>
/// <param name="Account">Name of the account in the settings; letters, digits and dashes.</param>
/// <param name="UserId">The platform's id of the person, as the platform spells it (WeChat: 28 characters, case matters).</param>
public readonly record struct ContactPoint(string Account, string UserId)
{
    public override string ToString() => $"{Account}:{UserId}";

    /// <exception cref="FormatException">No colon, or nothing on one side of it.</exception>
    public static ContactPoint Parse(string text) =>
        TryParse(text, out var point) ? point : throw new FormatException($"'{text}' is no contact point (account:user).");

    public static bool TryParse([NotNullWhen(true)] string? text, out ContactPoint point)
    {
        point = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon <= 0 || colon == text!.Length - 1)
            return false;
        point = new ContactPoint(text[..colon], text[(colon + 1)..]);
        return true;
    }
}
