using System.Collections.Immutable;
using System.CommandLine;
using Workflow.Definitions.Due;
using Workflow.Definitions.Reading;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Publishing;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.WhatIf;

/// <summary><c>whatif</c>: what if the law, the calendar or a limit had been another.</summary>
public static class WhatIfVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "whatif");
        var number = form.Maybe("CASE");
        var all = form.Flag("--all");
        var definition = form.Text("--definition", "FILE");
        var calendar = form.Text("--calendar", "FOLDER");
        var limits = form.Texts("--limit", "CLOCK=PERIOD");
        var until = form.Moment("--until");
        var html = form.Text("--html", "FILE");
        var (database, json) = (form.Database(), form.Json());
        form.Check(new Message("verb.case_or_all"), result => result.GetValue(all) == (result.GetValue(number) is not null));
        form.Check(
            new Message("verb.nothing_otherwise"),
            result => result.GetValue(definition) is null && result.GetValue(calendar) is null && result.GetValue(limits) is null or []
        );
        form.Command.SetAction(
            (parsed, cancellation) =>
                Run(
                    terminal,
                    new Asked(
                        parsed.GetValue(number),
                        parsed.GetValue(definition),
                        parsed.GetValue(calendar),
                        parsed.GetValue(limits) ?? [],
                        parsed.GetValue(until)
                    ),
                    parsed.GetValue(database)!,
                    new Printed(terminal.Words, parsed.GetValue(json), parsed.GetValue(html)),
                    cancellation
                )
        );
        return form.Command;
    }

    private static async Task<int> Run(Terminal terminal, Asked asked, string file, Printed printed, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var ledger = RecordedLedger.Of(database, new PublishedProcesses(database));
        if (asked.Case is { } number && !ledger.Has(number))
            throw OpeningRefusals.NoCaseThen(file, number);
        var alternative = new Alternative
        {
            Definition = Definition(asked.Definition),
            Calendars = asked.Calendar is { } folder ? Otherwise.Calendars(folder) : null,
            Limits = Otherwise.Limits(asked.Limits.Select(Limit), ledger),
        };
        var report = Otherwise.Play(
            ledger,
            asked.Case,
            (alternative, asked.Named()),
            ledger.Through(asked.Until),
            TerminalProgress.To(terminal, "cases played again"),
            cancellation
        );
        await Administration.Look(database, "whatif", asked.Case);
        if (printed.Html is { } page)
            await File.WriteAllTextAsync(page, WhatIfHtml.Write(report, printed.Words), cancellation);
        if (printed.Json)
            terminal.WriteJson(report.Shown());
        else
            WhatIfText.Write(terminal, report, printed.Words);
        if (printed.Html is not null)
            terminal.Error.WriteLine($"Wrote {printed.Html}.");
        return 0;
    }

    private static ProcessDefinition? Definition(string? file) =>
        file is null ? null
        : File.Exists(file)
            ? Otherwise.Definition(
                file,
                File.ReadAllBytes(file),
                DefinitionFolder.Around(file) is { } root ? DefinitionLibrary.Load(root) : DefinitionLibrary.Empty
            )
        : throw OpeningRefusals.NoFile(FileKind.Definition, file);

    private static (string, string) Limit(string text) =>
        text.Split('=', 2) is [var clock, var length] ? (clock, length) : throw AlternativeRefusals.Limit(text);

    private sealed record Asked(string? Case, string? Definition, string? Calendar, string[] Limits, WrittenMoment? Until)
    {
        internal ImmutableArray<string> Named() => [.. new[] { Definition, Calendar }.OfType<string>(), .. Limits];
    }

    private sealed record Printed(Words Words, bool Json, string? Html);
}
