using System.Text;
using ShopBot.Dialogs.Content;
using ShopBot.Shops;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Menus;

/// <summary>Reads the buttons at the bottom of the chat: <c>dialogs/menus/menu.yaml</c>, or the shop's own <c>dialogs/shops/{shop}/menus/menu.yaml</c> in its place.</summary>
/// <remarks>The limits are those of WeChat, the narrowest: developers.weixin.qq.com, "Custom menus".</remarks>
internal sealed class MenuContentReader(string root, List<ContentError> errors)
{
    private const string FileName = "menus/menu.yaml";

    /// <param name="understands">Whether somebody who says these words is understood; of a shop's own menu.</param>
    /// <returns>Null where the file is missing or cannot be read; both are among the errors then.</returns>
    public ShopMenu? ReadDefault(Func<string, bool> understands)
    {
        if (File.Exists(Path.Combine(root, FileName)))
            return Read(FileName, understands);
        errors.Add(new ContentError(FileName, 1, "The file is missing.", "Restore it, or set Dialogs:Path to the folder that holds it."));
        return null;
    }

    /// <inheritdoc cref="ReadDefault"/>
    public ShopMenu? ReadShop(string shop, ShopMenu? usual, Func<string, bool> understands)
    {
        var name = $"shops/{shop}/{FileName}";
        return File.Exists(Path.Combine(root, name)) ? Read(name, understands) : usual;
    }

    private ShopMenu? Read(string name, Func<string, bool> understands)
    {
        var file = ContentFile.Read(root, name, errors);
        return file.IsReadable ? new MenuFile(file, understands).Read() : null;
    }
}

/// <summary>One menu file being read.</summary>
file sealed class MenuFile(ContentFile file, Func<string, bool> understands)
{
    private const int MostButtons = 3, MostInner = 5, NameBytes = 16, InnerNameBytes = 60, KeyBytes = 128, PageBytes = 1024, LongestName = 30;

    private static readonly string[] Deeds = ["says", "opens", "scans", "sends"];

    public ShopMenu Read()
    {
        var top = new Fields(file, file.Top, "the menu", ["customers", "staff"]);
        return new ShopMenu(ReadButtons(top, "customers"), top.Has("staff") ? ReadButtons(top, "staff") : []);
    }

    private List<ShopMenuButton> ReadButtons(Fields top, string section)
    {
        var nodes = top.List(section).ToList();
        if (nodes.Count > MostButtons)
            file.Wrong(nodes[MostButtons], $"A menu has {MostButtons} buttons at most.", "Put this one below another: `buttons:` under a button holds up to five.");
        return [.. nodes.Select(n => ReadButton(n, isInner: false)).OfType<ShopMenuButton>()];
    }

    private ShopMenuButton? ReadButton(YamlNode node, bool isInner)
    {
        if (node is not YamlMappingNode button)
        {
            file.Wrong(node, "A button should be a group of lines.", "Begin it with `- name: …`.");
            return null;
        }
        var fields = new Fields(file, button, isInner ? "a button below another" : "a button", isInner ? ["name", .. Deeds] : ["name", "buttons", .. Deeds]);
        var name = fields.Localised("name", LongestName);
        CheckBytes(fields, "name", name, isInner ? InnerNameBytes : NameBytes);
        var does = Deeds.Where(fields.Has).ToList();
        if (!isInner && fields.Has("buttons"))
        {
            if (does.Count > 0)
                fields.Wrong(does[0], "stands beside 'buttons': a button that opens others does nothing else.", "Keep one of the two.");
            return new ShopMenuButton(name, null, ReadInner(fields));
        }
        if (does.Count != 1)
        {
            file.Wrong(button, does.Count == 0 ? "The button does nothing." : "The button does two things.",
                "Write one of `says: order`, `opens: https://…`, `scans: code`, `sends: place` and `sends: picture`.");
            return null;
        }
        return ReadDeed(fields, does[0]) is { } deed ? new ShopMenuButton(name, deed, []) : null;
    }

    private List<ShopMenuButton> ReadInner(Fields fields)
    {
        var nodes = fields.List("buttons").ToList();
        if (nodes.Count > MostInner)
            file.Wrong(nodes[MostInner], $"Below a button stand {MostInner} at most.", "Put this one below another button, or leave it out.");
        return [.. nodes.Select(n => ReadButton(n, isInner: true)).OfType<ShopMenuButton>()];
    }

    private ShopMenuDeed? ReadDeed(Fields fields, string deed)
    {
        switch (deed)
        {
            case "says":
                return ReadSays(fields);
            case "opens":
                return ReadPage(fields);
            case "scans":
                if (fields.Text("scans") is { } scans and not "code")
                    fields.Wrong("scans", $"'{scans}' is nothing that can be scanned.", "Write `scans: code`.");
                return new ShopMenuDeed.Scans();
            default:
                switch (fields.Text("sends"))
                {
                    case "place":
                        return new ShopMenuDeed.SendsPlace();
                    case "picture":
                        return new ShopMenuDeed.SendsPicture();
                    case { } other:
                        fields.Wrong("sends", $"'{other}' is nothing a button can send.", "Write `sends: place` or `sends: picture`.");
                        return null;
                    default:
                        return null;
                }
        }
    }

    private ShopMenuDeed.Says? ReadSays(Fields fields)
    {
        var words = fields.Find("says") is YamlMappingNode
            ? fields.Localised("says", KeyBytes)
            : fields.Text("says") is { } both ? new Localised(both, both) : null;
        if (words is null)
            return null;
        CheckBytes(fields, "says", words, KeyBytes);
        foreach (var one in new[] { words.Chinese, words.English }.Where(w => w.Length > 0).Distinct(StringComparer.Ordinal))
            if (!understands(one))
                fields.Wrong("says", $"'{one}' is nothing anybody here understands.", "Write a meaning or a word of front-desk/words.yaml or staff/words.yaml, or the code of a product.");
        return new ShopMenuDeed.Says(words);
    }

    private static ShopMenuDeed.Opens? ReadPage(Fields fields)
    {
        if (fields.Text("opens") is not { } page)
            return null;
        if (!Uri.TryCreate(page, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            fields.Wrong("opens", $"'{page}' is no web address.", "Write it whole, such as https://shop.example/news.");
        else if (Encoding.UTF8.GetByteCount(page) > PageBytes)
            fields.Wrong("opens", $"is longer than the {PageBytes} bytes a button can hold.", "Use a shorter address.");
        return new ShopMenuDeed.Opens(page);
    }

    private static void CheckBytes(Fields fields, string name, Localised text, int most)
    {
        foreach (var one in new[] { text.Chinese, text.English })
            if (Encoding.UTF8.GetByteCount(one) is var bytes && bytes > most)
                fields.Wrong(name, $"'{one}' takes {bytes} bytes, and the chat app has room for {most}.", "Shorten it: a Chinese character takes 3, a Latin letter 1.");
    }
}
