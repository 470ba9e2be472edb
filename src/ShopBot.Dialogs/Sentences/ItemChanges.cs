using System.Text.RegularExpressions;

namespace ShopBot.Dialogs.Sentences;

/// <summary>Tells what each item does to the order: add, remove, set, or simply ordered.</summary>
internal static partial class ItemChanges
{
    public static IReadOnlyList<SaidItem> Settle(SentenceText sentence, List<ItemFinder.Found> found)
    {
        var items = new List<(SaidItem Item, ItemFinder.Found At)>(found.Count);
        var isInPlace = false;
        for (var i = 0; i < found.Count; i++)
        {
            var at = found[i];
            var before = Between(sentence.Text, i > 0 ? found[i - 1].End : 0, at.Start);
            var behind = Between(sentence.Text, at.End, i + 1 < found.Count ? found[i + 1].Start : sentence.Text.Length);
            var change = isInPlace || at.IsSwap ? ItemChange.Set : Of(before, sentence.Text[at.Start..at.End], behind, at);
            // "把口红换成眉笔": the first one goes without being named as such.
            if (i + 1 < found.Count && at.Count is null && Swap().IsMatch(behind) && (found[i + 1].Product != at.Product || found[i + 1].Count is null) && !isInPlace)
            {
                isInPlace = true;
                continue;
            }
            isInPlace = false;
            // "Cancel the masks, keep the cushion": what stays is no new order.
            if (at.Count is null && Stays().IsMatch(before) && items.Exists(e => e.Item.Change != ItemChange.None))
                continue;
            // "两袋，不对，三袋", "不要两袋，要三袋": the later one holds.
            var earlier = items.FindIndex(e => e.Item.Product == at.Product && (at.Variant is null || e.Item.Variant is null || e.Item.Variant == at.Variant));
            if (earlier >= 0 && at.Count is not null && (items[earlier].Item.Change == ItemChange.Remove || change == ItemChange.Set || Mend().IsMatch(before) || (items[earlier].Item.Change == ItemChange.Add && Total().IsMatch(before))))
            {
                var takesPlace = items[earlier].Item.Change != ItemChange.None || change == ItemChange.Set ? ItemChange.Set : ItemChange.None;
                items[earlier] = (items[earlier].Item with
                {
                    Quantity = at.Count.Quantity,
                    BadQuantity = at.Count.Quantity is null ? at.Count.Value : null,
                    Variant = at.Variant ?? items[earlier].Item.Variant,
                    Change = takesPlace,
                }, at);
                continue;
            }
            // More than what? Than what the same sentence ordered.
            if (change == ItemChange.Add && items.Exists(e => e.Item.Change == ItemChange.None))
                change = ItemChange.None;
            else if (change == ItemChange.None && items.Count > 0 && items[^1].Item.Change is ItemChange.Add or ItemChange.Remove && Joins().IsMatch(before))
                change = items[^1].Item.Change;
            items.Add((new SaidItem(at.Product, at.Variant, at.Count?.Quantity, at.IsNamed, change,
                at.Count is { Quantity: null } bad ? bad.Value : null), at));
        }
        return [.. items.Select(i => i.Item)];
    }

    private static string Between(string text, int from, int to) => from < to ? text[from..to] : "";

    private static ItemChange Of(string before, string words, string behind, ItemFinder.Found at)
    {
        if (Less().IsMatch(before) || LessInside().IsMatch(words) || (GoneAfter().IsMatch(behind) && !WholeOrder().IsMatch(behind)) || (RemoveBefore().IsMatch(before) && !WholeOrder().IsMatch(behind) && !(at.Count is not null && Instead().IsMatch(behind))))
            return ItemChange.Remove;
        if (SetBefore().IsMatch(before) || SetInside().IsMatch(words) || Instead().IsMatch(behind))
            return ItemChange.Set;
        return at.Count?.IsMore == true || AddBefore().IsMatch(before) || AddInside().IsMatch(words) ? ItemChange.Add : ItemChange.None;
    }

    [GeneratedRegex("(不是|不要|不想要|别要|去掉|去除|取消|删掉|删除|删了|减掉|不买|不订|不洗|不需要|拿掉|划掉|撤掉|退掉)(了|那个|那|这|我的|洗)?$|(no more|remove|drop|cancel|delete|without|take off|take out|skip|forget|don'?t want|do not want|don'?t need|no longer (need|want)|scratch|lose|rid of|leave out|not)( about)?( the| my| that| those| any| of){0,2} ?$|\\bno ?$")]
    private static partial Regex RemoveBefore();

    [GeneratedRegex("(\\bkeep( the| my| those)?|留着|保留|留下) ?$")]
    private static partial Regex Stays();

    [GeneratedRegex("少(要|来|拿|洗|买|订|送)")]
    private static partial Regex LessInside();

    [GeneratedRegex("(一共|总共|共|合计|in total|altogether) ?$")]
    private static partial Regex Total();

    [GeneratedRegex("(减少?|少[要拿洗买订送]?|少来|扣掉|减去)(了|个)?$|(one|two) (less|fewer) ?$|(less|fewer) ?$")]
    private static partial Regex Less();

    [GeneratedRegex("^ ?(我|也|就|都|先|还是|那个|的话|，|,)*(不要了|不用了|不要(?![洗烘漂放0-9])|去掉|取消|删掉|删了|不洗了|不买了|不订了|不需要了|算了|拿掉|撤掉)|^ ?(less|fewer)\\b")]
    private static partial Regex GoneAfter();

    [GeneratedRegex("(改成|改为|改到|换成|换为|变成|改要|改订|换|改|调整为|调成|更正为|应该是|其实是|其实要|实际是)(只|就|要|我要|了)*$|(make (it|that|this)|(change|switch|update|amend|swap|modify)[^.,;]{0,30}? to|changed?( it| that)?|instead of .{1,20}|actually|i (meant|mean)|make)( just| only| be)? ?$")]
    private static partial Regex SetBefore();

    [GeneratedRegex("改成?|改为|换|变成|\\bto\\b")]
    private static partial Regex SetInside();

    // "Cancel the sunscreen order" changes nothing in an order.
    [GeneratedRegex("^ ?(order|orders|delivery|pickup|collection)\\b|^(那|这|的)?(一|个)?(单|订单)")]
    private static partial Regex WholeOrder();

    [GeneratedRegex("^[ ,]{0,2}(please )?instead\\b")]
    private static partial Regex Instead();

    [GeneratedRegex("(再|多|另外?|追加|补|加|添|外加)(加|来|要|拿|买|订|添|给我|帮我加?|补|送|洗)*(上|多|一下|了)?$|(还要|还想要|还需要)(再|加|来)*$|^ ?(and |oh )?(also|plus)( an?)? ?$|\\b(add|another|extra|additional|more|throw in)( me| us| an?| in| on)*( another| extra)? ?$")]
    private static partial Regex AddBefore();

    [GeneratedRegex("^another\\b|[加多]|再(来|要|拿|给|买|订)")]
    private static partial Regex AddInside();

    [GeneratedRegex("(换成|改成|换|改为|变成)|\\b(to|for|with)\\b")]
    private static partial Regex Swap();

    [GeneratedRegex("不对|不是|哦不|错了|说错|算了|改|是|还是|no wait|wait|sorry|actually|i mean|make (it|that)|rather")]
    private static partial Regex Mend();

    [GeneratedRegex("^ ?(和|跟|还有|与|、|，|,|and|&|\\+) ?$")]
    private static partial Regex Joins();
}
