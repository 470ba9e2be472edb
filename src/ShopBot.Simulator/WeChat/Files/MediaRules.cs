namespace ShopBot.Simulator.WeChat.Files;

/// <summary>What each type of temporary media may be.</summary>
internal static class MediaRules
{
    private const int Megabyte = 1 << 20;
    // Bytes of a narrow-band AMR frame (20 ms) by its mode, header included.
    private static readonly int[] AmrFrame = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1];

    public static bool IsType(string type) => type is "image" or "voice" or "video" or "thumb";

    /// <returns>0 and the format, or the platform's error code.</returns>
    public static int Check(string type, byte[] bytes, out FileFormat format)
    {
        format = FileFormat.Of(bytes) ?? FileFormat.Jpeg;
        if (bytes.Length == 0)
            return 44001;
        var known = FileFormat.Of(bytes) is not null;
        return type switch
        {
            "image" => bytes.Length > 10 * Megabyte ? 40009 : known && format.IsPicture ? 0 : 40137,
            "voice" => bytes.Length > 2 * Megabyte ? 40010 : !known || format != FileFormat.Amr && format != FileFormat.Mp3 ? 40005
                : format == FileFormat.Amr && AmrSeconds(bytes) > 60 ? 45007 : 0,
            "video" => bytes.Length > 10 * Megabyte ? 40011 : known && format == FileFormat.Mp4 ? 0 : 40005,
            _ => bytes.Length > 64 * 1024 ? 40012 : known && format == FileFormat.Jpeg ? 0 : 40005,
        };
    }

    private static double AmrSeconds(ReadOnlySpan<byte> bytes)
    {
        var frames = 0;
        for (var at = "#!AMR\n".Length; at < bytes.Length; at += AmrFrame[bytes[at] >> 3 & 0x0F])
            frames++;
        return frames * 0.02;
    }
}
