using System.Collections.Frozen;

namespace ShopBot.Dialogs.Wording;

/// <summary>How one shop speaks one language. Immutable; a turn keeps the one it began with.</summary>
public sealed class Voice
{
    private readonly FrozenDictionary<Type, Template> _templates;

    internal Voice(string language, IReadOnlyDictionary<Type, Template> templates)
    {
        Language = language;
        IsChinese = language == Languages.Chinese;
        _templates = templates.ToFrozenDictionary();
    }

    /// <summary>Culture name, one of <see cref="Languages"/>.</summary>
    public string Language { get; }

    public bool IsChinese { get; }

    public string Say(Text text) => _templates[text.GetType()].Fill(text);
}
