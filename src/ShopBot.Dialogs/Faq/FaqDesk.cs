using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Faq;
using static ShopBot.Dialogs.Faq.FaqTexts;

namespace ShopBot.Dialogs.Faq;

/// <summary>Answers questions from what the shop has written, asks which one is meant, and keeps what it could not answer for the shopkeeper.</summary>
public sealed class FaqDesk(CatalogueReader catalogue, NoteUnanswered noteUnanswered, UnansweredReader unanswered)
{
    private const float Alike = 0.5f, VeryAlike = 0.72f, Lead = 0.06f, Possible = 0.22f;
    private const int MostOffered = 3, MostListed = 20;

    /// <summary>The entry a message surely asks for; null where none, or more than one, could be meant.</summary>
    public static FaqEntry? Sure(Visit visit)
    {
        var matches = visit.Content.Faq.Read(visit.Said);
        if (matches.Count == 0 || matches[0].Likeness < Alike)
            return null;
        return matches.Count == 1 || matches[0].Likeness >= VeryAlike || matches[0].Likeness - matches[1].Likeness >= Lead ? matches[0].Entry : null;
    }

    /// <summary>The entries a message may ask for, the likeliest first; empty where none comes near.</summary>
    public static IReadOnlyList<FaqEntry> Perhaps(Visit visit) =>
        [.. visit.Content.Faq.Read(visit.Said).Where(m => m.Likeness >= Possible).Take(MostOffered).Select(m => m.Entry)];

    /// <summary>What an entry is called where it is offered.</summary>
    public static string LabelOf(Visit visit, FaqEntry entry) => entry.Questions[visit.Voice.Language][0];

    /// <returns>Null where a fact of the answer is not known.</returns>
    public async Task<Text?> AnswerAsync(Visit visit, FaqEntry entry, CancellationToken ct)
    {
        var facts = new FaqFacts(visit, await catalogue.ReadAsync(visit.Shop, ct), visit.Said);
        return entry.Answers[visit.Voice.Language].Fill(facts.Of) is { } words ? new Answer(words) : null;
    }

    /// <summary>Keeps the question for the shopkeeper.</summary>
    public Task NoteAsync(Visit visit, CancellationToken ct) =>
        noteUnanswered.RunAsync(visit.Shop, visit.NextKey("note-unanswered"), visit.Key.Length > 0 ? visit.Key : visit.Said, visit.Said, ct);

    /// <summary>What could not be answered, for managers: the last asked first.</summary>
    public async Task<Text> UnansweredAsync(Visit visit, CancellationToken ct)
    {
        var questions = await unanswered.LastAsync(visit.Shop, MostListed, ct);
        return questions.Count == 0 ? new NothingUnanswered() : new UnansweredList(string.Join("\n", questions.Select(q =>
            visit.Say(new UnansweredLine(Heard.Quote(q.Said, 40), q.Times, OrderView.When(visit.Voice, q.LastAt, visit.Settings.Zone))))));
    }
}
