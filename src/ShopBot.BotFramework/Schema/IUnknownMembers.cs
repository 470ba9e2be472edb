using System.Text.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A type that keeps JSON members it has no property for, so that writing does not have to make an empty dictionary.</summary>
internal interface IUnknownMembers
{
    /// <summary>Null when nothing was kept.</summary>
    IDictionary<string, JsonElement>? Kept { get; }
}
