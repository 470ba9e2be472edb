namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>What a word may be; "second" is a unit and a place in a row.</summary>
[Flags]
internal enum Role
{
    None = 0,
    Digits = 1,
    Symbol = 1 << 1,
    Cardinal = 1 << 2,
    Ordinal = 1 << 3,
    Month = 1 << 4,
    Weekday = 1 << 5,
    Unit = 1 << 6,
    /// <summary>next, this, last: <see cref="Token.Shift"/> says how many.</summary>
    Shift = 1 << 7,
    /// <summary>today, tomorrow: <see cref="Token.Shift"/> counts days.</summary>
    DayWord = 1 << 8,
    /// <summary>A part of the day: <see cref="Token.Part"/>.</summary>
    Part = 1 << 9,
    /// <summary>am, pm: <see cref="Token.Number"/> is 0 or 12.</summary>
    Half = 1 << 10,
    Season = 1 << 11,
    /// <summary>A fixed clock time: noon, midnight.</summary>
    Clock = 1 << 12,
    /// <summary>A word of the grammar that can begin an expression.</summary>
    Lead = 1 << 13,
    Holiday = 1 << 14,
    /// <summary>A word of the grammar that never begins one.</summary>
    Link = 1 << 15,
    Set = 1 << 16,
    Era = 1 << 17,
    LunarDay = 1 << 18,
}

internal enum Unit
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    BusinessDay,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// <summary>A word, a number or a sign, and what the language's table knows about it.</summary>
internal struct Token
{
    public int Start;

    /// <summary>Index after the last character.</summary>
    public int End;
    public Role Role;
    public Unit Unit;

    /// <summary>1 to 12, or 0.</summary>
    public int Month;

    /// <summary>1 (Monday) to 7, or 0.</summary>
    public int Weekday;
    public int Shift;
    public int Number;

    /// <summary>How many digits were typed; 0 for words.</summary>
    public int Digits;
    public char Symbol;
    public DayPart? Part;
    public string? Name;

    public readonly bool CanBegin => (Role & ~(Role.Symbol | Role.Link)) != 0 || Symbol is '<' or '>' or '=';

    public readonly ReadOnlySpan<char> Text(TokenList tokens) => tokens.Text.AsSpan(Start, End - Start);

    public readonly bool Has(Role role) => (Role & role) != 0;
}

/// <summary>Morning, lunch, night …: hours of the day and the code of it in TIMEX.</summary>
/// <param name="EndHour">Exclusive; 24 is shown as 23:59:59.</param>
internal sealed record DayPart(string Code, int StartHour, int EndHour);
