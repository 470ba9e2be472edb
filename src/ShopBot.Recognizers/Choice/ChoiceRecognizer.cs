namespace Microsoft.Recognizers.Text.Choice;

/// <summary>Finds a yes or a no.</summary>
public static class ChoiceRecognizer
{
    /// <summary>The best match, or nothing. "value" is a bool; "score" (0.4 to 1) grows with the part of the sentence it makes up.</summary>
    /// <param name="culture">"zh-cn" and other Chinese cultures read Chinese; everything else English.</param>
    public static List<ModelResult> RecognizeBoolean(
        string query, string culture, ChoiceOptions options = ChoiceOptions.None, bool fallbackToDefaultCulture = true)
    {
        var found = new List<ModelResult>();
        if (string.IsNullOrEmpty(query))
            return found;

        var utterance = new Utterance(query, Folding.Fold(query));
        if (AnswerScanner.TryFindBest(utterance, Culture.IsChinese(culture), out var answer))
        {
            var result = new ModelResult { Text = query[answer.Start..answer.End], Start = answer.Start, End = answer.End - 1, TypeName = "boolean" };
            result.Resolution["score"] = answer.Score;
            result.Resolution["value"] = answer.IsYes;
            found.Add(result);
        }

        return found;
    }
}
