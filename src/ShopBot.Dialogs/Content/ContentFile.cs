using System.Diagnostics.CodeAnalysis;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Content;

/// <summary>One YAML file of the dialogs folder: what it says, with line numbers, and what is wrong with it.</summary>
internal sealed class ContentFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<ContentError> _errors;

    private ContentFile(string name, List<ContentError> errors)
    {
        Name = name;
        _errors = errors;
    }

    /// <summary>Path below the dialogs folder, with forward slashes.</summary>
    public string Name { get; }

    /// <summary>Lines in the file; an error about something that is not there points behind the last one.</summary>
    public int Lines { get; private set; }

    /// <summary>The file's top: names and what belongs to them. Empty where the file is empty or broken.</summary>
    public YamlMappingNode Top { get; private set; } = [];

    /// <summary>False where the file could not be read at all: then nothing is missing from it, everything is.</summary>
    public bool IsReadable { get; private set; }

    /// <param name="errors">Gets what is wrong with the file, now and while it is worked through.</param>
    public static ContentFile Read(string root, string name, List<ContentError> errors)
    {
        var file = new ContentFile(name, errors);
        string text;
        try
        {
            text = StrictUtf8.GetString(File.ReadAllBytes(Path.Combine(root, name)));
        }
        catch (DecoderFallbackException)
        {
            file.Wrong(1, "The file is not UTF-8.", "Save it again with the encoding UTF-8.");
            return file;
        }
        catch (IOException why)
        {
            file.Wrong(1, $"The file cannot be read: {why.Message}", "Close other programs that hold it, or restore it.");
            return file;
        }
        file.Lines = text.AsSpan().TrimEnd().Count('\n') + 1;
        file.Parse(text);
        return file;
    }

    public void Wrong(int line, string what, string mend) => _errors.Add(new ContentError(Name, line, what, mend));

    public void Wrong(YamlNode at, string what, string mend) => Wrong((int)at.Start.Line, what, mend);

    /// <summary>The text of a node; says so where it is a list or a group instead.</summary>
    public bool TryText(YamlNode node, string whatItIs, [NotNullWhen(true)] out string? text)
    {
        text = (node as YamlScalarNode)?.Value;
        if (text is not null)
            return true;
        Wrong(node, $"{whatItIs} should be one text.", "Write it behind the colon; use | for several lines.");
        return false;
    }

    private void Parse(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            IsReadable = true;
            if (stream.Documents.Count == 0)
                return;
            if (stream.Documents[0].RootNode is YamlMappingNode top)
                Top = top;
            else if (stream.Documents[0].RootNode is not YamlScalarNode { Value: null or "" })
                Wrong(stream.Documents[0].RootNode, "The file should be lines of `name: what to say`.", "Put a name and a colon in front.");
        }
        catch (YamlException broken)
        {
            Wrong((int)Math.Max(1, broken.Start.Line), $"The file is not readable as YAML: {Reason(broken)}",
                "Look at this line and the one before it: blanks in front, a missing colon or quote; put \"quotes\" around a text that holds a colon or starts with a sign.");
        }
    }

    private static string Reason(YamlException broken)
    {
        var message = (broken.InnerException ?? broken).Message;
        return message.EndsWith('.') ? message : message + ".";
    }
}
