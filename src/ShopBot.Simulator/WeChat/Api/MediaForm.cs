using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Reads an upload as narrowly as the platform, which chokes on forms that other servers take.</summary>
internal static class MediaForm
{
    /// <returns>The bytes of the part <c>media</c>, or null and what is wrong with the form.</returns>
    public static async Task<(byte[]? Bytes, string Problem)> ReadAsync(ApiCall call)
    {
        if (!MediaTypeHeaderValue.TryParse(call.Request.ContentType, out var contentType)
            || !contentType.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return (null, "the body is not multipart/form-data");
        var boundary = contentType.Boundary.ToString();
        if (boundary.Length == 0)
            return (null, "no boundary");
        if (boundary[0] == '"')
            return (null, "the boundary is quoted");
        try
        {
            var form = new MultipartReader(boundary, new MemoryStream(call.Body));
            while (await form.ReadNextSectionAsync() is { } part)
            {
                var disposition = part.ContentDisposition ?? "";
                if (!disposition.Contains("name=\"media\"", StringComparison.Ordinal))
                    continue;
                if (!disposition.Contains("; filename=\"", StringComparison.Ordinal))
                    return (null, "the part media has no quoted filename");
                using var bytes = new MemoryStream();
                await part.Body.CopyToAsync(bytes);
                return (bytes.ToArray(), "");
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return (null, "the form is cut short");
        }
        return (null, "no part with name=\"media\" in quotes");
    }
}
