using System.Text.Json;
using ShopBot.Simulator.Control;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Simulator;

/// <summary>A world written down: accounts by name, as <c>PUT /accounts/{account}</c> takes them, and people, as <c>POST /people</c> takes them.</summary>
public sealed class WorldFile
{
    private WorldFile(IReadOnlyList<SimulatedAccount> accounts, IReadOnlyList<SimulatedPerson> people) => (Accounts, People) = (accounts, people);

    public IReadOnlyList<SimulatedAccount> Accounts { get; }

    public IReadOnlyList<SimulatedPerson> People { get; }

    /// <exception cref="FormatException">What is wrong with the text.</exception>
    public static WorldFile Read(string json)
    {
        try
        {
            var world = JsonSerializer.Deserialize<Written>(json, ControlJson.Options);
            if (world?.Accounts is not { Count: > 0 } written)
                throw new FormatException("the world has no account: write {\"accounts\":{\"shop\":{}}}");
            var accounts = written.Select(a => a.Value.On(new SimulatedAccount { Name = a.Key })).ToList();
            var people = (world.People ?? []).SelectMany(p => (p.Accounts is { Count: > 0 } some ? some : written.Keys)
                .Select(account => written.ContainsKey(account) ? new SimulatedPerson(p.Name, account, p.Follows)
                    : throw new FormatException($"{p.Name} has the account \"{account}\", which the file does not open")));
            return new WorldFile(accounts, [.. people]);
        }
        catch (JsonException bad)
        {
            throw new FormatException($"not the JSON of a world: {bad.Message}");
        }
        catch (ControlProblem bad)
        {
            throw new FormatException(bad.Message);
        }
    }

    private sealed record Written(IReadOnlyDictionary<string, AccountChange>? Accounts, IReadOnlyList<NewPerson>? People);
}
