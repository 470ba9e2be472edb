using System.Text.Json;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>The <c>offset</c> and <c>count</c> of calls that list things.</summary>
internal static class Paging
{
    public static bool TryRead(ApiCall call, int most, out int offset, out int count)
    {
        count = 0;
        return TryNumber(call, "offset", out offset) && offset >= 0 && TryNumber(call, "count", out count) && count >= 1 && count <= most;
    }

    private static bool TryNumber(ApiCall call, string name, out int number)
    {
        number = 0;
        return ApiCall.ChildOf(call.Json, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out number);
    }
}
