using System.CommandLine;

namespace ShopBot.Commands;

/// <summary><c>doctor</c>: looks whether the accounts of the settings would work, and says how to mend what would not.</summary>
internal static class DoctorCommand
{
    private static readonly Argument<string?> Account = new("account")
    {
        Description = "Name of one account in the settings; all of them unless told.", Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Make()
    {
        var command = new Command("doctor", "Checks every account of the settings against its platform: clock, access token, addresses, callback, kind, menu, forms. Changes nothing. Settings may follow as for the shops: --Key=value.");
        command.Arguments.Add(Account);
        // Settings in every form the host reads.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, ct) =>
        {
            var named = parsed.GetValue(Account);
            // A setting written without dashes looks like a name to the parser.
            var isSetting = named?.Contains('=', StringComparison.Ordinal) == true;
            string[] settings = isSetting ? [named!, .. parsed.UnmatchedTokens] : [.. parsed.UnmatchedTokens];
            return DoctorHost.RunAsync(isSetting ? null : named, settings, new DoctorPrinter(Console.Out, ColourIsSeen()), TimeProvider.System, ct);
        });
        return command;
    }

    private static bool ColourIsSeen() => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
