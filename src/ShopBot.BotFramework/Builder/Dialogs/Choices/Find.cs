namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Looks for values in what somebody said, word by word.</summary>
public static class Find
{
    private const int DefaultTokenDistance = 2;

    /// <exception cref="ArgumentNullException">No choices.</exception>
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<string> choices, FindChoicesOptions options = null) =>
        FindChoices(utterance, ChoiceFactory.ToChoices(choices ?? throw new ArgumentNullException(nameof(choices))), options);

    /// <summary>The choices whose value, title or synonym was said, in the order they were said.</summary>
    /// <exception cref="ArgumentNullException">No choices.</exception>
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);

        var names = new List<SortedValue>(choices.Count);
        for (var index = 0; index < choices.Count; index++)
        {
            var choice = choices[index];
            if (options is not { NoValue: true })
                names.Add(new SortedValue { Index = index, Value = choice.Value });
            if (choice.Action?.Title is { } title && options is not { NoAction: true })
                names.Add(new SortedValue { Index = index, Value = title });
            foreach (var synonym in choice.Synonyms ?? [])
                names.Add(new SortedValue { Index = index, Value = synonym });
        }

        return FindValues(utterance, names, options).ConvertAll(found => new ModelResult<FoundChoice>
        {
            Start = found.Start,
            End = found.End,
            TypeName = "choice",
            Text = found.Text,
            Resolution = new FoundChoice
            {
                Value = choices[found.Resolution.Index].Value,
                Index = found.Resolution.Index,
                Score = found.Resolution.Score,
                Synonym = found.Resolution.Value,
            },
        });
    }

    /// <summary>Every value at most once, no word for two values, in the order they were said; longer values and better matches win.</summary>
    /// <exception cref="ArgumentNullException">No values.</exception>
    public static List<ModelResult<FoundValue>> FindValues(string utterance, List<SortedValue> values, FindValuesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(values);

        var tokenizer = options?.Tokenizer ?? Tokenizer.DefaultTokenizer;
        var said = tokenizer(utterance ?? "", options?.Locale);
        var results = new List<ModelResult<FoundValue>>();
        if (said.Count == 0)
            return results;

        var matches = FindMatches(said, values, tokenizer, options);
        matches.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Order.CompareTo(b.Order));

        var taken = new bool[said.Count];
        var found = new HashSet<int>();
        foreach (var match in matches)
        {
            if (found.Contains(match.Value.Index) || taken.AsSpan(match.First..(match.Last + 1)).Contains(true))
                continue;
            found.Add(match.Value.Index);
            taken.AsSpan(match.First..(match.Last + 1)).Fill(true);

            var (start, end) = (said[match.First].Start, said[match.Last].End);
            results.Add(new ModelResult<FoundValue>
            {
                Start = start,
                End = end,
                Text = utterance!.Substring(start, end - start + 1),
                TypeName = "value",
                Resolution = new FoundValue { Value = match.Value.Value, Index = match.Value.Index, Score = match.Score },
            });
        }

        results.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return results;
    }

    private static List<Match> FindMatches(List<Token> said, List<SortedValue> values, TokenizerFunction tokenizer, FindValuesOptions? options)
    {
        var byLength = values.ToArray();
        Array.Sort(byLength, static (a, b) => (b.Value?.Length ?? 0).CompareTo(a.Value?.Length ?? 0));

        var matches = new List<Match>();
        foreach (var value in byLength)
        {
            if (string.IsNullOrWhiteSpace(value.Value))
                continue;

            // "last one" is twice in "the last time I chose the last one", so look on behind each match.
            var search = new Search(said, tokenizer(value.Value.Trim(), options?.Locale), options);
            for (var from = 0; search.TryMatch(from, out var first, out var last, out var score); from = last + 1)
                matches.Add(new Match(value, first, last, score, matches.Count));
        }

        return matches;
    }

    private readonly record struct Match(SortedValue Value, int First, int Last, float Score, int Order);

    private sealed class Search(List<Token> said, List<Token> wanted, FindValuesOptions? options)
    {
        private readonly int _distance = options?.MaxTokenDistance ?? DefaultTokenDistance;
        private readonly bool _partial = options?.AllowPartialMatches ?? false;

        /// <summary>Where each wanted word was seen last: the search for a first word never runs over the text twice.</summary>
        private readonly int[] _seen = NewSeen(wanted.Count);

        public bool TryMatch(int from, out int first, out int last, out float score)
        {
            (first, last, score) = (-1, -1, 0);
            var (matched, deviation) = (0, 0);
            for (var i = 0; i < wanted.Count; i++)
            {
                var position = matched == 0 ? IndexFrom(i, from) : IndexNear(i, from);
                if (position < 0)
                    continue;
                if (matched == 0)
                    first = position;
                else
                    deviation += position - from;
                matched++;
                last = position;
                from = position + 1;
            }

            if (matched == 0 || (matched < wanted.Count && !_partial))
                return false;
            var completeness = (float)matched / wanted.Count;
            var accuracy = (float)matched / (matched + deviation);
            score = completeness * accuracy;
            return true;
        }

        private int IndexFrom(int word, int from)
        {
            if (_seen[word] >= from)
                return _seen[word] == said.Count ? -1 : _seen[word];
            var position = from;
            while (position < said.Count && !Matches(word, position))
                position++;
            _seen[word] = position;
            return position < said.Count ? position : -1;
        }

        private int IndexNear(int word, int from)
        {
            for (var position = from; position < said.Count && position - from <= _distance; position++)
            {
                if (Matches(word, position))
                    return position;
            }

            return -1;
        }

        private bool Matches(int word, int position) =>
            string.Equals(said[position].Normalized, wanted[word].Normalized, StringComparison.Ordinal);

        private static int[] NewSeen(int count)
        {
            var seen = new int[count];
            Array.Fill(seen, -1);
            return seen;
        }
    }
}
