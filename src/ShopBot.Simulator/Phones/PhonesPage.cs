namespace ShopBot.Simulator.Phones;

/// <summary>The page with the phones.</summary>
internal static class PhonesPage
{
    private const string Html = "ShopBot.Simulator.Phones.phones.html";
    private static readonly byte[] Page = Read(Html);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(ControlPaths.Phones, http =>
    {
        // Names come from anybody, and pictures from wherever the account says: nothing but our own script may run.
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; img-src * data: blob:; media-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = Page.Length;
        return http.Response.Body.WriteAsync(Page, http.RequestAborted).AsTask();
    });

    private static byte[] Read(string name)
    {
        using var stream = typeof(PhonesPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
