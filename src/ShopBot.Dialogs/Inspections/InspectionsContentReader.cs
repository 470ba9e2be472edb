using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Hearing;
using ShopBot.Shops.Inspections;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Inspections;

/// <summary>Reads what a shop may ask its customers about from <c>dialogs/shops/{shop}/inspections.yaml</c>.</summary>
internal sealed class InspectionsContentReader
{
    /// <summary>A question with its choices must fit one message.</summary>
    private const int LongestExplanation = 140, LongestName = 30, LongestCode = 20;

    private const int MostHours = 240, MostPhotos = 4, MostFindings = 26;

    // The form of a price is the same in every currency; the amount is read in the shop's own when it is used.
    private const string Currency = "CNY";

    private readonly ContentFile _file;
    private readonly Fields _top;
    private readonly Func<string, bool> _isTaken;

    private InspectionsContentReader(ContentFile file, Func<string, bool> isTaken)
    {
        _file = file;
        _isTaken = isTaken;
        _top = new Fields(file, file.Top, "the inspections", ["answer-hours", "remind-hours", "pictures", "findings", "dearest", "unwashed", "kinds"]);
    }

    /// <param name="isTaken">Whether a word of staff, as <see cref="Heard.Key"/> gives it, means something else.</param>
    /// <returns>Null where the shop has no such file, or nothing usable in it: then it is in the errors.</returns>
    public static InspectionPlan? Read(string root, string shop, Func<string, bool> isTaken, List<ContentError> errors)
    {
        var name = $"shops/{shop}/inspections.yaml";
        if (!File.Exists(Path.Combine(root, name)))
            return null;
        var (file, before) = (ContentFile.Read(root, name, errors), errors.Count);
        if (!file.IsReadable)
            return null;
        var plan = new InspectionsContentReader(file, isTaken).ReadAll();
        return errors.Count == before ? plan : null;
    }

    private InspectionPlan ReadAll()
    {
        var (answer, remind) = (_top.Number("answer-hours", 1, MostHours) ?? 1, _top.Number("remind-hours", 0, MostHours) ?? 0);
        if (_top.Has("remind-hours") && remind >= answer)
            _top.Wrong("remind-hours", "is not less than 'answer-hours': the reminder would come with the question.", "Write a smaller number.");
        return new InspectionPlan(
            ReadKinds(), TimeSpan.FromHours(answer), TimeSpan.FromHours(remind), _top.Number("pictures", 1, MostPhotos) ?? 1, _top.Number("findings", 1, MostFindings) ?? 1,
            _top.Price("dearest", Currency) ?? 0, _top.Price("unwashed", Currency) ?? 0);
    }

    private List<FindingKind> ReadKinds()
    {
        var (kinds, codes, words) = (new List<FindingKind>(), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var node in _top.List("kinds"))
        {
            if (node is YamlMappingNode group)
                kinds.Add(ReadKind(new Fields(_file, group, "a kind", ["code", "name", "words", "explanation", "treatment", "wash", "otherwise"]), codes, words));
            else
                _file.Wrong(node, "A kind should be a group of lines.", "Begin it with `- code: …`.");
        }
        return kinds;
    }

    private FindingKind ReadKind(Fields fields, HashSet<string> codes, HashSet<string> taken)
    {
        var code = fields.Code("code", LongestCode, codes);
        var (name, explanation) = (fields.Localised("name", LongestName), fields.Localised("explanation", LongestExplanation));
        var mayWash = !fields.Has("wash") || MayWash(fields);
        var otherwise = fields.Choice<FindingAnswer>("otherwise", isNeeded: true) ?? FindingAnswer.Return;
        if (otherwise is FindingAnswer.Treat or FindingAnswer.Person)
            fields.Wrong("otherwise", "costs money or waits without end, so nobody is put to it who says nothing.", "Write wash or return.");
        else if (otherwise == FindingAnswer.Wash && !mayWash)
            fields.Wrong("otherwise", "is what `wash: no` rules out.", "Write return.");
        return new FindingKind(code, name, explanation, ReadWords(fields, taken), ReadTreatment(fields), mayWash, otherwise);
    }

    private static bool MayWash(Fields fields)
    {
        var written = fields.Text("wash");
        if (written is not (null or "yes" or "no"))
            fields.Wrong("wash", $"'{written}' will not do.", "Write yes or no.");
        return written != "no";
    }

    private List<string> ReadWords(Fields fields, HashSet<string> taken)
    {
        var words = fields.Words("words").Select(w => Heard.Key(Heard.Clean(w))).ToList();
        foreach (var word in words)
        {
            if (word.Length == 0)
                fields.Wrong("words", "has one without a letter, so nobody can say it.", "Write the words staff type.");
            else if (_isTaken(word))
                fields.Wrong("words", $"has '{word}', which means something else to staff.", "Choose another word; those that are taken stand in staff/words.yaml.");
            else if (!taken.Add(word))
                fields.Wrong("words", $"has '{word}', which stands for another kind too.", "Keep it in one of the two.");
        }
        return words;
    }

    private static Treatment? ReadTreatment(Fields fields)
    {
        if (!fields.Has("treatment") || fields.Group("treatment", ["name", "price"]) is not { } treatment)
            return null;
        return new Treatment(treatment.Localised("name", LongestName), treatment.Price("price", Currency) ?? 0);
    }
}
