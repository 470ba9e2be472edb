using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Pieces;

/// <summary>What is said about what is in a bag: <c>dialogs/pieces/wording.*.yaml</c>.</summary>
public static class PiecesTexts
{
    public sealed record Piece(string Name, int Count, string Unit) : Text;
    public sealed record Between : Text;
    public sealed record InTheBag(string Pieces) : Text;
    public sealed record SavedByBag(string ByPiece, string Bag) : Text;
    public sealed record CheaperByPiece(string ByPiece, string Bag) : Text;
    public sealed record NotInBagShort(string Names) : Text;
    public sealed record WhatNotInBag : Text;
    public sealed record NotInBagList(string Lines) : Text;
    public sealed record NotInBagLine(string Name, string Instead) : Text;
    public sealed record MustNotGoIn(string Name, string Instead) : Text;
    public sealed record HowToList(string Prices) : Text;
    public sealed record PriceOfPiece(string Name, string Price) : Text;
    public sealed record ListWord : Text;
    public sealed record Listed(int Number, string Pieces) : Text;
    public sealed record NothingUnderstood(int Number) : Text;
    public sealed record TooLateToList(int Number) : Text;
    public sealed record NoSuchOrder(int Number) : Text;
}
