namespace ShopBot.Simulator.WeChat.Files;

/// <summary>One piece of an account's permanent material.</summary>
/// <param name="Title">Of a film; empty otherwise.</param>
internal sealed record Material(StoredFile File, string Name, string Title, string Introduction, DateTimeOffset UpdatedAt);

/// <summary>An account's permanent material: pictures, voices, films and thumbnails; articles are drafts.</summary>
internal sealed class MaterialShelf
{
    public const int MostPictures = 100_000, MostOfOthers = 1_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Material> _byId = [];

    /// <returns>False when there are too many of its type.</returns>
    public bool TryAdd(Material material)
    {
        lock (_gate)
        {
            if (_byId.Values.Count(m => m.File.Type == material.File.Type) >= (material.File.Type == "image" ? MostPictures : MostOfOthers))
                return false;
            _byId[material.File.MediaId] = material;
            return true;
        }
    }

    public Material? Find(string? mediaId)
    {
        lock (_gate)
            return mediaId is null ? null : _byId.GetValueOrDefault(mediaId);
    }

    public bool Remove(string mediaId)
    {
        lock (_gate)
            return _byId.Remove(mediaId);
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Material> Of(string type)
    {
        lock (_gate)
            return [.. _byId.Values.Where(m => m.File.Type == type).OrderByDescending(m => m.UpdatedAt)];
    }
}
