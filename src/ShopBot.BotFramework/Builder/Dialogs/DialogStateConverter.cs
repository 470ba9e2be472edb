using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Reads and writes a stack by hand: it is done in every turn, and the general way costs three times as much.</summary>
internal sealed class DialogStateConverter : JsonConverter<DialogState>
{
    private static readonly JsonEncodedText Stack = JsonEncodedText.Encode("stack");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText State = JsonEncodedText.Encode("state");

    public override DialogState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var state = new DialogState();
        StartOf(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isStack = reader.ValueTextEquals(Stack.EncodedUtf8Bytes);
            reader.Read();
            if (isStack)
                ReadStack(ref reader, state.DialogStack);
            else
                reader.Skip();
        }

        return state;
    }

    public override void Write(Utf8JsonWriter writer, DialogState value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.DialogStack is { Count: > 0 } stack)
        {
            writer.WriteStartArray(Stack);
            foreach (var dialog in stack)
                WriteDialog(writer, dialog);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void ReadStack(ref Utf8JsonReader reader, List<DialogInstance> stack)
    {
        StartOf(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            stack.Add(ReadDialog(ref reader));
    }

    private static DialogInstance ReadDialog(ref Utf8JsonReader reader)
    {
        var dialog = new DialogInstance();
        StartOf(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals(Id.EncodedUtf8Bytes);
            var isState = reader.ValueTextEquals(State.EncodedUtf8Bytes);
            reader.Read();
            if (isId)
                dialog.Id = reader.GetString();
            else if (isState)
                dialog.State = MapConverter.ReadMap(ref reader);
            else
                reader.Skip();
        }

        return dialog;
    }

    private static void WriteDialog(Utf8JsonWriter writer, DialogInstance dialog)
    {
        writer.WriteStartObject();
        if (dialog.Id is not null)
            writer.WriteString(Id, dialog.Id);
        if (dialog.State is not null)
        {
            writer.WritePropertyName(State);
            MapConverter.WriteMap(writer, dialog.State);
        }

        writer.WriteEndObject();
    }

    private static void StartOf(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (reader.TokenType != expected)
            throw new JsonException($"{expected} of a dialog's state was expected, not {reader.TokenType}.");
    }
}
