using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Customers;

internal static class CustomersModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Customer>().ToTable("customer");
        model.Entity<CustomerContact>(contact =>
        {
            contact.ToTable("customer_contact");
            contact.HasKey(c => new { c.ShopId, c.Contact });
            contact.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId);
        });
    }
}
