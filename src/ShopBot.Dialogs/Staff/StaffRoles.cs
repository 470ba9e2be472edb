using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Staff;
using static ShopBot.Dialogs.Staff.StaffTexts;

namespace ShopBot.Dialogs.Staff;

/// <summary>The roles of staff in words.</summary>
internal static class StaffRoles
{
    public static Text Name(StaffRole role) => role switch
    {
        StaffRole.Manager => new RoleManager(),
        StaffRole.Clerk => new RoleClerk(),
        StaffRole.Courier => new RoleCourier(),
        _ => new RoleLaundry(),
    };

    /// <summary>The role somebody typed, in whichever language.</summary>
    public static StaffRole? Read(ShopContent content, string typed)
    {
        var key = Heard.Key(typed);
        foreach (var role in Enum.GetValues<StaffRole>())
            if (content.Voices.Any(v => Heard.Key(v.Say(Name(role))) == key))
                return role;
        return null;
    }
}
