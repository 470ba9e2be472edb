namespace ShopBot.Dialogs;

/// <summary>Who a person is to the shop: kept with the user's state, so that most turns ask no database for it.</summary>
public sealed class Visitor
{
    public Guid CustomerId { get; set; }

    /// <summary>Culture name, one of <see cref="Wording.Languages"/>.</summary>
    public string Language { get; set; } = Wording.Languages.English;

    /// <summary>Null where the person is no staff, or not known as such yet.</summary>
    public Guid? StaffId { get; set; }

    public bool IsManager { get; set; }

    /// <summary>Staff who want to be treated as a customer for a while.</summary>
    public bool AsCustomer { get; set; }

    /// <summary>Number of the order placed last; 0 = none. Answers a confirmation that comes twice.</summary>
    public int LastOrder { get; set; }

    public bool ActsAsStaff => StaffId is not null && !AsCustomer;
}
