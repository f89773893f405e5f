using System.CommandLine;
using System.Text.Json.Nodes;
using Workflow.Definitions.Due;
using Workflow.Definitions.Registers;
using Workflow.Engine.Evidence;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Entries;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Publishing;
using Workflow.Storage.Reading;

namespace Workflow.Host.Replaying;

/// <summary><c>replay CASE</c>: a case as it was at any moment.</summary>
public static class ReplayVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "replay");
        var number = form.Argument("CASE");
        var at = form.Moment("--at");
        var entry = form.Number("--entry");
        var legal = form.Day("--legal");
        var definitions = form.Text("--definitions", "FOLDER");
        var (database, json) = (form.Database(), form.Json());
        form.Check(
            new Message("verb.one_point"),
            result => new Option[] { at, entry, legal }.Count(o => result.GetResult(o) is not null) > 1
        );
        form.Command.SetAction(
            (parsed, _) =>
                Run(
                    terminal,
                    new Asked(
                        parsed.GetValue(number)!,
                        parsed.GetValue(at),
                        parsed.GetValue(entry),
                        parsed.GetValue(legal),
                        parsed.GetValue(definitions) is { } folder ? DefinitionFolder.Read(DefinitionFolder.Find(folder)).Register : null
                    ),
                    parsed.GetValue(database)!,
                    parsed.GetValue(json)
                )
        );
        return form.Command;
    }

    private static async Task<int> Run(Terminal terminal, Asked asked, string file, bool json)
    {
        var words = terminal.Words;
        await using var database = DatabaseFile.OpenExisting(file);
        var whole =
            RecordedCase.Find(asked.Case, database, new PublishedProcesses(database)) ?? throw OpeningRefusals.NoCaseThen(file, asked.Case);
        if (asked.Legal is { } day)
        {
            if (day > whole.LastCalendar.DayOf(TimeProvider.System.GetUtcNow()))
                throw MomentRefusals.LegalInFuture(day);
            var view = LegalView.Of(whole.Definitions, whole.Entries, whole.Calendar(whole.State.Calendar), day);
            await Administration.Look(database, "replay --legal", asked.Case);
            if (json)
                terminal.WriteJson(
                    new
                    {
                        @case = asked.Case,
                        note = words["legal.note"],
                        legal = view,
                    }
                );
            else
                terminal.Out.Write(ReplayText.Write(whole, view, words));
            return 0;
        }

        var at = Shared.NotLater(asked.At?.Through(whole.LastCalendar));
        var recorded = Then(whole, asked, at) ?? throw Never(whole, asked, at);
        var replay = Replay.Of(recorded, at, words, asked.Register);
        await Administration.Look(database, "replay", asked.Case);
        if (json)
            terminal.WriteJson(
                new
                {
                    replay,
                    entries = Ledger(database, recorded),
                    state = JsonNode.Parse(LedgerJson.Write(recorded.State)),
                }
            );
        else
            terminal.Out.Write(ReplayText.Write(recorded, replay, words));
        return 0;
    }

    private static RecordedCase? Then(RecordedCase whole, Asked asked, DateTimeOffset? moment) =>
        (moment, asked.Entry) switch
        {
            ({ } at, _) => whole.By(at),
            (_, { } entry) => whole.First(entry),
            _ => whole,
        };

    private static OpeningRefusedException Never(RecordedCase whole, Asked asked, DateTimeOffset? at) =>
        asked.Entry is { } entry
            ? MomentRefusals.NoEntry(asked.Case, whole.Total, entry)
            : MomentRefusals.TooEarly(asked.Case, Shown(whole, whole.Entries[0].Stamp.RecordedAt), Shown(whole, at!.Value));

    private static string Shown(RecordedCase whole, DateTimeOffset at) => $"{whole.LastCalendar.Local(at):yyyy-MM-dd'T'HH:mm:sszzz}";

    private static IEnumerable<object> Ledger(Database database, RecordedCase recorded) =>
        new CaseReads(database)
            .Timeline(recorded.State.Number)
            .Take(recorded.Entries.Length)
            .Select(k => new { k.Hash, entry = JsonNode.Parse(LedgerJson.Write(k.Entry)) });

    private sealed record Asked(string Case, WrittenMoment? At, int? Entry, DateOnly? Legal, Register? Register);
}
