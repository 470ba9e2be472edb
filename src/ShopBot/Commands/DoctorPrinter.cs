using ShopBot.Channels.WeChat.CheckUp;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Commands;

/// <summary>Writes what doctor finds, one line each, with what to do about it below.</summary>
/// <param name="colours">Whether somebody sees them.</param>
public sealed class DoctorPrinter(TextWriter output, bool colours)
{
    private const int Width = 110, Text = 25;
    private const string Green = "\e[32m", Red = "\e[31;1m", Yellow = "\e[33m", Grey = "\e[90m", Bold = "\e[1m", Off = "\e[0m";

    private int _wrong;

    public void Begin(Account account)
    {
        output.WriteLine();
        output.WriteLine($"{Painted(Bold, account.Name)}  {account.Channel}, {account.Kind}, {account.Mode}");
        output.WriteLine();
    }

    public void Show(Finding finding)
    {
        var (mark, colour, mend) = finding switch
        {
            Finding.Fine => ("ok", Green, null),
            Finding.Wrong wrong => ("WRONG", Red, wrong.Mend),
            Finding.Note note => ("note", Yellow, note.Mend),
            _ => ("-", Grey, null),
        };
        _wrong += finding is Finding.Wrong ? 1 : 0;
        var lines = Wrapped(finding.What, Width - Text).ToList();
        output.WriteLine($"  {Painted(colour, mark.PadRight(7))}{finding.About,-15} {lines[0]}");
        foreach (var line in lines.Skip(1))
            output.WriteLine(new string(' ', Text) + line);
        if (mend is null)
            return;
        var first = true;
        foreach (var line in Wrapped(mend, Width - Text - 3))
        {
            output.WriteLine(new string(' ', Text) + (first ? "-> " : "   ") + line);
            first = false;
        }
    }

    /// <summary>The settings cannot be used at all.</summary>
    public void Unusable(string what, IReadOnlyList<string> problems)
    {
        output.WriteLine(Painted(Red, what));
        foreach (var problem in problems)
            output.WriteLine($"  {problem}");
    }

    /// <returns>Whether nothing is wrong.</returns>
    public bool Conclude()
    {
        output.WriteLine();
        output.WriteLine(_wrong switch
        {
            0 => Painted(Green, "Nothing is wrong."),
            1 => Painted(Red, "One thing is wrong."),
            _ => Painted(Red, $"{_wrong} things are wrong."),
        });
        return _wrong == 0;
    }

    private string Painted(string colour, string text) => colours ? $"{colour}{text}{Off}" : text;

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Columns(line) + 1 + Columns(word) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }
        yield return line;
    }

    // Chinese letters and signs take two columns of a terminal.
    private static int Columns(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);
}
