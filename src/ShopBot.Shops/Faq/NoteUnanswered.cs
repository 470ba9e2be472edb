using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Faq;

/// <summary>Keeps a question without an answer for the shopkeeper, and counts how often it is asked.</summary>
/// <remarks>Of each shop the last <see cref="Most"/> are kept, so that nobody can fill the database with questions.</remarks>
public sealed class NoteUnanswered(IShopTransactions transactions)
{
    public const int Most = 500;
    private const int LongestSaid = 200;

    /// <param name="compared">The question as it is compared.</param>
    /// <param name="said">As it was typed; its beginning is kept, figures of a phone number are not.</param>
    /// <returns>How often it was asked, this time included.</returns>
    public Task<int> RunAsync(string shop, OperationKey key, string compared, string said, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
        {
            var questions = change.Db.Set<UnansweredQuestion>();
            var known = TypedText.Beginning(compared, LongestSaid);
            if (await questions.SingleOrDefaultAsync(q => q.Key == known, ct) is { } question)
            {
                question.Times++;
                question.LastAt = change.Now;
                return question.Times;
            }
            if (await questions.CountAsync(ct) >= Most)
                change.Db.Remove(await questions.OrderBy(q => q.LastAt).ThenBy(q => q.Id).FirstAsync(ct));
            change.Db.Add(new UnansweredQuestion { Key = known, Said = WithoutPhones(TypedText.Beginning(said, LongestSaid)), FirstAt = change.Now, LastAt = change.Now });
            return 1;
        }, ct);

    // Seven figures or more, whatever stands between them, may be somebody's number.
    private static string WithoutPhones(string said)
    {
        var letters = said.ToCharArray();
        for (var from = 0; from < letters.Length; from++)
        {
            var (end, figures) = (from, 0);
            for (var at = from; at < letters.Length && (char.IsDigit(letters[at]) || (figures > 0 && letters[at] is ' ' or '-')); at++)
                if (char.IsDigit(letters[at]))
                    (end, figures) = (at + 1, figures + 1);
            if (figures >= 7)
                letters.AsSpan(from, end - from).Fill('*');
            from = Math.Max(from, end - 1);
        }
        return new string(letters);
    }
}
