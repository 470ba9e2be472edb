using System.ComponentModel.DataAnnotations;

namespace ShopBot.Messaging.Outbox;

/// <summary>How the outbox drains. Section "Outbox" of appsettings.json.</summary>
public sealed class OutboxOptions
{
    /// <summary>Sends under way at once for one account; also the most that a crash can leave undecided. Default 4.</summary>
    [Range(1, 64)]
    public int MaxParallel { get; set; } = 4;

    /// <summary>A status nobody could be told by then is no longer sent; the order page still shows it. Default 3 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan StatusLife { get; set; } = TimeSpan.FromDays(3);

    /// <summary>The same for the bot's and staff's replies and for alerts to staff. Default 24 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan ReplyLife { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long sends under way may take to end when the program stops. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(10);

    public TimeSpan LifeOf(MessageClass messageClass) => messageClass is MessageClass.Status or MessageClass.Money ? StatusLife : ReplyLife;
}
