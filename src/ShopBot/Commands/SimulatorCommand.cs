using System.CommandLine;
using System.Net;
using ShopBot.Settings;
using ShopBot.Simulator;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Commands;

/// <summary><c>simulator</c>: the platform and its phones alone, for a bot that runs elsewhere.</summary>
internal static class SimulatorCommand
{
    private const int DefaultPort = 5090;

    private static readonly Option<int> Port = new("--port") { Description = "Where it listens; 0 takes a free one.", DefaultValueFactory = _ => DefaultPort };
    private static readonly Option<string> Host = new("--host") { Description = "The address it listens at; 0.0.0.0 for every one of this machine.", DefaultValueFactory = _ => "localhost" };
    private static readonly Option<string> Name = new("--account") { Description = "The account's name in the control API.", DefaultValueFactory = _ => "shop" };
    private static readonly Option<string> Title = new("--title") { Description = "What phones show as its name; the name itself unless told." };
    private static readonly Option<AccountKind> Kind = OneOf("--kind", "What the platform lets the account do.", AccountKind.VerifiedService);
    private static readonly Option<PushMode> Mode = OneOf("--mode", "How pushes are written.", PushMode.Secure);
    private static readonly Option<string> Callback = new("--callback") { Description = "The bot's address, http or https. Without one nothing is pushed until the control API names it." };
    private static readonly Option<string> Token = new("--token") { Description = "3 to 32 letters and digits; random unless told." };
    private static readonly Option<string> AesKey = new("--aes-key") { Description = "EncodingAESKey, 43 letters and digits; random unless told." };
    private static readonly Option<string> AppId = new("--app-id") { Description = "wx and 16 hex digits; random unless told." };
    private static readonly Option<string> Secret = new("--app-secret") { Description = "32 hex digits; random unless told." };
    private static readonly Option<string[]> People = new("--people") { Description = "Names of the people who follow the account.", DefaultValueFactory = _ => ["Ann"], AllowMultipleArgumentsPerToken = true };
    private static readonly Option<FileInfo> World = new("--world") { Description = "A JSON file with several accounts and people, as the simulator's README shows; instead of the options of one account." };
    private static readonly Option<DateTimeOffset?> Clock = new("--clock") { Description = "The moment it starts at, such as 2026-03-02T09:00:00+08:00; now unless told." };
    private static readonly Option<bool> Frozen = new("--frozen") { Description = "The clock stands still until the control API moves it." };

    private static readonly Option[] OfOneAccount = [Name, Title, Kind, Mode, Callback, Token, AesKey, AppId, Secret, People];

    public static Command Make()
    {
        Check(Port, port => port is >= 0 and <= 65535, "a number from 0 to 65535");
        // Any other name the server would take for "every address of this machine".
        Check(Host, host => host == "localhost" || IPAddress.TryParse(host, out _), "localhost or an IP address");
        Check(Name, name => name.Length is > 0 and <= 40 && !name.Contains('/', StringComparison.Ordinal), "1 to 40 characters without a slash");
        Check(Callback, SimulatedAccount.IsCallback, "an http or https address");
        Check(Token, SimulatedAccount.IsToken, "3 to 32 letters and digits");
        Check(AesKey, SimulatedAccount.IsEncodingAESKey, "43 letters and digits");
        Check(AppId, SimulatedAccount.IsAppId, "wx and 16 hex digits");
        Check(Secret, SimulatedAccount.IsAppSecret, "32 hex digits");
        World.AcceptExistingOnly();
        var command = new Command("simulator", "Runs the WeChat platform and its phones alone, to try a bot against that runs elsewhere.");
        foreach (var option in (Option[])[Port, Host, .. OfOneAccount, World, Clock, Frozen])
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(World) is { Implicit: false } && OfOneAccount.FirstOrDefault(o => result.GetResult(o) is { Implicit: false }) is { } both)
                result.AddError($"{both.Name} and --world cannot be used together: write it into the file.");
        });
        command.SetAction((parsed, ct) => SimulatorHost.RunAsync(Read(parsed), ct));
        return command;
    }

    private static SimulatorHost.Wish Read(ParseResult parsed) => new(
        new UriBuilder(Uri.UriSchemeHttp, parsed.GetValue(Port) == 0 && parsed.GetValue(Host) == "localhost" ? "127.0.0.1" : parsed.GetValue(Host)!, parsed.GetValue(Port)).Uri,
        world => Fill(world, parsed), parsed.GetValue(Clock), parsed.GetValue(Frozen));

    /// <exception cref="SettingsException">The world file cannot be read.</exception>
    private static void Fill(SimulatorOptions world, ParseResult parsed)
    {
        if (parsed.GetValue(World) is { } file)
        {
            try
            {
                world.Add(WorldFile.Read(File.ReadAllText(file.FullName)));
                return;
            }
            catch (FormatException bad)
            {
                throw new SettingsException([$"{file.FullName}: {bad.Message}"]);
            }
        }
        var account = new SimulatedAccount
        {
            Name = parsed.GetValue(Name)!, Title = parsed.GetValue(Title) ?? "", Kind = parsed.GetValue(Kind), Mode = parsed.GetValue(Mode),
            CallbackUrl = parsed.GetValue(Callback) ?? "",
        };
        world.Accounts.Add(account with
        {
            Token = parsed.GetValue(Token) ?? account.Token,
            EncodingAESKey = parsed.GetValue(AesKey) ?? account.EncodingAESKey,
            AppId = parsed.GetValue(AppId) ?? account.AppId,
            AppSecret = parsed.GetValue(Secret) ?? account.AppSecret,
        });
        foreach (var person in parsed.GetValue(People)!)
            world.People.Add(new SimulatedPerson(person, account.Name));
    }

    private static Option<T> OneOf<T>(string name, string description, T otherwise) where T : struct, Enum => new(name)
    {
        Description = description, HelpName = string.Join('|', Enum.GetNames<T>()), DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            if (Enum.TryParse<T>(result.Tokens[0].Value, ignoreCase: true, out var value) && Enum.IsDefined(value))
                return value;
            result.AddError($"{name} {result.Tokens[0].Value} is not one of {string.Join(", ", Enum.GetNames<T>())}.");
            return otherwise;
        },
    };

    private static void Check<T>(Option<T> option, Func<T, bool> fits, string shape) => option.Validators.Add(result =>
    {
        // What is no T at all the parser reports by itself.
        if (!result.Implicit && result.Tokens.Count > 0 && result.GetValueOrDefault<T>() is { } value && !fits(value))
            result.AddError($"{option.Name} {value} is not {shape}.");
    });
}
