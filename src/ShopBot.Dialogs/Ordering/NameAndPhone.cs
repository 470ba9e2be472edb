using System.Text.RegularExpressions;
using ShopBot.Shops.Customers;

namespace ShopBot.Dialogs.Ordering;

/// <summary>Parts a name from the telephone number that came with it: "李小姐 13800138000".</summary>
internal static partial class NameAndPhone
{
    /// <returns>The name as typed and no number where there is none, or nothing but a number.</returns>
    public static (string Name, string? Phone) Split(string typed)
    {
        if (Number().Match(typed) is not { Success: true } number || PhoneNumbers.Read(number.Value) is not { } phone)
            return (typed, null);
        var name = Label().Replace(typed.Remove(number.Index, number.Length), " ").Trim(' ', ',', '，', '、', '。', '.', ':', '：', ';', '；', '-', '/');
        return name.Length == 0 ? (typed, null) : (name, phone);
    }

    [GeneratedRegex(@"\+?[0-9][0-9 \-]{5,18}[0-9]")]
    private static partial Regex Number();

    [GeneratedRegex(@"(联系)?(电话|手机)(号码?)?(是|:|：)?|\b(my )?(tel|phone|mobile|cell|number)( number| no\.?)?( is|:)?(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
