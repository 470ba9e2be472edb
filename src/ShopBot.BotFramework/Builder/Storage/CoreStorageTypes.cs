using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>The types of .NET and of this library that may stand where the code only says <c>object</c>. The names are stored: they stay.</summary>
internal static class CoreStorageTypes
{
    public static void RegisterAll()
    {
        RegisterValues();
        RegisterCollections();
        RegisterSchema();
        DialogStorageTypes.RegisterAll();
    }

    private static void RegisterValues()
    {
        StorageSerializer.Register<long>("long");
        StorageSerializer.Register<short>("short");
        StorageSerializer.Register<byte>("byte");
        StorageSerializer.Register<sbyte>("sbyte");
        StorageSerializer.Register<uint>("uint");
        StorageSerializer.Register<ulong>("ulong");
        StorageSerializer.Register<ushort>("ushort");
        StorageSerializer.Register<float>("float");
        StorageSerializer.Register<decimal>("decimal");
        StorageSerializer.Register<char>("char");
        StorageSerializer.Register<Guid>("guid");
        StorageSerializer.Register<DateTime>("datetime");
        StorageSerializer.Register<DateTimeOffset>("moment");
        StorageSerializer.Register<DateOnly>("date");
        StorageSerializer.Register<TimeOnly>("time");
        StorageSerializer.Register<TimeSpan>("timespan");
        StorageSerializer.Register<Uri>("uri");
        StorageSerializer.Register<JsonElement>("json");
    }

    private static void RegisterCollections()
    {
        StorageSerializer.Register<byte[]>("bytes");
        StorageSerializer.Register<string[]>("string.array");
        StorageSerializer.Register<int[]>("int.array");
        StorageSerializer.Register<List<string>>("string.list");
        StorageSerializer.Register<List<int>>("int.list");
        StorageSerializer.Register<List<long>>("long.list");
        StorageSerializer.Register<List<double>>("double.list");
        StorageSerializer.Register<List<bool>>("bool.list");
        StorageSerializer.Register<Dictionary<string, string>>("string.map");
        StorageSerializer.Register<Dictionary<string, int>>("int.map");
    }

    private static void RegisterSchema()
    {
        StorageSerializer.Register<Activity>("activity");
        StorageSerializer.Register<List<Activity>>("activity.list");
        StorageSerializer.Register<ConversationReference>("reference");
        StorageSerializer.Register<ChannelAccount>("account");
        StorageSerializer.Register<Attachment>("attachment");
        StorageSerializer.Register<List<Attachment>>("attachment.list");
        StorageSerializer.Register<SuggestedActions>("suggested");
        StorageSerializer.Register<CardAction>("action");
        StorageSerializer.Register<HeroCard>("hero");
        StorageSerializer.Register<ThumbnailCard>("thumbnail");
        StorageSerializer.Register<SigninCard>("signin");
        StorageSerializer.Register<ReceiptCard>("receipt");
        StorageSerializer.Register<AudioCard>("audio");
        StorageSerializer.Register<VideoCard>("video");
        StorageSerializer.Register<AnimationCard>("animation");
        StorageSerializer.Register<Entity>("entity");
        StorageSerializer.Register<Mention>("mention");
        StorageSerializer.Register<Place>("place");
        StorageSerializer.Register<GeoCoordinates>("geo");
    }
}
