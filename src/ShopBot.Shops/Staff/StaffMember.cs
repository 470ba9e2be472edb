using System.Text.Json.Serialization;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Staff;

[JsonConverter(typeof(JsonStringEnumConverter<StaffRole>))]
public enum StaffRole
{
    /// <summary>May also bind and revoke others.</summary>
    Manager,
    Clerk,
    Courier,
    Laundry,
}

/// <summary>Somebody who works for the shop, bound to the contact point they work from.</summary>
public sealed class StaffMember : IOfShop
{
    private StaffMember() { }

    public StaffMember(ContactPoint contact, string name, StaffRole role, DateTimeOffset boundAt) =>
        (Contact, Name, Role, BoundAt) = (contact.ToString(), name, role, boundAt);

    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";

    /// <summary><c>account:user</c>.</summary>
    public string Contact { get; private set; } = "";

    public string Name { get; set; } = "";
    public StaffRole Role { get; set; }
    public DateTimeOffset BoundAt { get; private set; }

    /// <summary>Null while they work here.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A code that binds one person as staff.</summary>
public sealed class StaffCode : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";

    /// <summary>Key of the request it was issued for; a repeat of the request replaces the code.</summary>
    public required string IssuedFor { get; init; }

    /// <summary>The code itself is shown once and not stored.</summary>
    public required byte[] Salt { get; set; }

    public required byte[] Hash { get; set; }
    public required StaffRole Role { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>Wrong codes somebody tried.</summary>
public sealed class StaffCodeTries : IOfShop
{
    public string ShopId { get; private set; } = "";
    public required string Contact { get; init; }
    public int Wrong { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
}
