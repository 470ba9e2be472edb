namespace ShopBot.Dialogs.Content;

/// <summary>One thing wrong with a content file, said so that the shopkeeper can mend it.</summary>
/// <param name="File">Path below the dialogs folder, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Mend">What to write instead.</param>
public sealed record ContentError(string File, int Line, string What, string Mend)
{
    public override string ToString() => $"{File}:{Line}: {What} {Mend}";
}

/// <summary>Content that cannot be used; every error found is listed, not only the first.</summary>
public sealed class ContentException(IReadOnlyList<ContentError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<ContentError> Errors { get; } = errors;
}
