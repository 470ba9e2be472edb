using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;
using ShopBot.Web.Custody;
using ShopBot.Web.Media;

namespace ShopBot.Web;

public static class WebFeature
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages();
        // Chinese as it is: spelt in character references it is four times as long, and a day's sheet four times as slow.
        services.Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<EvidenceFile>();
        return services;
    }

    /// <summary>Maps the order pages <c>/o/{token}</c> with their evidence files, seal labels <c>/labels/{token}</c>, day sheets <c>/day-sheet/{token}</c> and the pictures <c>/m/{token}</c>.</summary>
    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder app)
    {
        app.MapRazorPages().WithSecurityHeaders();
        PictureEndpoint.Map(app);
        EvidenceEndpoint.Map(app);
        return app;
    }
}
