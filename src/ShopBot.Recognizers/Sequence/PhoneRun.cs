using System.Runtime.CompilerServices;

namespace Microsoft.Recognizers.Text.Sequence;

/// <summary>Digits in a row between two marks.</summary>
/// <param name="Start">Index of the first character, an opening bracket or plus included.</param>
/// <param name="End">Index after the last, a closing bracket included.</param>
/// <param name="Mark">What parts it from the group before: a blank, '-', '.', '/', or NUL for nothing.</param>
internal readonly record struct DigitGroup(int Start, int End, int Digits, char Mark, char FirstDigit, char SecondDigit, bool HasPlus, bool InBrackets);

/// <summary>Groups of digits that stand close enough to be one telephone number; whether they are is for <see cref="PhoneShape"/>.</summary>
[InlineArray(Capacity)]
internal struct DigitGroups
{
    public const int Capacity = 12;
    private DigitGroup _first;
}

/// <summary>The numbers found in one run.</summary>
internal struct FoundNumbers
{
    private Spans _spans;
    private int _count, _next;

    public readonly (int Start, int End) Current => _spans[_next - 1];

    public void Add(int start, int end) => _spans[_count++] = (start, end);

    public readonly FoundNumbers GetEnumerator() => this;

    public bool MoveNext() => _next++ < _count;

    [InlineArray(DigitGroups.Capacity)]
    private struct Spans
    {
        private (int Start, int End) _first;
    }
}
