using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Codes;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Faq;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Pieces;
using ShopBot.Shops.Prepaid;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Shifts;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Staff;
using ShopBot.Shops.Undoing;

namespace ShopBot.Shops;

/// <summary>The shop's own tables, seen through the wall of one shop.</summary>
/// <param name="shop">Name of the shop; rows of others are neither read nor written.</param>
public sealed class ShopDb(DbContextOptions<ShopDb> options, string shop) : DbContext(options)
{
    public string Shop { get; } = shop;

    public DbSet<Product> Products => Set<Product>();
    public DbSet<Variant> Variants => Set<Variant>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<CustomerContact> Contacts => Set<CustomerContact>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<OrderCounter> OrderCounters => Set<OrderCounter>();
    public DbSet<PrepaidEntry> PrepaidEntries => Set<PrepaidEntry>();
    public DbSet<PrepaidClaim> PrepaidClaims => Set<PrepaidClaim>();
    public DbSet<SceneCode> Codes => Set<SceneCode>();
    public DbSet<PickupSlot> PickupSlots => Set<PickupSlot>();
    public DbSet<Finding> Findings => Set<Finding>();
    public DbSet<Deadline> Deadlines => Set<Deadline>();
    public DbSet<PickupHold> PickupHolds => Set<PickupHold>();
    public DbSet<PickupWait> PickupWaits => Set<PickupWait>();
    public DbSet<PickupMove> PickupMoves => Set<PickupMove>();
    public DbSet<CustodyEntry> CustodyEntries => Set<CustodyEntry>();
    public DbSet<CustodyPhoto> CustodyPhotos => Set<CustodyPhoto>();
    public DbSet<SealCounter> SealCounters => Set<SealCounter>();
    public DbSet<Shift> Shifts => Set<Shift>();
    public DbSet<Fetch> Fetches => Set<Fetch>();
    public DbSet<FetchAttempt> FetchAttempts => Set<FetchAttempt>();
    public DbSet<RecentMove> RecentMoves => Set<RecentMove>();
    public DbSet<OrderReturn> Returns => Set<OrderReturn>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<StaffCode> StaffCodes => Set<StaffCode>();
    public DbSet<StaffCodeTries> StaffCodeTries => Set<StaffCodeTries>();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A row of another shop was about to be written.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        StandGuard();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A row of another shop was about to be written.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StandGuard();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite neither orders nor compares offsets.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<Guid>().HaveConversion<GuidText>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        CatalogModel.Configure(modelBuilder);
        CustomersModel.Configure(modelBuilder);
        CodesModel.Configure(modelBuilder);
        OrderingModel.Configure(modelBuilder);
        PickupsModel.Configure(modelBuilder);
        ReturnsModel.Configure(modelBuilder);
        DeadlinesModel.Configure(modelBuilder);
        CustodyModel.Configure(modelBuilder);
        PiecesModel.Configure(modelBuilder);
        PrepaidModel.Configure(modelBuilder);
        InspectionsModel.Configure(modelBuilder);
        StaffModel.Configure(modelBuilder);
        ShiftsModel.Configure(modelBuilder);
        RoundsModel.Configure(modelBuilder);
        UndoingModel.Configure(modelBuilder);
        FaqModel.Configure(modelBuilder);
        // Ids are made where the row is made; a generated one would have EF take a new child for a stored one.
        foreach (var id in modelBuilder.Model.GetEntityTypes().Select(type => type.FindProperty("Id")).OfType<IMutableProperty>())
            id.ValueGenerated = ValueGenerated.Never;
        BuildWall<Product>(modelBuilder);
        BuildWall<Variant>(modelBuilder);
        BuildWall<Customer>(modelBuilder);
        BuildWall<CustomerContact>(modelBuilder);
        BuildWall<SceneCode>(modelBuilder);
        BuildWall<Order>(modelBuilder);
        BuildWall<OrderLine>(modelBuilder);
        BuildWall<OrderCharge>(modelBuilder);
        BuildWall<OrderStep>(modelBuilder);
        BuildWall<OrderPhoto>(modelBuilder);
        BuildWall<OrderCounter>(modelBuilder);
        BuildWall<PickupSlot>(modelBuilder);
        BuildWall<OrderReturn>(modelBuilder);
        BuildWall<ReturnHandover>(modelBuilder);
        BuildWall<Deadline>(modelBuilder);
        BuildWall<PickupHold>(modelBuilder);
        BuildWall<PickupWait>(modelBuilder);
        BuildWall<PickupMove>(modelBuilder);
        BuildWall<CustodyEntry>(modelBuilder);
        BuildWall<CustodyPhoto>(modelBuilder);
        BuildWall<SealCounter>(modelBuilder);
        BuildWall<OrderPiece>(modelBuilder);
        BuildWall<PrepaidEntry>(modelBuilder);
        BuildWall<PrepaidClaim>(modelBuilder);
        BuildWall<Finding>(modelBuilder);
        BuildWall<StaffMember>(modelBuilder);
        BuildWall<StaffCode>(modelBuilder);
        BuildWall<StaffCodeTries>(modelBuilder);
        BuildWall<Shift>(modelBuilder);
        BuildWall<Fetch>(modelBuilder);
        BuildWall<FetchAttempt>(modelBuilder);
        BuildWall<RecentMove>(modelBuilder);
        BuildWall<UnansweredQuestion>(modelBuilder);
    }

    private void BuildWall<T>(ModelBuilder model)
        where T : class, IOfShop
    {
        model.Entity<T>().HasQueryFilter(row => row.ShopId == Shop);
        // Then every UPDATE and DELETE asks for the shop too: an id alone, however come by, changes no row of another.
        model.Entity<T>().Property(row => row.ShopId).IsConcurrencyToken();
    }

    private void StandGuard()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            var owner = entry.Property(nameof(IOfShop.ShopId));
            if (entry.State == EntityState.Added && owner.CurrentValue is null or "")
                owner.CurrentValue = Shop;
            if ((string?)owner.CurrentValue != Shop || (entry.State != EntityState.Added && (string?)owner.OriginalValue != Shop))
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of shop '{owner.CurrentValue}' cannot be written for shop '{Shop}'.");
        }
    }

    private sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));

    private sealed class GuidText() : ValueConverter<Guid, string>(id => id.ToString("N"), text => Guid.ParseExact(text, "N"));
}
