namespace Microsoft.Recognizers.Text.Sequence;

/// <summary>What stands around a row of digits and makes it something else: a code, an amount, a time, an account.</summary>
internal static class PhoneSurroundings
{
    /// <summary>Characters looked back for a word that names the number; enough for "my account number is: ".</summary>
    private const int LookBack = 32;
    private const string MoneySigns = "$¥￥€£₩元圆圓块塊";

    /// <summary>Words that name another kind of number; those with false only together with "number", "no", "id" or "code".</summary>
    private static readonly (string Word, bool Alone)[] English =
    [
        ("account", true), ("card", true), ("ssn", true), ("iban", true), ("passport", true), ("qq", true), ("order", false), ("invoice", false),
        ("tracking", false), ("serial", false), ("ticket", false), ("reference", false), ("verification", false),
    ];

    private static readonly string[] Chinese =
        ["账号", "帐号", "賬號", "帳號", "账户", "帳戶", "卡号", "卡號", "单号", "單號", "编号", "編號", "证号", "證號", "学号", "工号", "序列号", "验证码", "驗證碼", "取件码", "qq号", "qq"];

    public static bool ForbidStart(in Utterance text, in DigitGroup first)
    {
        var at = first.Start;
        var (before, earlier) = (text[at - 1], text[at - 2]);
        var startsByDigit = !first.HasPlus && !first.InBrackets;
        return (startsByDigit && IsAlphabetic(before)) || before is '_' or '#' or '+' || MoneySigns.Contains(before, StringComparison.Ordinal) ||
               (Utterance.IsDigit(earlier) && (before == ':' || (before == ',' && first.Digits == 3))) || (first.HasPlus && (Utterance.IsDigit(before) || before == ')')) ||
               (before is '/' or '=' or '\\' && (IsAlphabetic(earlier) || earlier is '/')) || NamesAnotherNumber(text, at);
    }

    public static bool ForbidEnd(in Utterance text, in DigitGroup last)
    {
        var at = last.End;
        var (after, later) = (text[at], text[at + 1]);
        return IsAlphabetic(after) || Utterance.IsDigit(after) || after is '_' or '@' or '%' || (after is '+' && later is '(' or >= '0' and <= '9') ||
               MoneySigns.Contains(after == ' ' ? later : after, StringComparison.Ordinal) || (Utterance.IsDigit(later) && (after == ':' || (after == ',' && last.Digits <= 3))) ||
               (after == ' ' && IsHexadecimal(text, at + 1));
    }

    /// <summary>"D9", as bytes are written; the digits before it are bytes, too.</summary>
    private static bool IsHexadecimal(in Utterance text, int position) =>
        text[position] is >= 'a' and <= 'f' && (Utterance.IsDigit(text[position + 1]) || text[position + 1] is >= 'a' and <= 'f') && !char.IsLetterOrDigit(text[position + 2]);

    private static bool NamesAnotherNumber(in Utterance text, int position)
    {
        var words = text.Text[Math.Max(0, position - LookBack)..position].TrimEnd(" :#=是为為.");
        if (words.EndsWith(" is", StringComparison.Ordinal))
            words = words[..^3].TrimEnd();
        foreach (var word in Chinese)
        {
            if (words.EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        var named = false;
        foreach (var word in (ReadOnlySpan<string>)["number", "num", "no", "id", "code"])
        {
            if (!EndsWithWord(words, word))
                continue;
            words = words[..^word.Length].TrimEnd();
            named = true;
            break;
        }

        foreach (var (word, alone) in English)
        {
            if ((alone || named) && EndsWithWord(words, word))
                return true;
        }

        return false;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> words, string word) =>
        words.EndsWith(word, StringComparison.Ordinal) && (words.Length == word.Length || !Utterance.IsWordLetter(words[^(word.Length + 1)]));

    /// <summary>A letter a number cannot stand against; kana and hangul are written without blanks.</summary>
    private static bool IsAlphabetic(char c) => Utterance.IsWordLetter(c) && c < '\u2E80';
}
