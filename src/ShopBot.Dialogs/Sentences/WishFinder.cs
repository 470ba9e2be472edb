using System.Text.RegularExpressions;

namespace ShopBot.Dialogs.Sentences;

/// <summary>Finds what is wished beyond goods, time and place: "轻点洗", "no starch". Comes last: what is understood otherwise is no wish.</summary>
internal static partial class WishFinder
{
    /// <returns>As written, several joined by a comma; null where there is none.</returns>
    /// <param name="isOrder">Whether goods or a time were said: then "broken" is the bell, and "could you" a wish.</param>
    public static string? Find(SentenceText sentence, bool isOrder)
    {
        if (Noted().Match(sentence.Free) is { Success: true } noted)
            return Trimmed(sentence.Free, noted.Groups["wish"].Index, noted.Index + noted.Length) is { } note ? Take(sentence, note) : null;
        if (NoOrder().IsMatch(sentence.Text) && (!isOrder || Never().IsMatch(sentence.Text)))
            return null;
        var wishes = new List<(int From, int To)>();
        var open = sentence.Free;
        foreach (var piece in Pieces().EnumerateMatches(open))
        {
            var words = open.AsSpan(piece.Index, piece.Length);
            if ((Asking().IsMatch(words) && !(isOrder && Polite().IsMatch(words))) || Nothing().IsMatch(words) || !(Chinese().IsMatch(words) || English().IsMatch(words)))
                continue;
            if (Trimmed(open, piece.Index, piece.Index + piece.Length) is not { } wish)
                continue;
            // What is said in one go stays as it was said.
            if (wishes.Count > 0 && Between().IsMatch(open.AsSpan(wishes[^1].To, wish.From - wishes[^1].To)))
                wishes[^1] = (wishes[^1].From, wish.To);
            else
                wishes.Add(wish);
        }
        var written = wishes.ConvertAll(w => Take(sentence, w));
        return written.Count == 0 ? null : string.Join(written[0].Any(Latin.IsHan) ? "，" : ", ", written);
    }

    private static (int From, int To)? Trimmed(string open, int from, int to)
    {
        from += Leading().Match(open[from..to]).Length;
        while (to > from && Trailing().Match(open[from..to]) is { Success: true, Length: > 0 } tail)
            to -= tail.Length;
        return to - from < 2 ? null : (from, to);
    }

    private static string Take(SentenceText sentence, (int From, int To) wish)
    {
        sentence.Use(wish.From, wish.To);
        return sentence.Written(wish.From, wish.To);
    }

    [GeneratedRegex("^[ ,，、.。;；]*((please|pls|thanks|just|and|also|再|还有|另外|请|谢谢|麻烦)[ ,，、.。]*)*$")]
    private static partial Regex Between();

    [GeneratedRegex(@"(备注|留言|附言)(一下|下|写|:|：|，|,| )*(?<wish>[^|\n]{2,})|\bnotes?( to (shop|driver|store))? ?[:-] ?(?<wish>[^|\n]{2,})")]
    private static partial Regex Noted();

    [GeneratedRegex(@"([^|,，。；;!！?？\n.~…]|\.(?=[0-9a-z])|[?？](?=[a-z]))+[?？]?")]
    private static partial Regex Pieces();

    [GeneratedRegex("^( |也|还)*(请问)?(可以|可不可以|能不能|能|麻烦|方便)(?!洗)[^几多什哪]*$|^ ?(could|can|would|will) (you|u|ya) (?!wash|clean|do |take|deliver|pick|come)")]
    private static partial Regex Polite();

    [GeneratedRegex("投诉|退款|退订|(发|推送).{0,4}(广告|消息)|unsubscribe|refund|stop (sending|messag|text)|opt out|\\bmanager\\b|(ring|call) me (back|on)")]
    private static partial Regex Never();

    // Complaints, and people who want no messages, wish something else.
    [GeneratedRegex("投诉|退款|退货|差评|赔|怎么还没|还没(送|到|洗|来|收|取|发)|没洗干净|洗坏|洗破|洗丢|弄丢|掉色了|缩水了|烂了|断了|退订|别(再)?(发|推|给我发)|不要(再|给我)*(发|推送)|不想收|取消关注|屏蔽|骚扰|unsubscribe|stop (sending|messag|text)|opt out|no more (messages|texts|ads|promo)|\\bmanager\\b|(ring|call) me (back|on)|refund|ruined|damaged|missing|broken|complain|never (came|arrived|showed)|still (not|haven)|terrible|awful|worst|came back|disappointed|unhappy|not happy|unacceptable")]
    private static partial Regex NoOrder();

    [GeneratedRegex(@"[?？吗么呢]$|([一-龥])不\1(?!能|可)|多少|几(点|天|个|钱)|什么|怎么|哪|([洗行好可要能会])不([洗行好可要能会])|有没有|能不能|可不可以|会不会|^ ?(how|what|when|where|who|why|do you|does|is there|are there|have you|which)\b")]
    private static partial Regex Asking();

    [GeneratedRegex("^ ?((but |and )?(不要|不用|不需要)(了|谢谢|的|别的|其他的?|其它的?)*|没有?别的.*|别的(不要|不用|没).*|.{0,4}不(洗|要|买|订)了?|(but |and )?keep( the| my| all)?( rest| others?| same)?|不好意思.*|.{0,8}(my |new )*(phone|mobile|cell|number)( number| no)?( is)?|.*(改主意|改变主意).*|no( thanks?| thx| worries| problem| rush| hurry)?|no,? .{0,12}(sorry|wait|i mean).*|.{0,3}(no|not|don't) (idea|know|sure|want (it|them|that|any)|need (it|them|that|any)).*|快(点|递)?|请问.*|.*(自己|我)(来|去|过来)?(取|拿|提).*|not [a-z0-9]+|nvm.*|.*\\b(don'?t|do not) (come|bother|worry).*|别来了?|不用(来|送|取|收|过来|上门)了?.*|别送.{0,3}(家|公司|店)里?了?|算了.*|.*(别的|其他|其它|剩下)的?(都)?(照旧|不变|不动|一样|照常).*|(推迟|提前|延后|延迟).{1,4}|(过来|来|上门)(收|取|拿)(一下)?|(?!.*[不别要请]).*(真|很|挺|超)(干净|香|棒|快|好).*|别急|不急|不着急|麻烦(快点)?了?|.*(不方便|没空|有事|来不及|不在).{0,3}) ?$")]
    private static partial Regex Nothing();

    [GeneratedRegex("""
        别(?!的|人|墅)|不要|不用|勿|(?<!能)不能|(?<!可)不可以|不加|不放|不洗|不烘|不熨|不烫|轻(点|一点|柔|轻|拿|放|洗)|温柔|柔(洗|和)|手洗|机洗|水洗|干洗就|单独|分开|分类|分袋|一起洗|混洗|柔顺剂|柔软剂|洗衣液|洗涤|消毒|杀菌|
        熨|烫|挂(着|起|好|衣)|叠|折好|敲门|门铃|按铃|放(在|到)?.{0,4}(门口|前台|物业|保安|快递柜|丰巢|门卫|驿站|门外|鞋柜|柜|管家|信箱)|交给|打(个|我|一下)?电话|电话(联系|通知)|电联|
        提前(联系|电话|说|打|通知|告诉|发|半|十|一)|先(打|联系|电话|说)|到了(打|联系|叫|发|说|给|喊)|微信(联系|说|叫)|发(个)?(短信|微信|信息|消息)|包(装|好|漂亮|起来|一下|得|严|紧|结实|厚)|顺丰|京东快递|闪送|跑腿|到付|无色|(让|叫|找|换).{0,6}(小哥|师傅|阿姨)|上次那(个|位)|礼(盒|物|品|袋)|贺卡|卡片|送人|
        写(张|个|上|一)|小票|发票|尽快|快(点|些|一点)|加急|急(用|着|要)|早点|小心|注意|当心|污渍|油渍|咖啡渍|血渍|墨|渍|干净|漂白|漂(?!亮)|烘|低温|高温|冷水|温水|热水|常温|过敏|敏感|无香|香味|香精|味道|除味|去味|除臭|
        小样|试用装?|赠品|送点|多(放|送|给|塞)|少(放|加)|袋子|手提袋|环保袋|密封|防(水|潮|压|摔)|易碎|保密|匿名|隐私|不透明|生产日期|保质期|新(鲜|日期|批)|日期(要)?新|宝宝|婴儿|内衣|白色的?(衣|要|单)|深色|浅色|羊毛|羊绒|真丝|丝绸|
        缩水|掉色|褪色|变形|起球|晾|除螨|仔细|帮忙搬|搬|有狗|狗|孩子|睡|小声|安静|找零|零钱|开票|抬头|拉链|扣子|口袋|领口|袖口|鞋带|鞋垫|鞋底|泥|刷
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Chinese();

    [GeneratedRegex("""
        \b(no|don'?t|do\ not|dnt|never|not|without|avoid)\ [a-z]|\b(leave|ring|knock|call|text|msg|message|phone|buzz|gentle|gently|careful(ly)?|care|separate(ly)?|fold(ed)?|hang(ers?)?|hung|iron(ed|ing)?|
        press(ed)?|starch|softener|bleach|scent(ed|s)?|fragrance|perfume|unscented|detergent|allerg\w*|hypo\w*|sensitive|gift|wrap(ped|ping)?|card|receipt|invoice|asap|quick(ly)?|rush|urgent(ly)?|express|hurry|
        cold|warm|hot|low\ heat|temp(erature)?|tumble|air\ dry|dry|delicates?|stains?|stained|hand[ -]?wash(ed)?|by\ hand|doorman|concierge|reception|front\ desk|guard|gate|doorbell|buzzer|dogs?|baby|sleeping|asleep|
        samples?|expiry|fresh(est)?|extra\ (care|careful|clean|soap|rinse)|just\ text|bring|discreet|plain|fragile|bubble|eco|plastic|paper\ bag|whites|colou?rs|darks|silk|wool|cashmere|collars?|laces|insoles?|soles|smell|odou?r|mud(dy)?|
        handle|brush|lift|elevator|change\ for|keep|make\ sure|let\ me\ know|only\ use|use\ only|separately|zip(per)?|buttons?|pockets?|birthday|ribbon)\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex English();

    [GeneratedRegex(@"^( |、|-|:|：|(然后|还有|另外|对了|可以|能不能|could (you|u)|can (you|u)|would you|麻烦(你们?|您|帮忙)?|请(你们?|您)?|记得|那个|嗯+|呃|哦|啊|并且|而且|吧|的|了(?!解)|,|and|also|oh|but|so|then|just|btw|plus|pls|plz|please|can you|could you|kindly)(?![a-z]))*")]
    private static partial Regex Leading();

    [GeneratedRegex("( |、|-|谢谢.{0,2}|多谢|感谢|麻烦了|辛苦了?|可以吗|好吗|行吗|哈|哦|啊|呀|呢|吧|啦|噢|喔|哈哈|拜托了?|please|pls|plz|thanks?( you| u)?|thx|ty|cheers|ok|ta|and|but|:)$")]
    private static partial Regex Trailing();
}
