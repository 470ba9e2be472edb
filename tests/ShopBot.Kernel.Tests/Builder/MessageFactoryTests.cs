using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Builder;

public sealed class MessageFactoryTests
{
    [Fact]
    public void A_text_accepts_input_unless_told_otherwise_and_has_empty_lists()
    {
        var message = MessageFactory.Text("hi", "<speak>hi</speak>");

        Assert.Equal(ActivityTypes.Message, message.Type);
        Assert.Equal("hi", message.Text);
        Assert.Equal("<speak>hi</speak>", message.Speak);
        Assert.Equal(InputHints.AcceptingInput, message.InputHint);
        Assert.Empty(message.Attachments);
        Assert.Empty(message.Entities);
        Assert.Equal(InputHints.IgnoringInput, MessageFactory.Text("hi", inputHint: InputHints.IgnoringInput).InputHint);
        Assert.Null(MessageFactory.Text(" ").Text);
    }

    [Fact]
    public void Suggested_actions_say_what_stands_on_them()
    {
        var message = MessageFactory.SuggestedActions(["yes", "no"], "well?");

        Assert.Equal("well?", message.Text);
        Assert.Equal(["yes", "no"], message.SuggestedActions.Actions.Select(action => action.Title));
        Assert.All(message.SuggestedActions.Actions, action => Assert.Equal(ActionTypes.ImBack, action.Type));
        Assert.All(message.SuggestedActions.Actions, action => Assert.Equal(action.Title, action.Value));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<string>)null!));
    }

    [Fact]
    public void Attachments_stand_in_a_list_or_a_carousel()
    {
        Attachment[] pictures = [new("image/png", "https://example.com/1"), new("image/png", "https://example.com/2")];

        Assert.Equal(AttachmentLayoutTypes.List, MessageFactory.Attachment(pictures).AttachmentLayout);
        Assert.Equal(AttachmentLayoutTypes.Carousel, MessageFactory.Carousel(pictures).AttachmentLayout);
        Assert.Equal(2, MessageFactory.Carousel(pictures, "look").Attachments.Count);
        Assert.Single(MessageFactory.Attachment(pictures[0]).Attachments);
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Attachment((Attachment)null!));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Carousel(null!));
    }

    [Fact]
    public void A_content_url_needs_address_and_media_type()
    {
        var message = MessageFactory.ContentUrl("https://example.com/1.png", "image/png", "photo");

        Assert.Equal("https://example.com/1.png", message.Attachments[0].ContentUrl);
        Assert.Equal("image/png", message.Attachments[0].ContentType);
        Assert.Equal("photo", message.Attachments[0].Name);
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl("", "image/png"));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl("https://example.com/1.png", null!));
    }
}
