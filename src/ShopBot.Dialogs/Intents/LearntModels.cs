using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Dialogs.Intents;

/// <summary>Models learnt before, by what they were learnt from: content that is read again without a new example is not learnt again.</summary>
internal static class LearntModels
{
    private const int Most = 16;

    private static readonly Lock Gate = new();
    private static readonly LinkedList<(string Print, Lazy<IntentModel> Model)> Newest = [];

    public static Lazy<IntentModel> Find(IReadOnlyList<IntentExample> examples, Gist gist)
    {
        var print = Print(examples, gist);
        lock (Gate)
        {
            for (var node = Newest.First; node is not null; node = node.Next)
                if (node.Value.Print == print)
                    return node.Value.Model;
            var model = new Lazy<IntentModel>(() => IntentModel.Learn(examples, gist));
            Newest.AddFirst((print, model));
            if (Newest.Count > Most)
                Newest.RemoveLast();
            return model;
        }
    }

    private static string Print(IReadOnlyList<IntentExample> examples, Gist gist)
    {
        var text = new StringBuilder(gist.Print);
        foreach (var example in examples)
            text.Append('\n').Append((int)example.Intent).Append(' ').Append(example.Said);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
