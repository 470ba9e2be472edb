using System.Buffers;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat;

/// <summary>Says what an account's settings lack, before anything is started with them.</summary>
public static class WeChatSettings
{
    private const int AppIdHex = 16, KeyChars = 43, SecretChars = 16, TemplateIdChars = 64;

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> PathLetters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <returns>Empty when the account can start.</returns>
    public static IReadOnlyList<SettingProblem> Problems(Account account)
    {
        var problems = new List<SettingProblem>();
        Check("AppId", IsAppId(account.AppId), account.AppId, "wx and 16 hex digits, from the platform's console");
        Check("OriginalId", IsOriginalId(account.OriginalId), account.OriginalId, "gh_ and the rest of the original id, from the platform's console");
        Check("Token", account.Token.Length is >= 3 and <= 32 && OnlyOf(account.Token, Letters), account.Token,
            "the 3 to 32 letters and digits entered in the platform's console");
        if (account.Mode != WrappingMode.Plain)
        {
            const string key = "the 43 letters and digits entered in the platform's console";
            Check("EncodingAESKey", IsKey(account.EncodingAESKey), account.EncodingAESKey, key);
            Check("PreviousEncodingAESKey", account.PreviousEncodingAESKey.Length == 0 || IsKey(account.PreviousEncodingAESKey), "x", key + ", or nothing");
        }
        if (account.Kind is AccountKind.VerifiedService or AccountKind.VerifiedSubscription)
            Check("AppSecret", account.AppSecret.Length > 0, account.AppSecret, "the AppSecret from the platform's console; messages cannot be pushed without it");
        if (account.PathSecret.Length > 0 || account.Mode == WrappingMode.Plain)
        {
            Check("PathSecret", account.PathSecret.Length >= SecretChars && OnlyOf(account.PathSecret, PathLetters), account.PathSecret,
                $"at least {SecretChars} random letters and digits (plain mode signs no bodies, so the address must be unguessable), or Mode Secure");
        }
        Check("ApiBase", account.ApiBase.Length == 0 || IsBase(account.ApiBase), account.ApiBase,
            "an https address, or http on this machine; nothing for the platform itself");
        CheckForms("Templates", account.Templates);
        CheckForms("Subscriptions", account.Subscriptions);
        CheckLimits(account.Limits);
        return problems;

        void CheckForms(string section, Dictionary<string, NoticeTemplate> forms)
        {
            foreach (var (notice, form) in forms)
            {
                Check($"{section}:{notice}:Id", form.Id.Length is > 0 and <= TemplateIdChars && OnlyOf(form.Id, PathLetters), form.Id,
                    "the template's id from the platform's console, 43 letters and digits");
                Check($"{section}:{notice}:Data", form.Data.Count > 0 && form.Data.Keys.All(keyword => keyword.Length is > 0 and <= 32), "",
                    "for each keyword of the template what stands there, such as Data:thing2 = {what}");
            }
        }

        void CheckLimits(AccountLimits limits) => Check("Limits",
            limits is { ServicePerDay: >= 0, TemplatePerDay: >= 0, SubscriptionPerDay: >= 0, UploadPerDay: >= 0, MessagesPerMinute: >= 0 }, "x", "numbers of 0 or more");

        void Check(string setting, bool isFine, string value, string write)
        {
            if (!isFine)
                problems.Add(new SettingProblem($"Accounts:{account.Name}:{setting}", value.Length == 0 ? "is missing" : "is not valid", write));
        }
    }

    private static bool IsAppId(string id) =>
        id.Length == 2 + AppIdHex && id.StartsWith("wx", StringComparison.Ordinal) && OnlyOf(id.AsSpan(2), Hex);

    private static bool IsOriginalId(string id) =>
        id.Length is > 3 and <= 64 && id.StartsWith("gh_", StringComparison.Ordinal) && OnlyOf(id.AsSpan(3), Letters);

    // 43 characters hold two bits more than the key; whatever they are, the platform and we ignore them.
    private static bool IsKey(string key) => key.Length == KeyChars && OnlyOf(key, Letters);

    private static bool IsBase(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static bool OnlyOf(ReadOnlySpan<char> text, SearchValues<char> letters) => !text.ContainsAnyExcept(letters);
}
