using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Workflow.Tests.Browser;

/// <summary>The real host and a real Chromium. Where there is none, or nobody asked, the tests are left out with a sentence.</summary>
internal sealed class Office : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Quiet =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Office(RunningHost host, IPlaywright playwright, IBrowser browser) =>
        (Host, _playwright, _browser) = (host, playwright, browser);

    internal RunningHost Host { get; }

    /// <summary>What the consoles of all pages have complained of, and what was asked of other hosts.</summary>
    internal List<string> Complaints { get; } = [];

    private static string Pictures { get; } = Path.Combine(TestContext.CurrentContext.WorkDirectory, "pictures");

    internal static async Task<Office> Open(string at)
    {
        if (Environment.GetEnvironmentVariable("WORKFLOW_BROWSER") is not "1")
            Assert.Ignore("The screens are tried in a browser where WORKFLOW_BROWSER=1 is set.");
        if (Places.FirstOrDefault(File.Exists) is not { } chromium)
        {
            Assert.Ignore("There is no Chromium on this machine.");
            throw new InvalidOperationException();
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Quiet });
        return new Office(await RunningHost.Start(at), playwright, browser);
    }

    /// <summary>Somebody at their desk, signed in.</summary>
    internal async Task<IPage> Desk(string person, string language = "zh-CN", bool isPhone = false, bool isDark = false)
    {
        var context = await _browser.NewContextAsync(
            new()
            {
                BaseURL = Host.Address.ToString(),
                Locale = language,
                ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
                ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            }
        );
        var page = await context.NewPageAsync();
        page.Console += (_, said) => Complain(said.Type == "error" && !said.Text.Contains("Failed to load resource"), person, said.Text);
        page.PageError += (_, error) => Complain(true, person, error);
        page.Request += (_, asked) =>
            Complain(!asked.Url.StartsWith($"{Host.Address}") && !asked.Url.StartsWith("data:"), person, asked.Url);
        await page.GotoAsync("/work");
        await page.FillAsync("#token", Host.Token(person));
        await page.ClickAsync("form:not(.tongue) button.main");
        return page;
    }

    private void Complain(bool isWrong, string person, string said)
    {
        if (isWrong)
            Complaints.Add($"{person}: {said}");
    }

    /// <summary>Keeps a picture of a page among the results, and looks whether everybody can use it.</summary>
    internal static async Task Look(IPage page, string name)
    {
        Directory.CreateDirectory(Pictures);
        var file = Path.Combine(Pictures, $"{name}.png");
        await page.ScreenshotAsync(new() { Path = file, FullPage = true });
        TestContext.AddTestAttachment(file);
        var faults = await page.RunAxe();
        Assert.That(faults.Violations.Where(IsGrave).Select(Told), Is.Empty, name);
    }

    private static bool IsGrave(AxeResultItem fault) => fault.Impact is "serious" or "critical";

    private static string Told(AxeResultItem fault) => $"{fault.Id}: {fault.Help} {string.Join(' ', fault.Nodes.Select(n => n.Html))}";

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await Host.DisposeAsync();
    }
}
