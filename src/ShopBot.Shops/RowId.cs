namespace ShopBot.Shops;

/// <summary>Ids of rows: UUIDs of version 7 that rise strictly within this program, so that rows of one moment sort as they were made.</summary>
internal static class RowId
{
    private const int CounterBits = 12;

    /// <summary>Milliseconds since 1970 and, below them, the counter that follows the version.</summary>
    private static long _last;

    public static Guid New()
    {
        long last, next;
        do
        {
            last = Volatile.Read(ref _last);
            // Ids want the machine's time: the shop's clock may be moved back. A full counter runs on into the next millisecond.
            next = Math.Max(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() << CounterBits, last + 1);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);

        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next >> CounterBits)).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | ((next >> 8) & 0x0F));
        bytes[7] = (byte)next;
        return new Guid(bytes, bigEndian: true);
    }
}
