namespace ShopBot.Channels.WeChat;

/// <summary>How long a recording lasts, by its own frames: the platform refuses voice messages of more than a minute.</summary>
internal static class WeChatRecording
{
    private const int FrameMilliseconds = 20;

    // Bytes of a frame by its type, without the byte that names it.
    private static readonly int[] Narrow = [12, 13, 15, 17, 19, 20, 26, 31, 5, 6, 5, 5, 0, 0, 0, 0];
    private static readonly int[] Wide = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0];

    private static readonly int[] Mpeg1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    private static readonly int[] Mpeg2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];

    /// <returns>Null where the bytes are no AMR or MP3 that can be measured.</returns>
    public static TimeSpan? LengthOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("#!AMR-WB\n"u8))
            return OfFrames(bytes[9..], Wide);
        if (bytes.StartsWith("#!AMR\n"u8))
            return OfFrames(bytes[6..], Narrow);
        return OfMp3(bytes);
    }

    private static TimeSpan OfFrames(ReadOnlySpan<byte> frames, int[] sizes)
    {
        var count = 0;
        for (var at = 0; at < frames.Length; at += 1 + sizes[(frames[at] >> 3) & 0x0F])
            count++;
        return TimeSpan.FromMilliseconds((long)count * FrameMilliseconds);
    }

    // By the rate of the first frame; recordings of phones keep one rate.
    private static TimeSpan? OfMp3(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("ID3"u8) && bytes.Length > 10)
        {
            var tag = 10 + ((bytes[6] << 21) | (bytes[7] << 14) | (bytes[8] << 7) | bytes[9]);
            bytes = tag < bytes.Length ? bytes[tag..] : [];
        }

        if (bytes is not [0xFF, var version, var rate, ..] || (version & 0xE0) != 0xE0)
            return null;
        var kilobits = ((version & 0x08) != 0 ? Mpeg1 : Mpeg2)[rate >> 4];
        return kilobits == 0 ? null : TimeSpan.FromMilliseconds(bytes.Length * 8L / kilobits);
    }
}
