using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Customers;

/// <summary>A person to the shop. What they told us last is offered again, never used unasked.</summary>
public sealed class Customer : IOfShop
{
    public Guid Id { get; internal init; } = RowId.New();
    public string ShopId { get; private set; } = "";

    /// <summary>zh-CN or en-US.</summary>
    public string Language { get; set; } = "zh-CN";

    public string? Name { get; set; }

    /// <summary>As <see cref="PhoneNumbers.Read"/> writes it.</summary>
    public string? Phone { get; set; }

    public string? Address { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while they may be sent offers, news and surveys; what concerns their orders they are told in any case.</summary>
    public DateTimeOffset? OffersDeclinedAt { get; set; }
}

/// <summary>One way to a customer: a contact point of one account.</summary>
public sealed class CustomerContact : IOfShop
{
    private CustomerContact() { }

    public CustomerContact(ContactPoint contact, Guid customerId) => (Contact, CustomerId) = (contact.ToString(), customerId);

    public string ShopId { get; private set; } = "";

    /// <summary><c>account:user</c>.</summary>
    public string Contact { get; private set; } = "";

    public Guid CustomerId { get; private set; }

    /// <summary>What brought them: the scene of the first code scanned before the first order; null = they came by themselves.</summary>
    public string? Source { get; set; }

    /// <summary>Where the platform has them of the account's <see cref="Audiences"/>, as far as we know; null = in none.</summary>
    public string? Audience { get; set; }

    /// <summary>When they followed last, by the platform's clock; null where it never said so.</summary>
    public DateTimeOffset? FollowedAt { get; set; }

    /// <summary>Null while they follow the account.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    public DateTimeOffset MetAt { get; init; }
}
