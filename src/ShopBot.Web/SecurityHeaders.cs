using Microsoft.AspNetCore.Builder;

namespace ShopBot.Web;

/// <summary>Headers of every page we render: nothing from elsewhere runs, nobody frames it, no address leaks.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static TBuilder WithSecurityHeaders<TBuilder>(this TBuilder pages)
        where TBuilder : IEndpointConventionBuilder
    {
        pages.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = Policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                // What a customer's link shows belongs to that customer.
                headers.CacheControl = "no-store";
                headers["X-Robots-Tag"] = "noindex";
                return next(http);
            };
        });
        return pages;
    }
}
