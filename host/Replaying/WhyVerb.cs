using System.Collections.Immutable;
using System.CommandLine;
using Workflow.Definitions.Due;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Evidence;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Publishing;

namespace Workflow.Host.Replaying;

/// <summary><c>why CASE CLOCK</c>: why this date.</summary>
public static class WhyVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "why");
        var number = form.Argument("CASE");
        var clock = form.Maybe("CLOCK");
        var at = form.Moment("--at");
        var (database, json) = (form.Database(), form.Json());
        form.Command.SetAction(
            (parsed, _) =>
                Run(
                    terminal,
                    parsed.GetValue(database)!,
                    parsed.GetValue(number)!,
                    parsed.GetValue(clock),
                    parsed.GetValue(at),
                    parsed.GetValue(json)
                )
        );
        return form.Command;
    }

    private static async Task<int> Run(Terminal terminal, string file, string number, string? clock, WrittenMoment? asked, bool json)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var whole = RecordedCase.Find(number, database, new PublishedProcesses(database)) ?? throw OpeningRefusals.NoCaseThen(file, number);
        var at = Shared.NotLater(asked?.Through(whole.LastCalendar)) ?? TimeProvider.System.GetUtcNow();
        var recorded = whole.By(at) ?? throw OpeningRefusals.NoCaseThen(file, number);
        clock = clock is null ? null : ClockNames.Of(recorded.State, clock);
        if (clock is not null && !recorded.State.Clocks.ContainsKey(clock))
            throw MomentRefusals.NoClock(number, clock, recorded.State.Clocks.Keys);
        var explained = recorded
            .State.Clocks.Keys.Where(c => clock is null || c == clock)
            .Select(c => Explain(recorded, c, at))
            .ToImmutableArray();
        await Administration.Look(database, "why", number);
        if (json)
            terminal.WriteJson(explained);
        else
            terminal.Out.Write(string.Join("\n\n", explained.Select(e => WhyText.Write(recorded, e, terminal.Words))));
        return 0;
    }

    private static ClockExplanation Explain(RecordedCase recorded, string clock, DateTimeOffset at) =>
        ClockExplanation.Of(recorded.Definitions, recorded.Entries, clock, recorded.Calendar(recorded.State.Clocks[clock].Calendar), at)!;
}
