namespace Microsoft.Recognizers.Text.Choice;

/// <summary>How people say yes and no.</summary>
internal static class AnswerWords
{
    /// <summary>Longest first where one begins with another, so that 不是 is not read as 不 and 是.</summary>
    private static readonly (string Words, bool IsYes)[] Chinese =
    [
        ("没有问题", true), ("沒有問題", true), ("没问题", true), ("沒問題", true), ("不用了", false), ("不可以", false), ("不需要", false), ("不同意", false),
        ("不应该", false), ("不愿意", false), ("不确定", false), ("不是", false), ("不行", false), ("不要", false), ("不对", false), ("不對", false), ("不好", false),
        ("不用", false), ("不中", false), ("不必", false), ("不想", false), ("没有", false), ("沒有", false), ("没错", true), ("沒錯", true), ("否定", false),
        ("拒绝", false), ("拒絕", false), ("反对", false), ("取消", false), ("算了", false), ("别了", false), ("可以", true), ("可", true), ("同意", true), ("愿意", true),
        ("需要", true), ("确定", true), ("確定", true), ("确认", true), ("確認", true), ("当然", true), ("當然", true), ("必须", true), ("正确", true), ("肯定", true),
        ("是", true), ("对", true), ("對", true), ("好", true), ("行", true), ("中", true), ("要", true), ("成", true), ("嗯", true), ("恩", true),
        ("不", false), ("否", false), ("没", false),
    ];

    /// <summary>What follows a Chinese answer without changing it.</summary>
    private static readonly string[] ChineseTails =
        ["谢谢", "謝謝", "的", "了", "呀", "啊", "哇", "嘞", "啦", "吧", "呢", "哦", "喔", "噢", "嘛", "哈", "呐", "滴", "哒", "您", "你"];

    /// <summary>The answer this whole run of Han characters is: 好呀, 可以可以, 不用了谢谢. Null when it says more, or both.</summary>
    public static bool? ReadChinese(ReadOnlySpan<char> run)
    {
        bool? answer = null;
        while (!run.IsEmpty)
        {
            var length = 0;
            foreach (var (words, isYes) in Chinese)
            {
                if (!run.StartsWith(words, StringComparison.Ordinal))
                    continue;
                if (answer is { } before && before != isYes)
                    return null;
                (answer, length) = (isYes, words.Length);
                break;
            }

            if (length == 0 && (answer is null || (length = TailLength(run)) == 0))
                return null;
            run = run[length..];
        }

        return answer;
    }

    public static bool? ReadEnglish(ReadOnlySpan<char> word) => word switch
    {
        "true" or "yes" or "yep" or "yup" or "yeah" or "y" or "sure" or "ok" or "okay" or "agree" => true,
        "false" or "nope" or "nop" or "no" or "nah" or "n" or "disagree" => false,
        _ => null,
    };

    public static bool? ReadEmoji(ReadOnlySpan<char> symbol) => symbol switch
    {
        "👍" or "👌" or "✅" => true,
        "👎" or "✋" or "❌" or "🖐" => false,
        _ => null,
    };

    private static int TailLength(ReadOnlySpan<char> run)
    {
        foreach (var tail in ChineseTails)
        {
            if (run.StartsWith(tail, StringComparison.Ordinal))
                return tail.Length;
        }

        return 0;
    }
}
