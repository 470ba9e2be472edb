namespace Microsoft.Recognizers.Text.Sequence;

/// <summary>Finds telephone numbers, in one pass over the text.</summary>
public static class SequenceRecognizer
{
    /// <summary>Telephone numbers as people write them: "value" is the number as typed (half width), "score" ("0" to "1") how much it looks like one.</summary>
    /// <param name="culture">Numbers are read alike in every culture.</param>
    public static List<ModelResult> RecognizePhoneNumber(
        string query, string culture, SequenceOptions options = SequenceOptions.None, bool fallbackToDefaultCulture = true)
    {
        var found = new List<ModelResult>();
        if (string.IsNullOrEmpty(query))
            return found;

        var folded = Folding.Fold(query);
        var scanner = new PhoneScanner(new Utterance(query, folded));
        while (scanner.TryNextRun(out var run))
        {
            foreach (var (start, end) in run)
                found.Add(ToResult(folded, start, end));
        }

        return found;
    }

    private static ModelResult ToResult(string folded, int start, int end)
    {
        var text = folded[start..end];
        var result = new ModelResult { Text = text, Start = start, End = end - 1, TypeName = "phonenumber" };
        result.Resolution["score"] = PhoneScore.Rate(text);
        result.Resolution["value"] = text;
        return result;
    }
}
