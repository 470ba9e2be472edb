namespace ShopBot.Simulator.WeChat.Users;

/// <summary>The tags an account may put on its followers.</summary>
internal sealed class UserTags
{
    /// <summary>0 to 2 belong to the platform.</summary>
    public const int LastSystemId = 2;
    public const int Most = 100, MostPerPerson = 20, NameLength = 30, Starred = 2;
    private const int FirstId = 100;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, string> _names = new() { [Starred] = "星标组" };
    private int _last = FirstId - 1;

    public IReadOnlyDictionary<int, string> All()
    {
        lock (_gate)
            return new SortedDictionary<int, string>(_names);
    }

    public bool Has(int id)
    {
        lock (_gate)
            return _names.ContainsKey(id);
    }

    /// <returns>The new tag's id, or the platform's error code.</returns>
    public (int Id, int Errcode) Create(string? name)
    {
        lock (_gate)
        {
            if (NameProblem(name, 0) is var code and not 0)
                return (0, code);
            if (_names.Count(t => t.Key > LastSystemId) >= Most)
                return (0, 45056);
            _names[++_last] = name!;
            return (_last, 0);
        }
    }

    /// <returns>0 or the platform's error code.</returns>
    public int Rename(int id, string? name)
    {
        lock (_gate)
        {
            if (id <= LastSystemId)
                return 45058;
            if (!_names.ContainsKey(id))
                return 45159;
            if (NameProblem(name, id) is var code and not 0)
                return code;
            _names[id] = name!;
            return 0;
        }
    }

    /// <returns>0 or the platform's error code.</returns>
    public int Delete(int id)
    {
        lock (_gate)
            return id <= LastSystemId ? 45058 : _names.Remove(id) ? 0 : 45159;
    }

    private int NameProblem(string? name, int self) => string.IsNullOrWhiteSpace(name) || _names.Any(t => t.Value == name && t.Key != self) ? 45157
        : name.Length > NameLength ? 45158 : 0;
}
