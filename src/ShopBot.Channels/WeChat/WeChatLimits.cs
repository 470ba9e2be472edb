namespace ShopBot.Channels.WeChat;

/// <summary>What the platform takes and gives. Numbers change over the years; they stand nowhere else.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/service, pages "Receiving messages", "Passive replies", "Customer-service messages", "Media" (2025, 2026).
/// "Practice" marks what public bots found and the pages do not say.</remarks>
internal static class WeChatLimits
{
    /// <summary>Ours: the largest push seen in practice is some 4 KiB, three times that in compatible mode.</summary>
    public const int PushBytes = 64 * 1024;

    /// <summary>Ours: the platform's own XML nests five deep.</summary>
    public const int PushDepth = 8;

    /// <summary>Ours: the platform's prompt shows at most three templates at once.</summary>
    public const int NoticesInEvent = 20;

    /// <summary>Practice: a longer text makes the platform show "service unavailable".</summary>
    public const int AnswerTextBytes = 2047;

    /// <summary>Practice: beyond it custom/send gives 45002.</summary>
    public const int ServiceTextBytes = 2048;

    public const int ArticlesAnsweringMessage = 1, ArticlesAnsweringEvent = 8;

    /// <summary>Ours: the platform's limits on msgmenu (45098, 45099) are unpublished; within these it has always been taken.</summary>
    public const int MenuItemsAtLeast = 2, MenuItemsAtMost = 6, MenuItemChars = 20, MenuHeadBytes = 1024;

    /// <summary>Calls a Beijing day of a new account; raised with its followers, the console shows the real figure (settings: Limits).</summary>
    public const int ServicePerDay = 500_000, TemplatePerDay = 100_000, UploadPerDay = 100_000;

    /// <summary>Codes made a Beijing day, and those without an end an account may have.</summary>
    public const int CodesPerDay = 100_000, PermanentCodes = 100_000;

    /// <summary>In one call that puts a tag on people, or takes it off.</summary>
    public const int PeopleToTag = 50;

    /// <summary>Of a code's scene.</summary>
    public const int SceneBytes = 64;

    public static readonly TimeSpan UploadLife = TimeSpan.FromDays(3);

    /// <summary>An upload with less left is made again, so that a message may wait a while in the outbox.</summary>
    public static readonly TimeSpan UploadMargin = TimeSpan.FromHours(12);

    /// <summary>Of pictures and films. The pages also say 2 MB of pictures; what is refused for its size goes as a link.</summary>
    public const int MediaBytes = 10 * 1024 * 1024;

    public const int VoiceBytes = 2 * 1024 * 1024, ThumbBytes = 64 * 1024;
    public static readonly TimeSpan VoiceLength = TimeSpan.FromSeconds(60);

    /// <summary>Ours: the largest JSON answer of a call we make is under 1 KiB.</summary>
    public const int AnswerBytes = 1024 * 1024;

    public const int AnswerDepth = 16;

    /// <summary>stable_token gives a new token from here on; the old one lives on meanwhile.</summary>
    public static readonly TimeSpan TokenMargin = TimeSpan.FromMinutes(5);

    /// <summary>force_refresh is refused more often (and beyond 20 a day).</summary>
    public static readonly TimeSpan ForcedTokenEvery = TimeSpan.FromSeconds(30);

    /// <summary>The person wrote: 5 messages in 48 h (20 until about 2023).</summary>
    public static readonly WeChatWindow Message = new("message", 5, TimeSpan.FromHours(48));

    /// <summary>Menu button, or a tap on a choice in a message. The pages count taps ("菜单消息") like the menu; so do we, though a tap arrives as a text.</summary>
    public static readonly WeChatWindow Menu = new("menu", 3, TimeSpan.FromMinutes(1));

    public static readonly WeChatWindow Follow = new("follow", 3, TimeSpan.FromMinutes(1));
    public static readonly WeChatWindow Scan = new("scan", 3, TimeSpan.FromMinutes(1));
}

/// <param name="Trigger">As stored with a contact point.</param>
/// <param name="Messages">Customer-service messages the platform takes in it.</param>
/// <param name="Lasts">From what the person did.</param>
internal sealed record WeChatWindow(string Trigger, int Messages, TimeSpan Lasts);
