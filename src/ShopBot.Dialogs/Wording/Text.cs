namespace ShopBot.Dialogs.Wording;

/// <summary>Something the bot says. One record per text; its properties (string or int) are the placeholders of its wording.</summary>
/// <remarks>
/// The words stand in <c>dialogs/{feature}/wording.{language}.yaml</c>: the feature is the namespace's last part, the key
/// the record's name, both as <c>kebab-case</c>, likewise the placeholders. The start checks that all of it fits together.
/// </remarks>
public abstract record Text;
