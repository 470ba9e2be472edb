namespace ShopBot.Shops.Custody;

/// <summary>What of an entry does not match. The names of all but the last two also begin the lines of <see cref="CustodyForm"/>, in lower case.</summary>
public enum CustodyFault
{
    /// <summary>It belongs to another order.</summary>
    Order,

    /// <summary>Entries are missing before it, or stand in another order.</summary>
    Sequence,

    /// <summary>It does not name the entry before it: that one was replaced.</summary>
    Previous,
    Kind,
    At,
    Role,
    Seal,
    Pieces,
    Photos,
    Who,
    Place,
    Note,

    /// <summary>What was hashed has another hash.</summary>
    Hash,

    /// <summary>Written in a form that this program does not know.</summary>
    Version,
}

/// <summary>Whether a chain is as it was written.</summary>
public abstract record CustodyVerdict
{
    private CustodyVerdict() { }

    /// <param name="Head">Hash of the last entry; null where there is no entry.</param>
    public sealed record Intact(int Entries, string? Head) : CustodyVerdict;

    /// <param name="Sequence">Of the first entry that does not match.</param>
    public sealed record Broken(int Sequence, CustodyFault What) : CustodyVerdict;
}

/// <summary>Checks a chain against itself. That nobody replaced all of it shows in the head the customer got at sealing.</summary>
public static class CustodyCheck
{
    /// <param name="entries">All of one order, by their sequence.</param>
    public static CustodyVerdict Verify(Guid orderId, IReadOnlyList<CustodyRecord> entries)
    {
        var previous = CustodyForm.Nothing;
        for (var i = 0; i < entries.Count; i++)
        {
            if (FaultOf(orderId, entries[i], i + 1, previous) is { } fault)
                return new CustodyVerdict.Broken(entries[i].Sequence, fault);
            previous = entries[i].Hash;
        }

        return new CustodyVerdict.Intact(entries.Count, entries.Count == 0 ? null : previous);
    }

    private static CustodyFault? FaultOf(Guid orderId, CustodyRecord entry, int sequence, string previous)
    {
        if (entry.OrderId != orderId)
            return CustodyFault.Order;
        if (entry.Sequence != sequence)
            return CustodyFault.Sequence;
        var written = entry.Form.Split('\n');
        if (written[0] != CustodyForm.FirstLine)
            return CustodyFault.Version;
        var at = 1;
        foreach (var (name, value) in CustodyForm.Lines(entry, previous))
        {
            if (at >= written.Length || written[at++] != $"{Name(name)} {value}")
                return name;
        }

        if (entry.Form != CustodyForm.Write(entry, previous) || entry.Hash != CustodyForm.Hash(entry.Form))
            return CustodyFault.Hash;
        return !entry.Who.IsTrue ? CustodyFault.Who : !entry.Place.IsTrue ? CustodyFault.Place : !entry.Note.IsTrue ? CustodyFault.Note : null;
    }

    internal static string Name(CustodyFault line) => line.ToString().ToLowerInvariant();
}
