using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Simulator.Control;

/// <summary>How the control API reads and writes JSON, whatever the host's own settings are.</summary>
internal static class ControlJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter<AccountKind>(), new JsonStringEnumConverter<PushMode>(), // as in the product's settings
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
        },
    };

    public static IResult Answer(object? value, int status = 200) => Results.Json(value, Options, statusCode: status);

    /// <exception cref="ControlProblem">The body is not the JSON asked for.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Options, request.HttpContext.RequestAborted)
                ?? throw new ControlProblem(400, "the body is null");
        }
        catch (JsonException broken)
        {
            throw new ControlProblem(400, $"the body does not fit: {broken.Message}");
        }
    }
}
