namespace ShopBot.Shops.Returns;

/// <summary>How a shop brings clean laundry back, as its content says. The windows are those in which it fetches.</summary>
/// <param name="RemindAfter">From asking when to bring it to reminding whoever says nothing.</param>
/// <param name="TellStaffAfter">From the reminder to telling staff.</param>
/// <param name="AskAgainAfter">For whoever said "later".</param>
/// <param name="Attempts">Trips after which it waits at the shop; 1 or more.</param>
/// <param name="SoonBefore">How long before the window its customer is reminded.</param>
/// <param name="MostPieces">What an order can have at most; more is a slip.</param>
public sealed record ReturnRules(
    TimeSpan RemindAfter, TimeSpan TellStaffAfter, TimeSpan AskAgainAfter, int Attempts, TimeSpan SoonBefore, int MostPieces);

/// <summary>The rules of each shop, for what happens inside transactions.</summary>
public interface IReturnRules
{
    /// <returns>Null where the shop brings nothing back in windows.</returns>
    ReturnRules? For(string shop);
}

/// <summary>Stands in where there is no content.</summary>
internal sealed class NoReturnRules : IReturnRules
{
    public ReturnRules? For(string shop) => null;
}
