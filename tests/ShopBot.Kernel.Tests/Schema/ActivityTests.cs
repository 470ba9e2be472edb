using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Schema;

public sealed partial class ActivityTests
{
    private static Activity Incoming => new(ActivityTypes.Message)
    {
        Id = "in-1",
        ChannelId = "test",
        ServiceUrl = "https://test.com",
        Conversation = new ConversationAccount(isGroup: true, id: "convo", name: "Conversation"),
        From = new ChannelAccount("user", "User"),
        Recipient = new ChannelAccount("bot", "Bot"),
        Locale = "zh-CN",
    };

    [Fact]
    public void A_reply_goes_back_to_whoever_sent()
    {
        var reply = Incoming.CreateReply("hi");

        Assert.Equal("hi", reply.Text);
        Assert.Equal("user", reply.Recipient.Id);
        Assert.Equal("bot", reply.From.Id);
        Assert.Equal("in-1", reply.ReplyToId);
        Assert.Equal("convo", reply.Conversation.Id);
        Assert.Equal("zh-CN", reply.Locale);
        Assert.Equal("en-US", Incoming.CreateReply("hi", "en-US").Locale);
        Assert.Equal("test", reply.ChannelId);
    }

    [Fact]
    public void A_reply_to_an_activity_without_people_is_still_made()
    {
        var reply = new Activity(ActivityTypes.Message).CreateReply("hi");

        Assert.Null(reply.Recipient.Id);
        Assert.Equal("hi", reply.Text);
    }

    [Fact]
    public void A_reference_goes_there_and_back()
    {
        var reference = Incoming.GetConversationReference();

        var outgoing = new Activity(ActivityTypes.Message).ApplyConversationReference(reference);
        Assert.Equal("user", outgoing.Recipient.Id);
        Assert.Equal("bot", outgoing.From.Id);
        Assert.Equal("in-1", outgoing.ReplyToId);
        Assert.Null(outgoing.Id);

        var incoming = new Activity(ActivityTypes.Message).ApplyConversationReference(reference, isIncoming: true);
        Assert.Equal("bot", incoming.Recipient.Id);
        Assert.Equal("user", incoming.From.Id);
        Assert.Equal("in-1", incoming.Id);
        Assert.Null(incoming.ReplyToId);
        Assert.Equal("zh-CN", incoming.Locale);

        Assert.Equal("out-1", Incoming.GetReplyConversationReference(new ResourceResponse("out-1")).ActivityId);
    }

    [Fact]
    public void A_reference_without_a_locale_leaves_that_of_the_activity()
    {
        var activity = new Activity(ActivityTypes.Message, locale: "en-US").ApplyConversationReference(new ConversationReference());

        Assert.Equal("en-US", activity.Locale);
    }

    [Fact]
    public void Conversation_updates_of_the_web_channels_have_no_id_to_answer()
    {
        var update = Incoming;
        update.Type = ActivityTypes.ConversationUpdate;
        Assert.Equal("in-1", update.GetConversationReference().ActivityId);

        update.ChannelId = "webchat";
        Assert.Null(update.GetConversationReference().ActivityId);
        Assert.Null(update.CreateReply().ReplyToId);
    }

    [Fact]
    public void A_continuation_is_an_event_about_its_reference()
    {
        var reference = Incoming.GetConversationReference();

        var activity = reference.GetContinuationActivity();

        Assert.Equal(ActivityTypes.Event, activity.Type);
        Assert.Equal(ActivityEventNames.ContinueConversation, activity.Name);
        Assert.Equal("user", activity.From.Id);
        Assert.Equal("bot", activity.Recipient.Id);
        Assert.Same(reference, activity.RelatesTo);
        Assert.False(string.IsNullOrEmpty(activity.Id));
    }

    [Fact]
    public void An_activity_is_seen_only_as_what_it_is()
    {
        var message = new Activity("Message/extended");

        Assert.Same(message, message.AsMessageActivity());
        Assert.Null(message.AsEventActivity());
        Assert.Null(message.AsConversationUpdateActivity());
        Assert.Null(new Activity("messageUpdate").AsMessageActivity());
        Assert.NotNull(new Activity("messageUpdate").AsMessageUpdateActivity());
        Assert.Null(new Activity().AsMessageActivity());
    }

    [Fact]
    public void Content_is_text_summary_attachment_or_channel_data()
    {
        Assert.False(new Activity(text: " ", attachments: []).HasContent());
        Assert.True(new Activity(text: "a").HasContent());
        Assert.True(new Activity(summary: "a").HasContent());
        Assert.True(new Activity(attachments: [new Attachment()]).HasContent());
        Assert.True(new Activity(channelData: new object()).HasContent());
    }

    [Fact]
    public void Mentions_of_the_bot_can_be_taken_out_of_the_text()
    {
        var activity = Incoming;
        activity.Text = "<at>Bot</at> two shirts for @Li please";
        activity.Entities =
        [
            new Mention(new ChannelAccount("bot", "Bot"), "<at>Bot</at>"),
            new Mention(new ChannelAccount("li", "Li"), "@Li"),
            new Entity("clientInfo"),
        ];

        Assert.True(activity.MentionsRecipient());
        Assert.True(activity.MentionsId("li"));
        Assert.False(activity.MentionsId("nobody"));
        Assert.Equal(2, activity.GetMentions().Length);
        Assert.Equal("two shirts for @Li please", activity.RemoveRecipientMention());
        Assert.Equal("two shirts for  please", activity.RemoveMentionText("li"));
    }

    [Fact]
    public void An_entity_is_seen_as_the_class_that_fits()
    {
        var entity = new Entity();
        entity.SetAs(new GeoCoordinates(latitude: 31.2, longitude: 121.5, name: "shop"));

        Assert.Equal("GeoCoordinates", entity.Type);
        var place = entity.GetAs<GeoCoordinates>();
        Assert.Equal(31.2, place.Latitude);
        Assert.Equal("shop", place.Name);

        var same = new Entity();
        same.SetAs(new GeoCoordinates(latitude: 31.2, longitude: 121.5, name: "shop"));
        Assert.Equal(entity, same);
        same.SetAs(new GeoCoordinates(latitude: 31.3));
        Assert.NotEqual(entity, same);
    }

    [Fact]
    public void Cards_become_attachments_of_their_own_type()
    {
        Attachment[] attachments =
        [
            new HeroCard().ToAttachment(), new ThumbnailCard().ToAttachment(), new SigninCard().ToAttachment(), new ReceiptCard().ToAttachment(),
            new AudioCard().ToAttachment(), new VideoCard().ToAttachment(), new AnimationCard().ToAttachment(),
        ];

        Assert.Equal(
            ["hero", "thumbnail", "signin", "receipt", "audio", "video", "animation"],
            attachments.Select(attachment => attachment.ContentType.Split('.')[^1]));
        Assert.All(attachments, attachment => Assert.NotNull(attachment.Content));
        Assert.Throws<ArgumentNullException>(() => ((HeroCard)null!).ToAttachment());
    }

    [Fact]
    public void A_button_can_be_written_as_a_text()
    {
        CardAction action = "yes";

        Assert.Equal("yes", action.Title);
        Assert.Equal("yes", action.Value);
    }

    private sealed class Sticker
    {
        public string? Pack { get; set; }
    }
}
