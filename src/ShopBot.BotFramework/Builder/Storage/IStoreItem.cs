namespace Microsoft.Bot.Builder;

/// <summary>Something stored that guards itself against being overwritten by someone who has not seen its last state.</summary>
public interface IStoreItem
{
    /// <summary>Given by the store when the item is read, another after every write; <c>*</c> overwrites whatever is there.</summary>
    string ETag { get; set; }
}
