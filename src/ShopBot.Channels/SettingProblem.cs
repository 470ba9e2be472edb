namespace ShopBot.Channels;

/// <summary>A setting the program cannot start with.</summary>
/// <param name="Setting">Full path, such as <c>Accounts:laundry:AppId</c>.</param>
/// <param name="Wrong">What is wrong with it; never shows a secret's value.</param>
/// <param name="Write">What to write instead.</param>
public sealed record SettingProblem(string Setting, string Wrong, string Write);
