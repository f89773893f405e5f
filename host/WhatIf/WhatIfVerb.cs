using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Workflow.Definitions.Due;
using Workflow.Definitions.Reading;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Ledger;

namespace Workflow.Host.WhatIf;

/// <summary><c>whatif</c>: what if the law, the calendar or a limit had been another.</summary>
internal sealed class WhatIfVerb(VerbForm form)
{
    private readonly Argument<string?> _case = form.Maybe("CASE");
    private readonly Option<bool> _all = form.Flag("--all");
    private readonly Option<string?> _definition = form.Text("--definition", "FILE");
    private readonly Option<string?> _calendar = form.Text("--calendar", "FOLDER");
    private readonly Option<string[]> _limits = form.Texts("--limit", "CLOCK=PERIOD");
    private readonly Option<WrittenMoment?> _until = form.Moment("--until");
    private readonly Option<string?> _html = form.Text("--html", "FILE");
    private readonly Option<string> _database = form.Database();
    private readonly Option<bool> _json = form.Json();

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "whatif");
        var verb = new WhatIfVerb(form);
        form.Check(new Message("verb.case_or_all"), verb.NamesBothOrNone);
        form.Check(new Message("verb.nothing_otherwise"), verb.LeavesAllAsItWas);
        return form.Does(verb.Run);
    }

    private bool NamesBothOrNone(CommandResult given) => given.GetValue(_all) == (given.GetValue(_case) is not null);

    private bool LeavesAllAsItWas(CommandResult given) =>
        given.GetValue(_definition) is null && given.GetValue(_calendar) is null && given.GetValue(_limits) is null or [];

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        var file = given.GetValue(_database)!;
        await using var database = DatabaseFile.OpenToLook(file);
        var ledger = RecordedLedger.Of(database, new PublishedProcesses(database));
        if (given.GetValue(_case) is { } number && !ledger.Has(number))
            throw OpeningRefusals.NoCaseIn(file, number);
        var report = Play(ledger, given, cancellation);
        await Administration.Look(database, "whatif", given.GetValue(_case));
        await Write(report, given, cancellation);
        return 0;
    }

    private WhatIfReport Play(RecordedLedger ledger, ParseResult given, CancellationToken cancellation) =>
        Otherwise.Play(
            ledger,
            given.GetValue(_case),
            (Changed(ledger, given), Named(given)),
            ledger.Through(given.GetValue(_until)),
            TerminalProgress.To(form.Terminal, form.Terminal.Words["whatif.played"]),
            cancellation
        );

    private Alternative Changed(RecordedLedger ledger, ParseResult given) =>
        new()
        {
            Definition = Definition(given.GetValue(_definition)),
            Calendars = given.GetValue(_calendar) is { } folder ? Otherwise.Calendars(folder) : null,
            Limits = Otherwise.Limits((given.GetValue(_limits) ?? []).Select(Limit), ledger),
        };

    private ImmutableArray<string> Named(ParseResult given) =>
        [.. new[] { given.GetValue(_definition), given.GetValue(_calendar) }.OfType<string>(), .. given.GetValue(_limits) ?? []];

    private async Task Write(WhatIfReport report, ParseResult given, CancellationToken cancellation)
    {
        var page = given.GetValue(_html);
        if (page is not null)
            await File.WriteAllTextAsync(page, WhatIfHtml.Write(report, form.Terminal.Words), cancellation);
        form.Terminal.Answer(given.GetValue(_json), report.Shown, () => WhatIfText.Write(form.Terminal, report, form.Terminal.Words));
        if (page is not null)
            form.Terminal.Error.WriteLine(form.Terminal.Words.Say("whatif.written", page));
    }

    private static ProcessDefinition? Definition(string? file) =>
        file is null
            ? null
            : Otherwise.Definition(
                file,
                InputFile.Bytes(FileKind.Definition, file),
                DefinitionFolder.Around(file) is { } root ? DefinitionLibrary.Load(root) : DefinitionLibrary.Empty
            );

    private static (string, string) Limit(string text) =>
        text.Split('=', 2) is [var clock, var length] ? (clock, length) : throw AlternativeRefusals.Limit(text);
}
