namespace Microsoft.Recognizers.Text.Number.Chinese;

/// <summary>Finds places in a row in a Chinese text: 第三, 第3, 倒数第二, 最后一个.</summary>
internal ref struct ChineseOrdinals(Utterance text)
{
    private readonly Utterance _text = text;
    private int _position;

    public bool TryNext(out Place place)
    {
        while (_position < _text.Length)
        {
            var start = _position++;
            if (_text[start] == '第' && TryReadNumber(start, out place))
                return true;
            if (_text[start] == '最' && IsLast(start))
            {
                _position = start + 3;
                place = new(start, _position, 0, PlaceOrigin.End);
                return true;
            }
        }

        place = default;
        return false;
    }

    private bool TryReadNumber(int start, out Place place)
    {
        place = default;
        if (!ChineseMagnitude.TryRead(_text, _text.SkipSpaces(start + 1), out var number, out _) || number.Kind != AmountKind.Integer)
            return false;

        _position = number.End;
        var fromEnd = start >= 2 && _text[start - 2] == '倒' && _text[start - 1] is '数' or '數';
        place = fromEnd
            ? new(start - 2, number.End, 1 - number.Value, PlaceOrigin.End)
            : new(start, number.End, number.Value, PlaceOrigin.Start);
        return true;
    }

    private readonly bool IsLast(int start) => _text[start + 1] is '后' or '後' && _text[start + 2] is '一' or '那' or '1';
}
