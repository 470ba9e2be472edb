using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Faq;

/// <summary>What is said around the answers of the FAQ: <c>dialogs/faq/wording.*.yaml</c>.</summary>
public static class FaqTexts
{
    public sealed record Answer(string Words) : Text;
    public sealed record AskWhich : Text;
    public sealed record NoneOfThese : Text;
    public sealed record Unanswered(string Said) : Text;
    public sealed record UnansweredInPassing(string Said) : Text;
    public sealed record PlaceLine(string Name, string Address, string Hours) : Text;
    public sealed record PlaceLineWithoutHours(string Name, string Address) : Text;
    public sealed record PriceLine(string Product, string Price, string Unit) : Text;
    public sealed record PriceOfVariant(string Variant, string Price) : Text;
    public sealed record PriceFrom(string Price) : Text;
    public sealed record ListBreak : Text;

    // To managers
    public sealed record UnansweredList(string Lines) : Text;
    public sealed record UnansweredLine(string Said, int Times, string When) : Text;
    public sealed record NothingUnanswered : Text;
}
