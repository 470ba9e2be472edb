using ShopBot.Dialogs.Content;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Menus;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Settings;

namespace ShopBot;

/// <summary>Keeps everybody in the audience they belong to, so that the platform shows them its menu: after the start, and whenever somebody may belong to another.</summary>
public sealed class AudienceKeeper(
    AccountBook accounts, ShopBook shops, ContentBook content, AudienceBook book, AudienceSignal signal, IEnumerable<IAudienceTags> tags,
    MenuKeeper menus, StartHealth started, TimeProvider time, ILogger<AudienceKeeper> log)
    : Keeper(accounts, started, time, log)
{
    /// <summary>People looked up at once.</summary>
    private const int Round = 500;

    private readonly Dictionary<string, IAudienceTags> _tags = tags.ToDictionary(t => t.Channel, StringComparer.Ordinal);

    // Somebody new comes all the time; a platform in trouble is left in peace meanwhile.
    protected override bool PausesWhole => true;

    protected override void Listen()
    {
        signal.Changed += Wake;
        content.Changed += Wake;
    }

    protected override void StopListening()
    {
        signal.Changed -= Wake;
        content.Changed -= Wake;
    }

    // It makes the tags, and two who make one at the same time are in each other's way.
    protected override Task BeforeAsync(CancellationToken ct) => menus.FirstRound.WaitAsync(ct);

    protected override string What => "Who sees which menu";

    protected override async Task<bool> KeepAsync(Account account, CancellationToken ct)
    {
        if (!_tags.TryGetValue(account.Channel, out var platform) || content.Current.For(account.Shop).Menu is not { } menu)
            return true;
        while (true)
        {
            var moves = await book.OutOfStepAsync(account.Shop, account.Name, shops[account.Shop].Culture, menu.Staff.Count > 0, Round, ct);
            if (moves.Count == 0)
                return true;
            foreach (var together in moves.GroupBy(m => (m.Applied, m.Wanted)))
            {
                foreach (var people in together.Select(m => m.Contact).Chunk(platform.MostAtOnce))
                {
                    switch (await MoveAsync(platform, account, together.Key.Applied, together.Key.Wanted, people, ct))
                    {
                        case AudienceAnswer.NotAllowed:
                            return true;
                        case AudienceAnswer.NotNow later:
                            log.LogWarning("Who sees which menu of account {Account} could not be told to the platform: {Why}. It is tried again.", account, later.Why);
                            return false;
                    }
                }
            }
        }
    }

    /// <summary>Where the platform takes no list because of one of them, they go one by one.</summary>
    private async Task<AudienceAnswer> MoveAsync(
        IAudienceTags platform, Account account, string? from, string? to, ContactPoint[] people, CancellationToken ct)
    {
        var answer = await platform.MoveAsync(account, from, to, [.. people.Select(p => p.UserId)], ct);
        if (answer is AudienceAnswer.PersonRefused && people.Length > 1)
        {
            foreach (var person in people)
            {
                answer = await MoveAsync(platform, account, from, to, [person], ct);
                if (answer is AudienceAnswer.NotNow)
                    return answer;
            }
            return answer;
        }
        if (answer is AudienceAnswer.PersonRefused refused)
            log.LogInformation("Somebody of account {Account} cannot be shown another menu: {Why}.", account, refused.Why);
        // Also of who cannot be moved: they are not asked about again until they come back or belong elsewhere.
        if (answer is AudienceAnswer.Done or AudienceAnswer.PersonRefused)
            await book.NoteAsync(account.Shop, people, to, ct);
        return answer;
    }
}
