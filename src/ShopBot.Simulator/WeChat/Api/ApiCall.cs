using System.Text;
using System.Text.Json;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>One call of an account's software, read and attributed.</summary>
/// <param name="Account">Null where neither token nor AppID names one.</param>
/// <param name="Token">As sent, valid or not.</param>
internal sealed record ApiCall(HttpRequest Request, byte[] Body, OfficialAccount? Account, string? Token)
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 32 };

    /// <summary>The body, once <see cref="TryReadJson"/> succeeded.</summary>
    public JsonElement Json { get; private set; }

    /// <summary>Pushes that tell the account later what became of this call.</summary>
    public List<Pushing.Push> Jobs { get; } = [];

    /// <summary>Whether an openid is one of another account.</summary>
    public required Func<string, bool> IsElsewhere { get; init; }

    /// <summary>The job this call starts shall fail.</summary>
    public bool JobFails { get; init; }

    /// <summary>Only for calls whose token was checked.</summary>
    public OfficialAccount Caller => Account!;

    public string Query(string name) => Request.Query[name].ToString();

    /// <returns>0 or the platform's error code.</returns>
    /// <param name="refuseEscapes">The code for letters written as <c>\uXXXX</c>; 0 where they are taken.</param>
    public int TryReadJson(int refuseEscapes)
    {
        if (Body.Length == 0)
            return 44002;
        try
        {
            Json = JsonDocument.Parse(Body, Shallow).RootElement;
        }
        catch (JsonException)
        {
            return 47001;
        }
        if (Json.ValueKind != JsonValueKind.Object)
            return 47001;
        return refuseEscapes != 0 && HasEscapedLetters(Encoding.UTF8.GetString(Body)) ? refuseEscapes : 0;
    }

    /// <summary>A text of the body; null when it is absent or something else.</summary>
    public string? Text(string name) => TextOf(Json, name);

    public static string? TextOf(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static JsonElement ChildOf(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    // Only escapes of non-ASCII letters: of \u003c and the like nobody has complained.
    private static bool HasEscapedLetters(string json)
    {
        for (var at = json.IndexOf('\\'); at >= 0 && at + 1 < json.Length; at = json.IndexOf('\\', at))
        {
            if (json[at + 1] == 'u' && at + 6 <= json.Length && Convert.ToInt32(json.Substring(at + 2, 4), 16) > 0x7F)
                return true;
            at += 2;
            if (at >= json.Length)
                return false;
        }
        return false;
    }
}
