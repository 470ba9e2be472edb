namespace Microsoft.Bot.Schema;

/// <summary>A text and a button that leads to a sign-in page.</summary>
public class SigninCard
{
    public const string ContentType = "application/vnd.microsoft.card.signin";

    public SigninCard()
    {
    }

    public SigninCard(string text = null, IList<CardAction> buttons = null)
    {
        Text = text;
        Buttons = buttons;
    }

    public string Text { get; set; }
    public IList<CardAction> Buttons { get; set; }
}
