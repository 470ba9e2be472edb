using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs.Sentences;

/// <summary>What a sentence is understood against.</summary>
/// <param name="Now">Wall-clock time at the shop.</param>
/// <param name="Hours">Settle whether "three o'clock" is in the afternoon.</param>
/// <param name="Culture">Language of the conversation, one of <see cref="Wording.Languages"/>; sentences may be in either or mixed.</param>
public sealed record SentenceSetting(DateTime Now, OpeningHours Hours, string Culture)
{
    public DateOnly Today => DateOnly.FromDateTime(Now);
}
