using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Reads and writes what every waiting prompt keeps by hand, as that is most of a half-finished dialog.</summary>
internal sealed class PromptOptionsConverter : JsonConverter<PromptOptions>
{
    private static readonly JsonEncodedText Prompt = JsonEncodedText.Encode("prompt");
    private static readonly JsonEncodedText RetryPrompt = JsonEncodedText.Encode("retryPrompt");
    private static readonly JsonEncodedText Choices = JsonEncodedText.Encode("choices");
    private static readonly JsonEncodedText Style = JsonEncodedText.Encode("style");
    private static readonly JsonEncodedText Validations = JsonEncodedText.Encode("validations");
    private static readonly JsonEncodedText Language = JsonEncodedText.Encode("recognizeLanguage");

    public override PromptOptions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"The options of a prompt were expected, not {reader.TokenType}.");

        var prompt = new PromptOptions();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader;
            reader.Read();
            if (name.ValueTextEquals(Prompt.EncodedUtf8Bytes))
                prompt.Prompt = Read<Activity>(ref reader, options);
            else if (name.ValueTextEquals(RetryPrompt.EncodedUtf8Bytes))
                prompt.RetryPrompt = Read<Activity>(ref reader, options);
            else if (name.ValueTextEquals(Choices.EncodedUtf8Bytes))
                prompt.Choices = Read<IList<Choice>>(ref reader, options);
            else if (name.ValueTextEquals(Style.EncodedUtf8Bytes))
                prompt.Style = (ListStyle)reader.GetInt32();
            else if (name.ValueTextEquals(Validations.EncodedUtf8Bytes))
                prompt.Validations = ObjectSlotConverter.ReadSlot(ref reader);
            else if (name.ValueTextEquals(Language.EncodedUtf8Bytes))
                prompt.RecognizeLanguage = reader.GetString();
            else
                reader.Skip();
        }

        return prompt;
    }

    public override void Write(Utf8JsonWriter writer, PromptOptions value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        Write(writer, Prompt, value.Prompt, options);
        Write(writer, RetryPrompt, value.RetryPrompt, options);
        if (value.Choices is { Count: > 0 })
            Write(writer, Choices, value.Choices, options);
        if (value.Style is { } style)
            writer.WriteNumber(Style, (int)style);
        if (value.Validations is not null)
        {
            writer.WritePropertyName(Validations);
            ObjectSlotConverter.WriteSlot(writer, value.Validations);
        }

        if (value.RecognizeLanguage is not null)
            writer.WriteString(Language, value.RecognizeLanguage);
        writer.WriteEndObject();
    }

    private static T Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        ((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options)!;

    private static void Write<T>(Utf8JsonWriter writer, JsonEncodedText name, T? value, JsonSerializerOptions options)
    {
        if (value is null)
            return;
        writer.WritePropertyName(name);
        ((JsonConverter<T>)options.GetConverter(typeof(T))).Write(writer, value, options);
    }
}
