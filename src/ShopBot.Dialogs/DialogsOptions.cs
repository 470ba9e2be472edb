using Microsoft.Extensions.Options;
using ShopBot.Dialogs.Content;

namespace ShopBot.Dialogs;

/// <summary>Where the shop's words are and how the shop is reached. Section "Dialogs" of appsettings.json.</summary>
public sealed class DialogsOptions
{
    /// <summary>The content folder; relative to the executable. Default <c>dialogs</c>.</summary>
    public string Path { get; set; } = "dialogs";

    /// <summary>Where customers reach the order pages, from the setting <c>PublicUrl</c>; without a slash at the end.</summary>
    public string PublicUrl { get; set; } = "http://localhost:5080";

    /// <summary>A conversation left this long begins again with a line saying where it stands. Default 1 hour.</summary>
    public TimeSpan RemindAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>An order left unfinished this long is only continued when the customer says so. Default 24 hours.</summary>
    public TimeSpan AskAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>So long a customer who complains waits for the shop at most, counted by day. Default 2 hours.</summary>
    public TimeSpan AnswerComplaintsWithin { get; set; } = TimeSpan.FromHours(2);

    internal string FullPath => System.IO.Path.GetFullPath(Path, AppContext.BaseDirectory);
}

/// <summary>Stops the start, with a line for each thing that is wrong in the content folder.</summary>
public sealed class DialogsOptionsCheck : IValidateOptions<DialogsOptions>
{
    public ValidateOptionsResult Validate(string? name, DialogsOptions options)
    {
        try
        {
            DialogContent.Read(options.FullPath);
            return ValidateOptionsResult.Success;
        }
        catch (ContentException wrong)
        {
            return ValidateOptionsResult.Fail(wrong.Errors.Select(e => e.ToString()));
        }
    }
}
