using System.ComponentModel.DataAnnotations;

namespace ShopBot.Messaging.Turns;

/// <summary>How a message in is worked off. Section "Turns" of appsettings.json.</summary>
public sealed class TurnOptions
{
    /// <summary>A turn not done by then answers later, through the outbox. WeChat drops the request after 5 s. Default 4.5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:04.900")]
    public TimeSpan Guard { get; set; } = TimeSpan.FromSeconds(4.5);

    /// <summary>A turn that takes longer has failed: nothing of it is kept, and it is begun again. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:30:00")]
    public TimeSpan Limit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an event is remembered; older ones are refused. Default 72 h.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan RecordLife { get; set; } = TimeSpan.FromHours(72);

    /// <summary>How long the state of a conversation nobody continues is kept. Default 90 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan StateLife { get; set; } = TimeSpan.FromDays(90);
}
