using System.Text.RegularExpressions;
using ShopBot.Dialogs.Hearing;
using ShopBot.Shops.Returns;

namespace ShopBot.Dialogs.Returns;

/// <summary>What staff typed behind "done 12": <c>7件</c>, <c>3/7</c>, <c>放邻居 302张阿姨</c>, <c>柜 A12 密码 8866</c>, <c>5 sure</c>, or several of them.</summary>
internal abstract partial record HandoverReading
{
    private HandoverReading() { }

    public sealed record Read(HandedOver Handed) : HandoverReading;

    public sealed record NotUnderstood : HandoverReading;

    public sealed record PlaceTooLong : HandoverReading;

    /// <summary>A neighbour who is not named.</summary>
    public sealed record PlaceMissing : HandoverReading;

    /// <summary>Neither the locker's number nor its code.</summary>
    public sealed record LockerIncomplete : HandoverReading;

    /// <param name="typed">As <see cref="Heard.Clean"/> gives it; empty = nothing was said.</param>
    public static HandoverReading Of(string typed)
    {
        var rest = typed.ReplaceLineEndings(" ").Trim();
        var sure = Sure().Match(rest);
        if (sure.Success)
            rest = rest[..sure.Index].Trim();
        var handed = new HandedOver(IsSure: sure.Success);
        if (Leading().Match(rest) is { Success: true } first && (rest.Length == first.Length || first.Groups["unit"].Success || IsPlace(rest[first.Length..].Trim(Blanks))))
            (handed, rest) = (WithPieces(handed, first), rest[first.Length..].Trim(Blanks));
        else if (Trailing().Match(rest) is { Success: true } last)
            (handed, rest) = (WithPieces(handed, last), rest[..last.Index].Trim(Blanks));
        if (rest.Length == 0 || ToCustomer().IsMatch(rest))
            return new Read(handed);
        return Place(rest, handed);
    }

    private static readonly char[] Blanks = [' ', ',', '，', ';', '；', '、'];

    private static bool IsPlace(string rest) => ToCustomer().IsMatch(rest) || Locker().IsMatch(rest) || Neighbour().IsMatch(rest);

    private static HandoverReading Place(string rest, HandedOver handed)
    {
        if (Locker().Match(rest) is { Success: true } locker)
        {
            var (number, code) = (locker.Groups["number"], locker.Groups["code"]);
            return number.Success || code.Success
                ? new Read(handed with { To = HandedTo.Locker, Where = number.Success ? number.Value.ToUpperInvariant() : null, Code = code.Success ? code.Value : null })
                : new LockerIncomplete();
        }
        if (Neighbour().Match(rest) is not { Success: true } neighbour)
            return new NotUnderstood();
        var with = neighbour.Groups["with"].Value.Trim(Blanks);
        return with.Length == 0 ? new PlaceMissing()
            : with.Length > OrderReturn.LongestPlace ? new PlaceTooLong()
            : new Read(handed with { To = HandedTo.Neighbour, Where = with });
    }

    private static HandedOver WithPieces(HandedOver handed, Match found)
    {
        var (pieces, of) = (Count(found.Groups["count"]), found.Groups["of"].Success ? Count(found.Groups["of"]) : (int?)null);
        // "3 of 7" is a part.
        return handed with { Pieces = pieces, Of = of, IsPart = of > pieces };
    }

    // What is too large for a number is too large for a bag; the operation says so.
    private static int Count(Group digits) => Numbers.Whole(digits.Value) ?? int.MaxValue;

    private const string Counted = @"(?<count>[0-9]+|[零一二两三四五六七八九十百]+)\s*(?<unit>件|pieces?\b|pcs?\b|items?\b)?(\s*(/|共|of\b)\s*(?<of>[0-9]+)\s*(件|pieces?\b|pcs?\b|items?\b)?)?";

    [GeneratedRegex("^" + Counted + @"(?=$|[\s,，;；、])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?<=[\s,，;；、])(?<count>[0-9]+|[零一二两三四五六七八九十百]+)\s*(件|pieces?|pcs?|items?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"(^|[\s,，])(确认|没错|sure|confirm(ed)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Sure();

    [GeneratedRegex(@"^(交给|给)?(顾客|客人|本人)$|^(to )?(the )?customer$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex ToCustomer();

    [GeneratedRegex(@"^(放|存|放进|放在|in |(in )?the )?\s*(快递柜|丰巢柜?|蜂巢柜?|柜子|柜|(parcel )?locker\b)\s*[:：#]?\s*(?<number>(?!code\b|pin\b)[A-Za-z0-9-]{1,12}(?=$|[\s,，号]))?号?[\s,，]*((密码|取件码|code|pin)?[\s:：]*(?<code>[A-Za-z0-9]{3,12}))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Locker();

    [GeneratedRegex(@"^((放|放在|交给|给|留给|留在)?\s*(隔壁邻居|邻居)|(left |leave )?(it )?(with |at )?(the |a )?neighbou?r\b|放在|放|交给|留给|留在|(left |leave )?(it )?(with|at)\b)\s*[:：]?\s*(?<with>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Neighbour();
}
