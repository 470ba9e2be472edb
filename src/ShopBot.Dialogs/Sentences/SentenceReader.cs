using System.Text.RegularExpressions;
using Microsoft.Recognizers.Text.Sequence;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Sentences;

/// <summary>Reads a sentence part by part. Each finder uses up its words, so the order decides what a word that could be several things is.</summary>
internal static partial class SentenceReader
{
    private static readonly char[] Signs = [.. " ,.，。!！?？、;；~:：\n"];

    public static ShopSentence Read(string? said, Catalogue shelf, SentenceSetting setting)
    {
        var clean = Heard.Clean(said);
        if (clean.Length is 0 or > ShopSentence.LongestText)
            return ShopSentence.Nothing;
        var sentence = new SentenceText(clean);
        var goods = GoodsNames.In(shelf);
        var troubles = new List<SentenceTrouble>();

        foreach (var greeting in Greeting().EnumerateMatches(sentence.Free))
            sentence.Use(greeting.Index, greeting.Index + greeting.Length);
        var handover = HandoverIn(sentence.Text);
        var phone = FindPhone(sentence);
        var names = goods.ProductsIn(sentence);
        var place = PlaceFinder.Find(sentence, names, goods);
        var swaps = VariantSwaps.Take(sentence, names, goods);
        var early = NumberedVariants(sentence, names, goods);
        var times = TimeFinder.Find(sentence, setting, troubles);
        var time = TimeChoice.Of(sentence, times, setting, troubles);
        TimeFinder.Use(sentence, times);
        // Whoever asks when the shop is open wants nothing at that time.
        if (place is null && OpeningAsked().IsMatch(sentence.Text) && !Coming().IsMatch(sentence.Text))
            time = default;
        var items = Kept(new ItemFinder(sentence, names, early, swaps, goods, troubles).Find(), sentence.Text, time, place, troubles);
        var wish = WishFinder.Find(sentence, items.Any(i => i.Quantity is not null) || time != default);
        return new ShopSentence
        {
            Items = items,
            Day = time.Day,
            Window = time.Window,
            OrWindow = time.Or,
            Place = place,
            Phone = phone,
            Wish = wish,
            Handover = handover,
            IsChange = items.Any(i => i.Change != ItemChange.None) || ((time != default || place is not null || phone is not null) && Changing().IsMatch(sentence.Text)),
            Troubles = troubles,
            Rest = Rest(sentence),
        };
    }

    private static string? FindPhone(SentenceText sentence)
    {
        foreach (var culture in Languages.All)
            foreach (var found in SequenceRecognizer.RecognizePhoneNumber(sentence.Free, culture))
                if (PhoneNumbers.Read(found.Text) is { } phone)
                {
                    sentence.Use(found.Start, found.End + 1);
                    return phone;
                }
        return null;
    }

    // "21号气垫" is a shade and no day of the month.
    private static List<Named> NumberedVariants(SentenceText sentence, List<Named> names, GoodsNames goods)
    {
        var early = new List<Named>();
        foreach (var name in names.Where(n => n.Product is { Variants.Count: > 1 }))
            foreach (var variant in goods.VariantsIn(sentence.Free, Math.Max(0, name.Start - 8), Math.Min(sentence.Text.Length, name.End + 14), name.Product))
            {
                var words = sentence.Free.AsSpan(variant.Start, variant.End - variant.Start);
                if (!words.ContainsAnyInRange('0', '9') || !sentence.IsFree(variant.Start, variant.End) || Unwanted().IsMatch(sentence.Free.AsSpan(0, variant.Start)))
                    continue;
                if (early.Exists(e => e.Product == name.Product))
                {
                    // "21号太白了" is no day either.
                    if (Judged().IsMatch(sentence.Free.AsSpan(variant.End)))
                        sentence.Use(variant.Start, variant.End);
                    continue;
                }
                early.Add(variant);
            }
        // "cushion 23": the number of the shade is as good as its name.
        foreach (var name in names.Where(n => n.Product is { Variants.Count: > 1 } && !early.Exists(e => e.Product == n.Product)))
            if (ShadeNumber().Match(sentence.Free, name.End) is { Success: true } number && GoodsNames.ByNumber(name.Product!, number.Groups["number"].Value) is { } shade)
                early.Add(new Named(number.Groups["number"].Index, number.Groups["number"].Index + number.Groups["number"].Length, [name.Product!], shade, IsExact: true));
        foreach (var variant in early)
            for (var at = variant.Start; at < variant.End; at++)
                if (!names.Exists(n => n.Start <= at && at < n.End))
                    sentence.Use(at, at + 1);
        return early;
    }

    // Who asks what a thing costs does not order it by naming it.
    private static IReadOnlyList<SaidItem> Kept(
        IReadOnlyList<SaidItem> items, string text, TimeChoice time, string? place, List<SentenceTrouble> troubles)
    {
        // "我那两袋衣服洗好没" asks after them.
        if (AsksAfter().IsMatch(text) && Mine().IsMatch(text))
            return [.. items.Where(i => i.Change != ItemChange.None)];
        if (items.All(i => i.Quantity is not null || i.BadQuantity is not null || i.Change != ItemChange.None))
            return items;
        var asks = Complaint().IsMatch(text) || (Question().IsMatch(text) && !(Wanting().IsMatch(text) && !Price().IsMatch(text)) && time == default && place is null);
        if (!asks)
            return items;
        troubles.RemoveAll(t => t.Kind == TroubleKind.SeveralProducts);
        return [.. items.Where(i => i.Quantity is not null || i.BadQuantity is not null || i.Change != ItemChange.None)];
    }

    private static Handover? HandoverIn(string text) => Pickup().IsMatch(text) ? Handover.Pickup
        : Collection().IsMatch(text) ? Handover.Collection
        : Delivery().IsMatch(text) ? Handover.Delivery
        : null;

    private static string Rest(SentenceText sentence)
    {
        var pieces = new List<string>();
        foreach (var piece in Unused().EnumerateMatches(sentence.Free))
            if (sentence.Written(piece.Index, piece.Index + piece.Length).Trim(Signs) is { Length: > 0 } words)
                pieces.Add(words);
        return string.Join(' ', pieces);
    }

    [GeneratedRegex("(早上|上午|中午|下午|晚上)好|早安|晚安|good ?(morning|afternoon|evening|night)(?! (on|at|for|works))|(have a |enjoy your )(good|nice|great|lovely)? ?(day|evening|afternoon|weekend|night)")]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\G(要|的| )?(?<number>[0-9]{2,3})(?![0-9点:月%]|号?(楼|来|取))")]
    private static partial Regex ShadeNumber();

    [GeneratedRegex("好[了没](吗|没|没有)?[?？。！! ]*$|洗完[了没]|到哪|什么时候(能|可以)?(好|洗完|送回|拿到|到)|where('s| is| are)|\\b(is|are) my\\b|\\bready (yet|now)\\b")]
    private static partial Regex AsksAfter();

    [GeneratedRegex("^(太|有点|不|色|偏|显|的|会|更| is| was)")]
    private static partial Regex Judged();

    [GeneratedRegex("开着|开门|关门|开不开|打烊|放假|营业|上班吗|\\b(open|close[ds]?|closing|holiday)\\b")]
    private static partial Regex OpeningAsked();

    [GeneratedRegex("取|收|送|拿|改|pick|collect|deliver|come")]
    private static partial Regex Coming();

    [GeneratedRegex("我(的|那|这|昨|前|上)|\\bmy\\b|昨天|上次|前天")]
    private static partial Regex Mine();

    [GeneratedRegex("(不要|不是|别拿|\\bnot( the)?) ?$")]
    private static partial Regex Unwanted();

    [GeneratedRegex("[^|]+")]
    private static partial Regex Unused();

    [GeneratedRegex("改|换|推迟|推到|提前到|延后|延到|延迟|挪|不是.+是|更正|错了|\\b(change|move|reschedule|instead|actually|make it|push|switch|update|postpone|rather|i meant)\\b")]
    private static partial Regex Changing();

    [GeneratedRegex("自取|自提|到店(取|拿|自|里取)|(我|自己)(自己)?(来|去|过来|过去|到店里?)(店里?)?(取|拿|提)|自己送|送到店|\\b(i'?ll|i will|i can|let me|myself)\\b.{0,20}\\b(pick|collect|come|drop|bring)|pick.{0,15} (at|from) (the|your) (shop|store)|in[- ]store")]
    private static partial Regex Pickup();

    [GeneratedRegex("上门(取|收|来)|来(取|收)(?!.{0,2}店)|取件|收件|派人来|过来(取|收)|\\b(come (and |to )?(collect|get|fetch|pick)|collect(ion)? from|pick ?up from|fetch)\\b")]
    private static partial Regex Collection();

    [GeneratedRegex("送货|送(到|去|至|来|上门)|寄(到|去|给)|快递|\\b(deliver(y|ed)?|ship|send (it|them)? ?to)\\b")]
    private static partial Regex Delivery();

    [GeneratedRegex("[?？]|[吗么呢]|多少|几钱|怎么|什么|哪|有没有|是不是|贵不贵|\\b(how|what|when|where|which|do you|does|is there|are there|is the|are the|any)\\b")]
    private static partial Regex Question();

    [GeneratedRegex("多少钱|几钱|价格|价钱|怎么(卖|收费|用|洗的)|贵|便宜|优惠|打折|有货|好用|适合|保质|成分|how much|price|cost|in stock|do you (sell|have)|什么时候|好了[吗没]|洗好|到哪|发货")]
    private static partial Regex Price();

    [GeneratedRegex("我?要|想|来|买|订|帮我|给我|预约|下单|约|洗一下|\\b(want|need|order|buy|get|have|book|wash|clean|like)\\b")]
    private static partial Regex Wanting();

    [GeneratedRegex("投诉|退款|退货|差评|赔|还没(送|到|洗|来|收|取|发)|没洗干净|洗坏|洗破|洗丢|弄丢|少了|丢了|坏了|破了|烂了|断了|掉色|缩水了|过敏了|过期|起疹|烂脸|\\brash\\b|allergic reaction|expired|发错|送错|洗好了|好了[吗没]|到哪|什么时候(能|可以|到|送|洗|好|才)|我的.{0,6}(呢|到|好了)|refund|ruined|damaged|missing|broken|complain|still (not|haven)|where('s| is| are)|is my|are my|status|wrong|lost|stained?\\b|leak")]
    private static partial Regex Complaint();
}
