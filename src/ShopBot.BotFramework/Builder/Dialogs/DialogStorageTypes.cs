using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The types of dialogs that may stand where the code only says <c>object</c>. The names are stored: they stay.</summary>
internal static class DialogStorageTypes
{
    public static void RegisterAll()
    {
        StorageSerializer.Register<DialogState>("dialogs");
        StorageSerializer.Register<DialogInstance>("dialog");
        StorageSerializer.Register<PromptOptions>("prompt");
        StorageSerializer.Register<Choice>("choice");
        StorageSerializer.Register<List<Choice>>("choice.list");
        StorageSerializer.Register<FoundChoice>("found");
        StorageSerializer.Register<DateTimeResolution>("date.reading");
        StorageSerializer.Register<List<DateTimeResolution>>("date.reading.list");
    }
}
