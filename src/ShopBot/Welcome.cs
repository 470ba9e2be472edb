using ShopBot.Demo;
using ShopBot.Messaging.Contacts;
using ShopBot.Settings;
using ShopBot.Shops;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Staff;

namespace ShopBot;

/// <summary>Once the server listens: tells features their address, and the operator where everything is.</summary>
internal sealed class Welcome(
    ShopBotSettings settings,
    PublicAddress address,
    StartHealth started,
    IHostApplicationLifetime lifetime,
    StaffReader staff,
    IssueStaffCode issueCode,
    BindStaff bindStaff,
    TimeProvider time,
    ILogger<Welcome> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ListensAsync(stoppingToken))
            return;
        address.Publish();
        foreach (var account in settings.Demo?.Accounts ?? [])
        {
            if (account.ApiBase.Length == 0)
                account.ApiBase = $"{address.Listening}/simulator/wechat";
        }

        var lines = new List<string> { $"ShopBot listens at {address.Listening}" };
        if (settings.Demo is not null)
        {
            await BindDemoStaffAsync(stoppingToken);
            lines.Add($"  Phones (simulated):  {address.Listening}/phones");
        }

        lines.Add($"  Orders are kept in:  {settings.Places.ShopFile}");
        foreach (var account in settings.Accounts.All)
            lines.Add($"  Webhook of {account.Name}: {address.Public}/channels/wechat/{account.Name}{(account.PathSecret.Length > 0 ? "/…" : "")}");
        // A shop without an account has nowhere to write the code to.
        foreach (var shop in settings.Shops.All.Where(shop => settings.Accounts.All.Any(account => account.Shop == shop.Id)))
            await InviteFirstManagerAsync(shop, lines, stoppingToken);
        started.Finish();
        // The operator's own lines, plain on standard output: a log may go elsewhere.
        foreach (var line in lines)
            Console.WriteLine(line);
    }

    private async Task<bool> ListensAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var onStart = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        using var onStop = stoppingToken.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    /// <summary>A shop nobody works at yet: whoever writes this code to its account is its manager.</summary>
    private async Task InviteFirstManagerAsync(ShopSettings shop, List<string> lines, CancellationToken ct)
    {
        if ((await staff.AllAsync(shop.Id, ct)).Count > 0)
            return;
        var key = new OperationKey($"first-manager/{shop.Id}");
        if (await issueCode.RunAsync(shop.Id, key, issuer: null, StaffRole.Manager, ct) is IssueStaffCodeResult.Issued issued)
            lines.Add($"  Nobody works at {shop.Name} yet: write '员工 {issued.Code}' to its account until {issued.ExpiresAt.ToLocalTime():HH:mm} to become its manager.");
    }

    /// <summary>The demo's member of staff works at both shops from the first moment.</summary>
    private async Task BindDemoStaffAsync(CancellationToken ct)
    {
        foreach (var account in settings.Demo!.Accounts)
        {
            var contact = new ContactPoint(account.Name, DemoWorld.StaffAt(account.Name).OpenId);
            if (await staff.FindAsync(account.Shop, contact, ct) is not null)
                continue;
            var key = new OperationKey($"demo-staff/{account.Name}/{time.GetUtcNow().ToUnixTimeMilliseconds()}");
            if (await issueCode.RunAsync(account.Shop, key, issuer: null, StaffRole.Manager, ct) is not IssueStaffCodeResult.Issued issued
                || await bindStaff.RunAsync(account.Shop, key, contact, issued.Code, DemoWorld.StaffName, ct) is not BindStaffResult.Bound)
                log.LogWarning("{Staff} could not be bound as staff of the demo shop {Shop}.", DemoWorld.StaffName, account.Shop);
        }
    }
}
