using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShopBot.Commands;
using ShopBot.Simulator.Clock;
using ShopBot.Testing;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Commands;

/// <summary>What doctor says of set-ups as people get them wrong, against the running program and the platform in a box.</summary>
public sealed class DoctorTests(DoctorTests.Ward ward) : IClassFixture<DoctorTests.Ward>
{
    [Fact]
    public async Task A_set_up_that_works_has_nothing_wrong()
    {
        var (exit, said) = await ward.ExamineAsync();

        Assert.Equal(0, exit);
        Assert.Contains("ok     Clock", said, StringComparison.Ordinal);
        Assert.Contains("ok     Access token", said, StringComparison.Ordinal);
        Assert.Contains("answers the platform's question and opens its pushes", said, StringComparison.Ordinal);
        Assert.Contains("ok     Kind            VerifiedService", said, StringComparison.Ordinal);
        Assert.Contains("ok     Menu            The platform shows what dialogs/menus has.", said, StringComparison.Ordinal);
        Assert.EndsWith("Nothing is wrong.", said.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_with_where_the_right_one_is()
    {
        const string wrong = "0123456789abcdef0123456789abcdef";

        var (exit, said) = await ward.ExamineAsync($"--Accounts:laundry:AppSecret={wrong}");

        Assert.Equal(1, exit);
        Assert.Contains("WRONG  Access token    The platform refuses the AppSecret (40001).", said, StringComparison.Ordinal);
        Assert.Contains("Copy the AppSecret into Accounts:laundry:AppSecret", said, StringComparison.Ordinal);
        Assert.Contains("-      Menu            Needs an access token.", said, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_is_not_let_in_is_told_its_address_and_the_list_it_belongs_on()
    {
        await ward.ChangeAsync(new { allowedIps = new[] { "203.0.113.7" } });
        try
        {
            var (exit, said) = await ward.ExamineAsync();

            Assert.Equal(1, exit);
            Assert.Matches(@"its address \d+\.\d+\.\d+\.\d+ is not on the account's list \(40164\)", said);
            Assert.Contains("to the IP whitelist (IP白名单)", said, StringComparison.Ordinal);
        }
        finally
        {
            await ward.ChangeAsync(new { allowedIps = Array.Empty<string>() });
        }
    }

    [Fact]
    public async Task A_callback_token_other_than_the_running_programs_is_told()
    {
        var (exit, said) = await ward.ExamineAsync("--Accounts:laundry:Token=another1Token");

        Assert.Equal(1, exit);
        Assert.Contains("refuses the platform's signature (401)", said, StringComparison.Ordinal);
        Assert.Contains("Write the same Token into Accounts:laundry:Token, into the platform's console", said, StringComparison.Ordinal);
        Assert.DoesNotContain("another1Token", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_message_key_than_the_running_programs_is_told_apart_from_a_wrong_token()
    {
        var (exit, said) = await ward.ExamineAsync("--Accounts:laundry:EncodingAESKey=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");

        Assert.Equal(1, exit);
        Assert.Contains("answers the question, but not a push (401)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_where_nobody_listens_is_told()
    {
        var (exit, said) = await ward.ExamineAsync($"--PublicUrl=http://127.0.0.1:{ProductProcess.FreePort()}");

        Assert.Equal(1, exit);
        Assert.Contains("cannot be reached from here (ConnectionError)", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VerifiedService", "Service", "WRONG  Kind            The platform treats this account as not verified (48001)")]
    [InlineData("VerifiedService", "VerifiedSubscription", "WRONG  Kind            The platform gives this account no templates (48001)")]
    [InlineData("Subscription", "VerifiedService", "note   Kind            The platform lets this account do more than a Subscription may.")]
    public async Task A_kind_that_is_not_the_accounts_is_told(string written, string real, string told)
    {
        await ward.ChangeAsync(new { kind = real });
        try
        {
            var (exit, said) = await ward.ExamineAsync($"--Accounts:laundry:Kind={written}");

            Assert.Equal(told.StartsWith("WRONG", StringComparison.Ordinal) ? 1 : 0, exit);
            Assert.Contains(told, said, StringComparison.Ordinal);
        }
        finally
        {
            await ward.ChangeAsync(new { kind = "VerifiedService" });
        }
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_told_by_how_much()
    {
        using var late = MovableClock.FrozenAt(DateTimeOffset.UtcNow.AddHours(-3));

        var (exit, said) = await ward.ExamineAsync(late);

        Assert.Equal(1, exit);
        Assert.Contains("WRONG  Clock           This machine's clock is 3 hours behind the platform's.", said, StringComparison.Ordinal);
        Assert.Contains("timedatectl set-ntp true", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_menu_changed_at_the_platform_is_told()
    {
        using var folder = new TempFolder();
        var menu = Directory.CreateDirectory(folder.File("dialogs/shops/laundry/menus"));
        CopyContent(folder.File("dialogs"));
        await File.WriteAllTextAsync(Path.Combine(menu.FullName, "menu.yaml"), "customers:\n  - { name: { zh-CN: 订, en-US: Book }, says: order }\n");

        var (exit, said) = await ward.ExamineAsync($"--Dialogs:Path={folder.File("dialogs")}");

        Assert.Equal(1, exit);
        Assert.Contains("WRONG  Menu            The platform shows something else than dialogs/menus has", said, StringComparison.Ordinal);
        Assert.Contains("Start the program: it publishes the menu.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_the_platform_does_not_have_and_keywords_that_do_not_fit_are_told()
    {
        // The demo account's own.
        var (id, keywords) = ("demoOrderProgress0123456789abcdefghijklmnop", new[] { "character_string1", "thing2", "thing3", "time4" });
        string Set(string field, string value) => $"--Accounts:laundry:Templates:order:{field}={value}";
        string[] right = [Set("Id", id), .. keywords.Select(k => Set($"Data:{k}", "{number}"))];

        Assert.Contains("ok     Templates       The platform has all 1 of the settings", (await ward.ExamineAsync(right)).Said, StringComparison.Ordinal);
        var (exit, missing) = await ward.ExamineAsync([Set("Id", "tmpl-that-nobody-approved"), .. right[1..]]);
        Assert.Equal(1, exit);
        Assert.Contains("WRONG  Templates       The platform has no form with the id of 'order'.", missing, StringComparison.Ordinal);
        Assert.Contains("into Accounts:laundry:Templates:order:Id", missing, StringComparison.Ordinal);
        Assert.Contains("has no keyword thing99", (await ward.ExamineAsync([.. right, Set("Data:thing99", "{number}")])).Said, StringComparison.Ordinal);
        Assert.Contains($"has a keyword {keywords[0]} that nothing fills", (await ward.ExamineAsync([right[0], .. right[2..]])).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_the_program_would_not_start_with_end_with_their_lines_and_2()
    {
        var (exit, said) = await ward.ExamineAsync("--Accounts:laundry:AppId=wx12");

        Assert.Equal(2, exit);
        Assert.Contains("Accounts:laundry:AppId is not valid. Write wx and 16 hex digits", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_secret_is_ever_printed()
    {
        var (_, said) = await ward.ExamineAsync("--Accounts:laundry:PathSecret=unguessable-0123456789");

        Assert.Contains("Nobody knows", said, StringComparison.Ordinal);
        Assert.DoesNotContain("unguessable", said, StringComparison.Ordinal);
        foreach (var secret in ward.Secrets)
            Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
    }

    private static void CopyContent(string to)
    {
        var from = Path.Combine(Repository.Root, "dialogs");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    /// <summary>The program with its platform, and settings for doctor that fit it.</summary>
    public sealed class Ward : IAsyncLifetime
    {
        private RunningProduct _product = null!;
        private JsonObject _account = null!;

        public IEnumerable<string> Secrets => new[] { "token", "encodingAESKey", "appSecret" }.Select(Of);

        public async Task InitializeAsync()
        {
            _product = await RunningProduct.StartAsync();
            _account = await _product.Control.AccountAsync("laundry");
        }

        public Task DisposeAsync() => _product.DisposeAsync().AsTask();

        public Task<(int Exit, string Said)> ExamineAsync(params string[] settings) => ExamineAsync(TimeProvider.System, settings);

        public async Task<(int Exit, string Said)> ExamineAsync(TimeProvider clock, params string[] settings)
        {
            var here = _product.Address.GetLeftPart(UriPartial.Authority);
            string[] fitting =
            [
                "--environment=Production", "--Simulator:Enabled=false", $"--PublicUrl={here}", "--Accounts:laundry:Shop=laundry", "--Accounts:laundry:Channel=WeChat",
                $"--Accounts:laundry:ApiBase={here}/simulator/wechat", $"--Accounts:laundry:OriginalId={Of("originalId")}", $"--Accounts:laundry:AppId={Of("appId")}",
                $"--Accounts:laundry:AppSecret={Of("appSecret")}", $"--Accounts:laundry:Token={Of("token")}", $"--Accounts:laundry:EncodingAESKey={Of("encodingAESKey")}",
            ];
            using var said = new StringWriter();
            var exit = await DoctorHost.RunAsync("laundry", [.. fitting, .. settings], new DoctorPrinter(said, colours: false), clock, CancellationToken.None);
            return (exit, Regex.Replace(said.ToString(), @"\n {25}(-> )?\s*", " "));
        }

        public async Task ChangeAsync(object change)
        {
            using var answer = await _product.Http.PutAsJsonAsync("/simulator/control/accounts/laundry", change);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        private string Of(string setting) => (string?)_account[setting] ?? (string)_account["settings"]![setting]!;
    }
}
