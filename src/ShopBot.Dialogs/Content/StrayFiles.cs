using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Content;

/// <summary>Finds wording files nobody would ever read: a misspelt folder or language must not pass in silence.</summary>
internal sealed class StrayFiles(string root, List<ContentError> errors)
{
    private static readonly string[] FileNames =
        [.. Languages.All.Select(l => $"wording.{l}.yaml"), "words.yaml"];

    public void Check()
    {
        CheckFeatures("");
        foreach (var shop in DialogContent.ShopsIn(root))
            CheckFeatures($"shops/{shop}/");
    }

    private void CheckFeatures(string folder)
    {
        foreach (var directory in Directory.EnumerateDirectories(Path.Combine(root, folder)))
        {
            var feature = Path.GetFileName(directory)!;
            foreach (var path in Directory.EnumerateFiles(directory, "word*.y*ml"))
            {
                var file = Path.GetFileName(path)!;
                var name = $"{folder}{feature}/{file}";
                if (!FileNames.Contains(file, StringComparer.Ordinal))
                    errors.Add(new ContentError(name, 1, "No file of this name is read.", Spelling.DidYouMean(file, FileNames)));
                else if (!TextKey.Features.Contains(feature, StringComparer.Ordinal))
                    errors.Add(new ContentError(name, 1, $"There is no feature '{feature}'.", Spelling.DidYouMean(feature, TextKey.Features)));
            }
        }
    }
}
