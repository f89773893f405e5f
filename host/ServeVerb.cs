using System.Collections.Immutable;
using System.CommandLine;
using Workflow.Definitions.Registers;
using Workflow.Engine.Messages;
using Workflow.Host.CommandLine;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Seals;
using Workflow.Storage.Access;

namespace Workflow.Host;

/// <summary><c>serve</c>: everything on.</summary>
internal sealed class ServeVerb(VerbForm form)
{
    private readonly Option<string> _database = form.Database();
    private readonly Option<string?> _definitions = form.Definitions();
    private readonly Option<string?> _urls = form.Text("--urls", "URL");
    private readonly Option<bool> _demo = form.Flag("--demo");
    private readonly Option<DateOnly?> _today = form.Day("--today");
    private readonly Option<Uri?> _webhook = form.Address("--webhook");
    private readonly Option<string?> _receipts = form.Text("--receipts", "FOLDER");
    private readonly Option<Uri?> _authority = form.Address("--authority");

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "serve");
        var verb = new ServeVerb(form);
        form.Check(
            new Message("verb.today_only_with_demo"),
            given => given.GetValue(verb._today) is not null && !given.GetValue(verb._demo)
        );
        return form.Does((given, cancellation) => Run(terminal, verb.Options(given, Settings.Read()), cancellation));
    }

    // One table: where each setting comes from, the option before the environment.
    private ServeOptions Options(ParseResult given, Settings settings) =>
        new()
        {
            Database = (given.GetResult(_database) is { Implicit: false } ? null : settings["DATABASE"]) ?? given.GetValue(_database)!,
            Definitions = given.GetValue(_definitions) ?? settings["DEFINITIONS"],
            Urls = given.GetValue(_urls),
            PathBase = settings["PATHBASE"],
            Proxies = settings["PROXIES"],
            Rates = Rates(settings),
            Demo = given.GetValue(_demo),
            Webhook = given.GetValue(_webhook) ?? settings.Address("WEBHOOK"),
            Receipts = given.GetValue(_receipts) ?? settings["RECEIPTS"],
            Authority = given.GetValue(_authority) ?? settings.Address("AUTHORITY"),
            Time = given.GetValue(_today) is { } day ? new ShiftedTime(day) : TimeProvider.System,
        };

    private static RateLimits Rates(Settings settings)
    {
        var usual = new RateLimits();
        return new RateLimits(
            settings.Count("RATE_PERSON") ?? usual.Person,
            settings.Count("RATE_ADDRESS") ?? usual.Address,
            settings.Count("RATE_UPLOADS") ?? usual.Uploads
        );
    }

    private static async Task<int> Run(Terminal terminal, ServeOptions options, CancellationToken cancellation)
    {
        if (options.Receipts is { } receipts)
            ReceiptFolder.Reach(receipts);
        await RequireLedger(options);
        await using var app = await Server.Build(options, cancellation);
        if (!options.Demo)
            app.Services.GetRequiredService<BearerTokens>().EndPurpose(Demonstration.Purpose);
        await Listen(app, options.Urls ?? app.Configuration["URLS"] ?? ServeOptions.DefaultUrls, cancellation);
        terminal.Tell("serve.on", ("urls", MessageValue.List(app.Urls)), ("swagger", $"{app.Urls.First()}/swagger"));
        if (options.Demo)
            ShowTokens(terminal, app.Services);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    // Before anything is written: a ledger that is refused stays as it was.
    private static Task RequireLedger(ServeOptions options) =>
        options.Demo ? LedgerMarks.RequireSimulated(options.Database, options.Time.GetUtcNow()) : LedgerMarks.RequireReal(options.Database);

    private static async Task Listen(WebApplication app, string urls, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            throw OpeningRefusals.CannotListen(urls, MachineText.Of(e));
        }
    }

    private static void ShowTokens(Terminal terminal, IServiceProvider services) =>
        terminal.Show(
            new[] { "serve.person", "serve.name", "serve.posts", "serve.token" }.Select(c => terminal.Words.Tell(c)),
            Issue(services).Select(token => new[] { token.Person, token.Name, token.Posts, token.Token })
        );

    private static ImmutableArray<DemonstrationToken> Issue(IServiceProvider services)
    {
        var (today, log) = (services.GetRequiredService<Today>(), services.GetRequiredService<AccessLog>());
        log.Append([Administration.Act(today.Now, "make tokens of the demonstration")], CancellationToken.None).GetAwaiter().GetResult();
        var tokens = Demonstration.Issue(services.GetRequiredService<BearerTokens>(), services.GetRequiredService<Register>(), today.Day);
        services.GetRequiredService<ShownTokens>().Show(tokens);
        return tokens;
    }
}
