using System.Collections.Immutable;
using System.CommandLine;
using Workflow.Definitions.Due;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Evidence;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Publishing;

namespace Workflow.Host.Replaying;

/// <summary><c>why CASE CLOCK</c>: why this date.</summary>
public static class WhyVerb
{
    public static Command Make(Terminal terminal)
    {
        var number = new Argument<string>("CASE") { Description = "The case's number." };
        var clock = new Argument<string?>("CLOCK") { Description = "The clock's id, of which acceptance means the latest run and acceptance#1 the first; without it every clock of the case.", Arity = ArgumentArity.ZeroOrOne };
        var at = Shared.Moment("--at", "As it was recorded by this moment; without it, by now.");
        var (database, language, json) = (Shared.Database(), Shared.Language(), Shared.AsJson());
        var verb = new Command("why", Help.Why) { number, clock, at, database, language, json };
        verb.SetAction((parsed, _) => Run(
            terminal, parsed.GetValue(database)!, parsed.GetValue(number)!, parsed.GetValue(clock), parsed.GetValue(at), parsed.GetValue(json) ? null : Words.In(parsed.GetValue(language)!)));
        return verb;
    }

    private static async Task<int> Run(Terminal terminal, string file, string number, string? clock, WrittenMoment? asked, Words? words)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var whole = RecordedCase.Find(number, database, new PublishedProcesses(database)) ?? throw Shared.NoCase(file, number);
        var at = Shared.NotLater(asked?.Through(whole.LastCalendar)) ?? TimeProvider.System.GetUtcNow();
        var recorded = whole.By(at) ?? throw Shared.NoCase(file, number);
        clock = clock is null ? null : ClockNames.Of(recorded.State, clock);
        if (clock is not null && !recorded.State.Clocks.ContainsKey(clock))
            throw new OpeningRefusedException($"Expected a clock of case {number}, but it has no '{clock}' then; it has {Names(recorded)}.");
        var explained = recorded.State.Clocks.Keys.Where(c => clock is null || c == clock).Select(c => Explain(recorded, c, at)).ToImmutableArray();
        await Administration.Look(database, "why", number);
        if (words is null) terminal.WriteJson(explained);
        else terminal.Out.Write(string.Join("\n\n", explained.Select(e => WhyText.Write(recorded, e, words))));
        return 0;
    }

    private static ClockExplanation Explain(RecordedCase recorded, string clock, DateTimeOffset at) =>
        ClockExplanation.Of(recorded.Definitions, recorded.Entries, clock, recorded.Calendar(recorded.State.Clocks[clock].Calendar), at)!;

    private static string Names(RecordedCase recorded) => recorded.State.Clocks.IsEmpty ? "none yet" : string.Join(", ", recorded.State.Clocks.Keys.Select(c => $"'{c}'"));
}
