using System.CommandLine;
using System.CommandLine.Invocation;

namespace ShopBot.Commands;

/// <summary>What the one executable can do: the product itself, or a command named first.</summary>
internal static class ShopBotCommands
{
    /// <returns>The exit code: 0 ok, 1 failed, 2 a command line or settings that cannot be used.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (IsProduct(args))
            return await ShopBotHost.RunAsync(args);

        var parsed = Tree().Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync($"What there is: {RunAs} {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help");
            return ShopBotHost.BadSettings;
        }
        // The hosts end themselves when told to stop; a second deadline would cut them short.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private const string RunAs = "dotnet run --project src/ShopBot --";

    /// <summary>Settings may be written in every form the host reads: <c>--Key=value</c>, <c>--Key value</c>, <c>/Key=value</c>, <c>Key=value</c>.</summary>
    private static bool IsProduct(string[] args) => args is not [var first, ..]
        || first is not ("--help" or "-h" or "-?" or "--version") && (first.StartsWith('-') || first.StartsWith('/') || first.Contains('=', StringComparison.Ordinal));

    private static RootCommand Tree()
    {
        var root = new RootCommand(
            $"""
            ShopBot: a chatbot for the official accounts of small shops.
            Without a command the shops run, with the settings of appsettings.json, environment variables and --Key=value: {RunAs} --urls=http://localhost:5080
            """);
        root.SetAction((_, _) => ShopBotHost.RunAsync([]));
        root.Subcommands.Add(SimulatorCommand.Make());
        root.Subcommands.Add(DoctorCommand.Make());
        return root;
    }
}
