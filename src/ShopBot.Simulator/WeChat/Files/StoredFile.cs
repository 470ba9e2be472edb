namespace ShopBot.Simulator.WeChat.Files;

/// <summary>Bytes the platform keeps under a media id.</summary>
/// <param name="Type">image, voice, video or thumb.</param>
/// <param name="ExpiresAt">From then on the API answers 40007; phones go on showing it.</param>
internal sealed record StoredFile(string MediaId, string Account, string Type, FileFormat Format, byte[] Bytes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>What a file is by its content.</summary>
internal sealed record FileFormat(string Extension, string ContentType)
{
    public static readonly FileFormat Jpeg = new("jpg", "image/jpeg"), Png = new("png", "image/png"), Gif = new("gif", "image/gif"),
        Amr = new("amr", "audio/amr"), Mp3 = new("mp3", "audio/mpeg"), Mp4 = new("mp4", "video/mp4");

    public bool IsPicture => this == Jpeg || this == Png || this == Gif;

    /// <returns>Null for anything the platform does not take.</returns>
    public static FileFormat? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => Gif,
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => Amr,
        [(byte)'I', (byte)'D', (byte)'3', ..] => Mp3,
        [0xFF, >= 0xE0, ..] => Mp3,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Mp4,
        _ => null,
    };
}
