using System.ComponentModel.DataAnnotations;

namespace ShopBot.Settings;

/// <summary>Checks the features' own sections with all other settings, so that one start shows every problem.</summary>
internal static class OptionsCheck
{
    public static void Run<T>(IConfiguration configuration, string section, SettingProblems problems)
        where T : class, new()
    {
        T options;
        try
        {
            options = configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException unreadable)
        {
            // Names the setting, its value and the type that was expected.
            problems.Add($"{section} cannot be read. {unreadable.Message}");
            return;
        }

        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        foreach (var problem in found)
        {
            var member = problem.MemberNames.FirstOrDefault() ?? "";
            problems.Add((problem.ErrorMessage ?? "is wrong").Replace($"The field {member} ", $"{section}:{member} ", StringComparison.Ordinal));
        }
    }
}
