using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;
using Workflow.Definitions.Registers;
using Workflow.Engine.Messages;
using Workflow.Host.CommandLine;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Access;

namespace Workflow.Host;

/// <summary><c>serve</c>: everything on.</summary>
public static class ServeVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "serve");
        var (database, definitions) = (form.Database(), form.Definitions());
        var urls = form.Text("--urls", "URL");
        var demo = form.Flag("--demo");
        var today = form.Day("--today");
        var webhook = form.Address("--webhook");
        var (receipts, authority) = (form.Text("--receipts", "FOLDER"), form.Address("--authority"));
        form.Check(new Message("verb.today_only_with_demo"), result => result.GetValue(today) is not null && !result.GetValue(demo));
        form.Command.SetAction((parsed, cancellation) => Run(terminal, Options(parsed, Settings.Read()), cancellation));
        return form.Command;

        ServeOptions Options(ParseResult parsed, Settings settings) =>
            new()
            {
                Database = (parsed.GetResult(database) is { Implicit: false } ? null : settings["DATABASE"]) ?? parsed.GetValue(database)!,
                Definitions = parsed.GetValue(definitions) ?? settings["DEFINITIONS"],
                Urls = parsed.GetValue(urls),
                PathBase = settings["PATHBASE"],
                Proxies = settings["PROXIES"],
                Rates = Rates(settings),
                Demo = parsed.GetValue(demo),
                Webhook = parsed.GetValue(webhook) ?? settings.Address("WEBHOOK"),
                Receipts = parsed.GetValue(receipts) ?? settings["RECEIPTS"],
                Authority = parsed.GetValue(authority) ?? settings.Address("AUTHORITY"),
                Time = parsed.GetValue(today) is { } day ? new ShiftedTime(day) : TimeProvider.System,
            };
    }

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
            Reach(receipts);
        // Before anything is written: a ledger that is refused stays as it was.
        if (options.Demo)
            await LedgerMarks.RequireSimulated(options.Database, options.Time.GetUtcNow());
        else
            await LedgerMarks.RequireReal(options.Database);
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

    // Found now, not by a seal ten minutes later that nobody watches.
    private static void Reach(string receipts)
    {
        try
        {
            Directory.CreateDirectory(receipts);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw OpeningRefusals.ReceiptsUnusable(receipts, e.Message);
        }
    }

    private static async Task Listen(WebApplication app, string urls, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            throw OpeningRefusals.CannotListen(urls, e.Message);
        }
    }

    private static void ShowTokens(Terminal terminal, IServiceProvider services)
    {
        var table = new Table().AddColumns([
            .. new[] { "serve.person", "serve.name", "serve.posts", "serve.token" }.Select(c => terminal.Words.Tell(c)),
        ]);
        foreach (var token in Issue(services))
            table.AddRow(new Text(token.Person), new Text(token.Name), new Text(token.Posts), new Text(token.Token));
        terminal.Show(terminal.Out).Write(table);
    }

    private static ImmutableArray<DemonstrationToken> Issue(IServiceProvider services)
    {
        var (today, log) = (services.GetRequiredService<Today>(), services.GetRequiredService<AccessLog>());
        log.Append([Administration.Act(today.Now, "make tokens of the demonstration")], CancellationToken.None).GetAwaiter().GetResult();
        return Demonstration.Issue(services.GetRequiredService<BearerTokens>(), services.GetRequiredService<Register>(), today.Day);
    }
}
