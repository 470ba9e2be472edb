namespace Microsoft.Recognizers.Text.Sequence;

/// <summary>Cuts a text into runs of digit groups and takes the telephone numbers out of each.</summary>
internal ref struct PhoneScanner(Utterance text)
{
    private const int MostMarks = 3, MostInBrackets = 5, MostExtensionDigits = 6, WholeNumberDigits = 11;
    private readonly Utterance _text = text;
    private DigitGroups _groups;
    private int _count, _position;

    /// <summary>The next run that holds at least one number.</summary>
    public bool TryNextRun(out FoundNumbers found)
    {
        while (_position < _text.Length)
        {
            if (!TryReadGroup(_position, '\0', out var group))
            {
                _position++;
                continue;
            }

            found = ReadRun(group, out var any);
            if (any)
                return true;
        }

        found = default;
        return false;
    }

    private FoundNumbers ReadRun(DigitGroup group, out bool any)
    {
        (_groups[0], _count) = (group, 1);
        var isTooLong = false;
        while (TryReadNext(group, out var next))
        {
            isTooLong |= _count == DigitGroups.Capacity;
            if (!isTooLong)
                _groups[_count++] = next;
            group = next;
        }

        _position = group.End;
        var found = default(FoundNumbers);
        any = !isTooLong && TryTake(ref found);
        return found;
    }

    private bool TryTake(ref FoundNumbers found)
    {
        ReadOnlySpan<DigitGroup> all = _groups;
        all = all[.._count];
        var isOpen = !PhoneSurroundings.ForbidStart(_text, all[0]);
        var isClosed = TryReadExtension(all[^1].End, out var end) || !PhoneSurroundings.ForbidEnd(_text, all[^1]);
        if (isOpen && isClosed && PhoneShape.IsTelephone(all) && !HasMobileBesideOthers(all))
        {
            found.Add(all[0].Start, end);
            _position = end;
            return true;
        }

        if (PhoneShape.IsPaymentCard(all))
            return false;
        return TakeMobiles(all, isOpen, isClosed, ref found) || (isOpen && isClosed && TakeParts(all, ref found));
    }

    /// <summary>"13800138000 12": the mobile number is one by itself, unless its country code stands before it.</summary>
    private static bool HasMobileBesideOthers(ReadOnlySpan<DigitGroup> all)
    {
        var first = EndOfPart(all, 0);
        return first < all.Length && PhoneShape.IsMobile(all[..first]);
    }

    private static bool TakeMobiles(ReadOnlySpan<DigitGroup> all, bool isOpen, bool isClosed, ref FoundNumbers found)
    {
        var any = false;
        for (var (start, end) = (0, 0); start < all.Length; start = end)
        {
            end = EndOfPart(all, start);
            if ((start == 0 && !isOpen) || (end == all.Length && !isClosed) || !PhoneShape.IsMobile(all[start..end]))
                continue;
            found.Add(all[start].Start, all[end - 1].End);
            any = true;
        }

        return any;
    }

    /// <summary>Several numbers, or a number and a count or date, with blanks between. All of it must be understood: part of a card number is no telephone number.</summary>
    private static bool TakeParts(ReadOnlySpan<DigitGroup> all, ref FoundNumbers found)
    {
        var taken = default(FoundNumbers);
        var any = false;
        for (var start = 0; start < all.Length;)
        {
            var longest = 0;
            for (var end = EndOfPart(all, start); ; end = EndOfPart(all, end))
            {
                if (PhoneShape.IsTelephone(all[start..end]))
                    longest = end;
                if (end == all.Length)
                    break;
            }

            if (longest > 0)
            {
                taken.Add(all[start].Start, all[longest - 1].End);
                (start, any) = (longest, true);
                continue;
            }

            var part = EndOfPart(all, start);
            if (PhoneShape.CountDigits(all[start..part]) > 2 && !PhoneShape.IsDate(all[start..part]))
                return false;
            start = part;
        }

        if (any)
            found = taken;
        return any;
    }

    /// <summary>Index behind the groups that no blank parts; a group as long as a whole number is a part of its own.</summary>
    private static int EndOfPart(ReadOnlySpan<DigitGroup> all, int start)
    {
        var end = start + 1;
        while (end < all.Length && all[end].Mark != ' ' && (all[end].Mark == '.' || all[end].Digits < WholeNumberDigits))
            end++;
        return end;
    }

    private readonly bool TryReadNext(in DigitGroup before, out DigitGroup next)
    {
        var (position, mark) = (before.End, '\0');
        while (position - before.End < MostMarks && _text[position] is ' ' or '\u00A0' or '-' or '.' or '/')
        {
            var c = _text[position++];
            mark = c is not (' ' or '\u00A0') ? c : mark == '\0' ? ' ' : mark;
        }

        if (position == before.End && !before.InBrackets && _text[position] != '(')
        {
            next = default;
            return false;
        }

        // Brackets come first or behind a country code, a trunk digit or another bracket.
        return TryReadGroup(position, mark, out next) && !next.HasPlus && !(next.InBrackets && (_count > 1 || before.Digits > 4) && !before.HasPlus);
    }

    private readonly bool TryReadGroup(int start, char mark, out DigitGroup group)
    {
        group = default;
        var position = start;
        var inBrackets = _text[position] == '(';
        if (inBrackets)
            position++;
        var hasPlus = _text[position] == '+';
        if (hasPlus)
            position++;
        var end = Number.DigitReader.EndOfDigits(_text, position);
        var digits = end - position;
        if (digits == 0 || (inBrackets && (digits > MostInBrackets || _text[end] != ')')))
            return false;
        group = new(start, inBrackets ? end + 1 : end, digits, mark, _text[position], _text[position + 1], hasPlus, inBrackets);
        return true;
    }

    /// <summary>"x123", " ext. 123", 转123.</summary>
    private readonly bool TryReadExtension(int start, out int end)
    {
        end = start;
        var position = _text.SkipSpaces(start);
        var length = _text[position] switch
        {
            'x' or '转' or '轉' => 1,
            'e' when _text.StartsWith(position, "ext") => _text[position + 3] == '.' ? 4 : 3,
            '分' when _text[position + 1] is '机' or '機' => 2,
            _ => 0,
        };
        if (length == 0)
            return false;
        var digits = _text.SkipSpaces(position + length);
        var after = Number.DigitReader.EndOfDigits(_text, digits);
        var fewest = _text[position] == 'x' ? 3 : 1; // "x 2" is a count
        if (after - digits < fewest || after - digits > MostExtensionDigits || Utterance.IsWordLetter(_text[after]))
            return false;
        end = after;
        return true;
    }
}
