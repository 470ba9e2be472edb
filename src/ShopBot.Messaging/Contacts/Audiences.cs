namespace ShopBot.Messaging.Contacts;

/// <summary>The groups of people who see a menu of their own. On the platform each is a tag of this name; a person carries one of them or none.</summary>
public static class Audiences
{
    /// <summary>Customers who speak the language that is not the shop's.</summary>
    public const string OtherLanguage = "shopbot-other-language";

    public const string Staff = "shopbot-staff";

    public const string StaffInOtherLanguage = "shopbot-staff-other-language";

    public static IReadOnlyList<string> All { get; } = [OtherLanguage, Staff, StaffInOtherLanguage];

    /// <returns>Null for who sees the shop's usual menu.</returns>
    public static string? Of(bool isStaff, bool speaksShopsLanguage) => (isStaff, speaksShopsLanguage) switch
    {
        (true, true) => Staff,
        (true, false) => StaffInOtherLanguage,
        (false, true) => null,
        (false, false) => OtherLanguage,
    };
}
