namespace ShopBot.Messaging.Media;

/// <summary>Tells a file's type by its first bytes; headers and names are claims.</summary>
public static class MediaType
{
    /// <summary>What WeChat gives out and takes at the most.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <exception cref="MediaRefusedException">Empty, too large, or none of the types a chat carries.</exception>
    public static string Require(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new MediaRefusedException("The file is empty.");
        if (bytes.Length > MaxBytes)
            throw new MediaRefusedException($"The file has {bytes.Length:N0} bytes; at most {MaxBytes:N0} are kept.");
        return Find(bytes) ?? throw new MediaRefusedException("The file is no JPEG, PNG or GIF picture, no AMR or MP3 recording and no MP4 video.");
    }

    private static string? Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => "audio/amr",
        [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFB or 0xF3 or 0xF2, ..] => "audio/mpeg",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] when IsMp4(brand) => "video/mp4",
        _ => null,
    };

    /// <summary>The same box also begins HEIC and AVIF pictures and QuickTime films, which chats do not show.</summary>
    private static bool IsMp4(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("iso"u8) || brand.StartsWith("mp4"u8) || brand.StartsWith("avc1"u8) || brand.StartsWith("M4V "u8)
        || brand.StartsWith("MSNV"u8) || brand.StartsWith("3gp"u8);
}
