using ShopBot.Dialogs.Faq;
using ShopBot.Dialogs.Wording;
using static ShopBot.Dialogs.Intents.IntentTexts;

namespace ShopBot.Dialogs.Intents;

/// <summary>One of the things a customer may have meant, as it is offered and as it is remembered between two messages.</summary>
internal abstract record Offered
{
    private const string FaqMark = "faq:", NoneMark = "none";

    private Offered() { }

    /// <summary>How a conversation remembers it.</summary>
    public abstract string Code { get; }

    /// <summary>The line to tap.</summary>
    public abstract string Label(Visit visit);

    /// <returns>Null where the content has it no more.</returns>
    public static Offered? Read(string code, Visit visit) =>
        code == NoneMark ? new None()
        : code.StartsWith(FaqMark, StringComparison.Ordinal) ? visit.Content.Faq.Find(code[FaqMark.Length..]) is { } entry ? new Answer(entry) : null
        : Enum.TryParse<Intent>(code, out var intent) && NameOf(intent) is not null ? new Wish(intent) : null;

    /// <returns>Null for what nobody needs to be asked about.</returns>
    public static Text? NameOf(Intent intent) => intent switch
    {
        Intent.Order => new WantsOrder(),
        Intent.Pickup => new WantsPickup(),
        Intent.MyOrders => new WantsMyOrders(),
        Intent.Cancel => new WantsCancel(),
        Intent.Change => new WantsChange(),
        Intent.Complaint => new WantsComplaint(),
        Intent.Person => new WantsPerson(),
        Intent.Survey => new WantsSurvey(),
        Intent.OptOut => new WantsOptOut(),
        Intent.OptIn => new WantsOptIn(),
        Intent.Question => new WantsQuestion(),
        _ => null,
    };

    public sealed record Wish(Intent Intent) : Offered
    {
        public override string Code => Intent.ToString();

        public override string Label(Visit visit) => visit.Say(NameOf(Intent)!);
    }

    public sealed record Answer(FaqEntry Entry) : Offered
    {
        public override string Code => FaqMark + Entry.Id;

        public override string Label(Visit visit) => FaqDesk.LabelOf(visit, Entry);
    }

    /// <summary>None of the questions offered.</summary>
    public sealed record None : Offered
    {
        public override string Code => NoneMark;

        public override string Label(Visit visit) => visit.Say(new FaqTexts.NoneOfThese());
    }
}
