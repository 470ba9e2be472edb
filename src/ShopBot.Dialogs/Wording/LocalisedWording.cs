using ShopBot.Shops;

namespace ShopBot.Dialogs.Wording;

internal static class LocalisedWording
{
    public static string In(this Localised text, Voice voice) => voice.IsChinese ? text.Chinese : text.English;
}
