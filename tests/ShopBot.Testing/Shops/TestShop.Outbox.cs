using System.Text.Json;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Testing.Shops;

public sealed partial class TestShop
{
    /// <summary>What the shop owes people, in the order it was added.</summary>
    public IReadOnlyList<OwedMessage> Outbox => Database.Read(db => db.Query(
        "SELECT lane_key, kind, class, payload, dedupe_key FROM message ORDER BY id",
        row => new OwedMessage(
            ContactPoint.Parse(row.GetString(0)), row.GetString(1), Enum.Parse<MessageClass>(row.GetString(2)), row.GetFieldValue<byte[]>(3), row.GetString(4))));

    /// <summary>The facts of one kind with their addressees.</summary>
    public IReadOnlyList<(ContactPoint To, T Fact)> Owed<T>()
        where T : IOutboxPayload => [.. Outbox.Where(m => m.Kind == T.Kind).Select(m => (m.To, m.Read<T>()))];
}

/// <summary>One row of the outbox.</summary>
public sealed record OwedMessage(ContactPoint To, string Kind, MessageClass Class, byte[] Payload, string DedupeKey)
{
    public T Read<T>() => JsonSerializer.Deserialize<T>(Payload, JsonSerializerOptions.Web)!;
}
