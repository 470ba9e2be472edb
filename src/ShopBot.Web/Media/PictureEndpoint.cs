using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ShopBot.Messaging.Media;

namespace ShopBot.Web.Media;

/// <summary>GET /m/{token}: a picture, for as long as its link lasts.</summary>
internal static class PictureEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/m/{token}", ShowAsync);

    private static async Task<IResult> ShowAsync(string token, IMedia media, HttpContext http, CancellationToken ct)
    {
        if (media.ReadLink(token) is not { } id || await media.FindAsync(id, ct) is not { } file)
            return Results.NotFound();

        // The type was seen in the bytes; nosniff keeps browsers from seeing another.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, max-age=86400";
        return Results.Bytes(file.Bytes, file.ContentType);
    }
}
