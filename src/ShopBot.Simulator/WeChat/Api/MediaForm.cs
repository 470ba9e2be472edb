using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Reads an upload as narrowly as the platform, which chokes on forms that other servers take.</summary>
internal static class MediaForm
{
    /// <returns>The part <c>media</c> and what describes it, or null and what is wrong with the form.</returns>
    public static async Task<(UploadedPart? Part, string Problem)> ReadAsync(ApiCall call)
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
            (byte[] Bytes, string Name)? found = null;
            string? description = null;
            while (await form.ReadNextSectionAsync() is { } part)
            {
                var disposition = part.ContentDisposition ?? "";
                if (disposition.Contains("name=\"description\"", StringComparison.Ordinal))
                    description = await part.ReadAsStringAsync();
                if (!disposition.Contains("name=\"media\"", StringComparison.Ordinal))
                    continue;
                if (!disposition.Contains("; filename=\"", StringComparison.Ordinal))
                    return (null, "the part media has no quoted filename");
                using var bytes = new MemoryStream();
                await part.Body.CopyToAsync(bytes);
                var name = disposition.AsSpan(disposition.IndexOf("; filename=\"", StringComparison.Ordinal) + "; filename=\"".Length);
                found = (bytes.ToArray(), name[..Math.Max(name.IndexOf('"'), 0)].ToString());
            }
            if (found is { } media)
                return (new UploadedPart(media.Bytes, media.Name, description), "");
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return (null, "the form is cut short");
        }
        return (null, "no part with name=\"media\" in quotes");
    }
}

/// <param name="Description">What the form says about a film, as JSON.</param>
internal sealed record UploadedPart(byte[] Bytes, string FileName, string? Description);
