using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs that can begin each other by id.</summary>
public class DialogSet
{
    private readonly IStatePropertyAccessor<DialogState>? _dialogState;
    private readonly Dictionary<string, Dialog> _dialogs = new(StringComparer.Ordinal);
    private string? _version;

    /// <summary>A set inside a dialog, which keeps the state itself.</summary>
    public DialogSet()
    {
    }

    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        _dialogState = dialogState;
    }

    /// <summary>Adds a dialog. If another one has its id, it gets a number behind it; the same one again changes nothing.</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (!_dialogs.TryAdd(dialog.Id, dialog))
        {
            if (ReferenceEquals(_dialogs[dialog.Id], dialog))
                return this;
            var suffix = 2;
            while (_dialogs.ContainsKey(Numbered(dialog.Id, suffix)))
                suffix++;
            dialog.Id = Numbered(dialog.Id, suffix);
            _dialogs.Add(dialog.Id, dialog);
        }

        _version = null;
        return this;
    }

    /// <exception cref="InvalidOperationException">The set was made without a place to keep the state.</exception>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_dialogState is null)
            throw new InvalidOperationException("This DialogSet was made without an IStatePropertyAccessor, so it has no stack of its own.");

        var state = await _dialogState.GetAsync(turnContext, static () => new DialogState(), cancellationToken).ConfigureAwait(false);
        return new DialogContext(this, turnContext, state);
    }

    /// <returns>Null when there is none of that id.</returns>
    public Dialog Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
            throw new ArgumentNullException(nameof(dialogId));
        return _dialogs.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    /// <summary>Changes when one of the dialogs changes its version.</summary>
    public virtual string GetVersion()
    {
        if (_version is not null)
            return _version;

        var versions = new StringBuilder();
        foreach (var (id, dialog) in _dialogs)
            versions.Append(id).Append('|').Append(dialog.GetVersion()).Append('\n');
        return _version = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(versions.ToString())));
    }

    private static string Numbered(string id, int suffix) => id + suffix.ToString(CultureInfo.InvariantCulture);
}
