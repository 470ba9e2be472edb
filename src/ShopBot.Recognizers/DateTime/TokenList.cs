using System.Buffers;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>The tokens of a text in order; asking beyond either end gives an empty one.</summary>
internal sealed class TokenList(string typed, string text) : IDisposable
{
    private const int FirstSize = 64;
    private Token[] _tokens = ArrayPool<Token>.Shared.Rent(FirstSize);

    public string Typed => typed;
    public string Text => text;
    public int Count { get; private set; }

    public ref readonly Token this[int index] => ref (uint)index < (uint)Count ? ref _tokens[index] : ref Nothing[0];

    private static readonly Token[] Nothing = [new Token { Start = -1, End = -1 }];

    public void Add(in Token token)
    {
        if (Count == _tokens.Length)
        {
            var larger = ArrayPool<Token>.Shared.Rent(Count * 2);
            _tokens.AsSpan(0, Count).CopyTo(larger);
            ArrayPool<Token>.Shared.Return(_tokens);
            _tokens = larger;
        }

        _tokens[Count++] = token;
    }

    public bool Has(int index, Role role) => this[index].Has(role);

    public ReadOnlySpan<char> WordAt(int index) =>
        (uint)index < (uint)Count ? text.AsSpan(_tokens[index].Start, _tokens[index].End - _tokens[index].Start) : default;

    public bool Is(int index, string word) => WordAt(index).SequenceEqual(word);

    public bool IsAny(int index, params ReadOnlySpan<string> words)
    {
        var at = WordAt(index);
        foreach (var word in words)
        {
            if (at.SequenceEqual(word))
                return true;
        }

        return false;
    }

    public bool IsSymbol(int index, char symbol) => this[index].Symbol == symbol && symbol != '\0';

    /// <summary>No blank between this token and the one before.</summary>
    public bool IsAttached(int index) => index > 0 && index < Count && _tokens[index].Start == _tokens[index - 1].End;

    /// <summary>Gives the room back; nothing may be asked for afterwards.</summary>
    public void Dispose()
    {
        ArrayPool<Token>.Shared.Return(_tokens);
        (_tokens, Count) = ([], 0);
    }

    /// <summary>Index of the first token at or behind a character.</summary>
    public int IndexAt(int from, int character)
    {
        while (from < Count && _tokens[from].Start < character)
            from++;
        return from;
    }
}
