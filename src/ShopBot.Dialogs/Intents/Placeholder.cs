namespace ShopBot.Dialogs.Intents;

/// <summary>What stands in a gist for figures, days and names: of private use, so that nobody can type them.</summary>
internal static class Placeholder
{
    public const char Number = '\uE000', Phone = '\uE001', Product = '\uE002', Unit = '\uE003', Day = '\uE004', Hour = '\uE005', Past = '\uE006',
        Pleased = '\uE007', Displeased = '\uE008', Variant = '\uE009';

    /// <summary>The sign of the first group of words that are alike; the others follow.</summary>
    public const char FirstGroup = '\uE100';
    public const int MostGroups = 0x0800;
}
