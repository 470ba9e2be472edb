using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ShopBot.Dialogs.Content;

/// <summary>Holds what the dialogs folder says now; read again on demand while the program runs.</summary>
public sealed class ContentBook
{
    private readonly DialogsOptions _options;
    private readonly ILogger<ContentBook> _log;
    private volatile DialogContent _current;
    private volatile IReadOnlyList<ContentError> _errors = [];

    /// <exception cref="ContentException">The folder cannot be used as it is.</exception>
    public ContentBook(IOptions<DialogsOptions> options, ILogger<ContentBook> log)
    {
        _options = options.Value;
        _log = log;
        _current = DialogContent.Read(_options.FullPath);
        // The start goes on meanwhile; whoever is quicker with the first message waits for the rest of it.
        _ = Task.Run(_current.Learn);
    }

    /// <summary>The last good content.</summary>
    public DialogContent Current => _current;

    /// <summary>New content is in use; raised after a reload that was taken.</summary>
    public event Action? Changed;

    /// <summary>What was wrong at the last reload; empty when it was taken. For the console.</summary>
    public IReadOnlyList<ContentError> Errors => _errors;

    /// <summary>Reads the folder again. With errors the content stays as it is.</summary>
    /// <returns>What is wrong; empty when the new content is in use.</returns>
    public IReadOnlyList<ContentError> Reload()
    {
        try
        {
            var content = DialogContent.Read(_options.FullPath);
            content.Learn();
            _current = content;
            _errors = [];
        }
        catch (ContentException wrong)
        {
            foreach (var error in wrong.Errors)
                _log.LogWarning("Content kept as it was: {Error}", error);
            return _errors = wrong.Errors;
        }
        Changed?.Invoke();
        return [];
    }
}
