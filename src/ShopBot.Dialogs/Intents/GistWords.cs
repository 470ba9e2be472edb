namespace ShopBot.Dialogs.Intents;

/// <summary>Days, hours and figures as people write them. Only to hide them from the comparison; what they mean the recognisers tell.</summary>
internal static class GistWords
{
    private static readonly string[] Days =
    [
        "今天", "今日", "今儿", "明天", "明日", "明儿", "后天", "大后天", "周末", "下周", "下星期", "下礼拜", "这周", "这个周末", "本周", "月底", "年前",
        "today", "tomorrow", "tmr", "tmrw", "tomoro", "tonight", "tmrow", "the day after tomorrow", "day after tomorrow", "this weekend", "weekend", "next week", "this week",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri",
    ];

    private static readonly string[] Hours =
    [
        "早上", "上午", "中午", "下午", "晚上", "傍晚", "晚些", "一早", "今晚", "明早", "明晚", "点钟", "点半", "点前", "点后",
        "this morning", "this afternoon", "this evening", "in the morning", "in the afternoon", "in the evening", "morning", "afternoon", "evening", "noon", "am", "pm", "a.m.", "p.m.",
        "oclock", "o'clock",
    ];

    private static readonly string[] Past =
    [
        "昨天", "昨日", "昨晚", "前天", "大前天", "上周", "上星期", "上礼拜", "上个月", "前几天", "那天", "yesterday", "last week", "last night", "the other day", "last month",
    ];

    private static readonly string[] Numbers =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "couple", "half",
    ];

    private static readonly string[] Pleased =
        ["😊", "😀", "😄", "😁", "😃", "🥰", "😍", "😘", "🙏", "👍", "❤️", "❤", "💕", "🌹", "🌸", "😂", "🤗", "👏", "💖", "😉", "✨", "🎉", "👋", "😜", "^_^", ":)"];

    private static readonly string[] Displeased = ["😡", "🤬", "😠", "😤", "👎", "💢", "😒", "🙄", "😞", "😭", "😢", "😩", "😫", "😑", "💩", "🖕", ":("];

    public static IEnumerable<(string Word, char Mark)> All { get; } =
    [
        .. Days.Select(w => (w, Placeholder.Day)), .. Hours.Select(w => (w, Placeholder.Hour)), .. Past.Select(w => (w, Placeholder.Past)),
        .. Numbers.Select(w => (w, Placeholder.Number)), .. Pleased.Select(w => (w, Placeholder.Pleased)), .. Displeased.Select(w => (w, Placeholder.Displeased)),
        .. from before in (string[])["", "下", "这", "本"] from week in (string[])["周", "星期", "礼拜"] from day in "一二三四五六日天" select (before + week + day, Placeholder.Day),
    ];
}
