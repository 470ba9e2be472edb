namespace ShopBot.Dialogs.Faq;

/// <summary>A question customers ask, in all the ways they ask it, and its answer.</summary>
/// <param name="Id">As the file names it.</param>
/// <param name="Questions">By language; the first of each names the entry where it is offered.</param>
/// <param name="Answers">By language, with the facts to fill in.</param>
/// <param name="Choices">Lines to tap below the answer, by language; none where the file has none.</param>
public sealed record FaqEntry(
    string Id, IReadOnlyDictionary<string, IReadOnlyList<string>> Questions, IReadOnlyDictionary<string, FaqAnswer> Answers,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Choices);
