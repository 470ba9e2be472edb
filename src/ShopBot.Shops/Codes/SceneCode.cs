using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Codes;

/// <summary>A QR code of an account that says what brought whoever scans it.</summary>
public sealed class SceneCode : IOfShop
{
    public string ShopId { get; private set; } = "";

    /// <summary>The account whose code it is.</summary>
    public required string Account { get; init; }

    /// <summary>What the platform says of whoever scanned it; a product's code for a code that begins its order.</summary>
    public required string Scene { get; init; }

    /// <summary>As the manager named it.</summary>
    public required string Label { get; init; }

    /// <summary>The platform's name of it.</summary>
    public required string Ticket { get; init; }

    /// <summary>What its picture holds.</summary>
    public required string Address { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>People it brought: who scanned it before any other code and before a first order. A number alone, so it outlives those who left and are forgotten.</summary>
    public int Came { get; set; }
}

internal static class CodesModel
{
    public static void Configure(ModelBuilder model) => model.Entity<SceneCode>(code =>
    {
        code.ToTable("scene_code");
        code.HasKey(c => new { c.ShopId, c.Account, c.Scene });
    });

    /// <summary>Somebody came by a scene; without a code of ours by that scene nothing is counted.</summary>
    public static Task CountAsync(ShopDb db, string contact, string scene, CancellationToken ct)
    {
        var account = ContactPoint.Parse(contact).Account;
        return db.Codes.Where(c => c.Account == account && c.Scene == scene).ExecuteUpdateAsync(set => set.SetProperty(c => c.Came, c => c.Came + 1), ct);
    }
}
