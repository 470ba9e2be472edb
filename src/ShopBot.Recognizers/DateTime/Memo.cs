namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>What a rule found at the last few tokens: several rules ask for the same day one after the other.</summary>
internal sealed class Memo(Func<int, When?> read)
{
    private const int Slots = 8;
    private readonly int[] _tokens = [-1, -1, -1, -1, -1, -1, -1, -1];
    private readonly When?[] _found = new When?[Slots];

    public When? At(int token)
    {
        var slot = token & (Slots - 1);
        if (_tokens[slot] != token)
        {
            var found = read(token); // may ask for other tokens meanwhile
            (_tokens[slot], _found[slot]) = (token, found);
        }

        return _found[slot];
    }
}
