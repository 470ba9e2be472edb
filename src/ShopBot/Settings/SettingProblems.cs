namespace ShopBot.Settings;

/// <summary>Collects what is wrong with the settings, so that one start shows all of it.</summary>
public sealed class SettingProblems
{
    private readonly List<string> _lines = [];

    /// <param name="setting">Full path, such as <c>Accounts:laundry:AppId</c>.</param>
    /// <param name="wrong">What is wrong with it; never a secret's value.</param>
    /// <param name="write">What to write instead.</param>
    public void Add(string setting, string wrong, string write) => _lines.Add($"{setting} {wrong}. Write {write}.");

    /// <summary>A line that says all three already.</summary>
    public void Add(string line) => _lines.Add(line);

    /// <exception cref="SettingsException">There are problems.</exception>
    public void ThrowIfAny()
    {
        if (_lines.Count > 0)
            throw new SettingsException(_lines);
    }
}

/// <summary>The program cannot start with these settings.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>A line each: setting, what is wrong, what to write.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
