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
        var number = new Argument<string>("CASE") { Description = "The case's number." };
        var clock = new Argument<string?>("CLOCK") { Description = "The clock's id, of which acceptance means the latest run and acceptance#1 the first; without it every clock of the case.", Arity = ArgumentArity.ZeroOrOne };
        var at = Shared.Moment(terminal.Words, "--at", "As it was recorded by this moment; without it, by now.");
        var (database, json) = (Shared.Database(), Shared.AsJson());
        var verb = new Command("why", Help.Why) { number, clock, at, database, json };
        verb.SetAction((parsed, _) => Run(
            terminal, parsed.GetValue(database)!, parsed.GetValue(number)!, parsed.GetValue(clock), parsed.GetValue(at), parsed.GetValue(json)));
        return verb;
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
        var explained = recorded.State.Clocks.Keys.Where(c => clock is null || c == clock).Select(c => Explain(recorded, c, at)).ToImmutableArray();
        await Administration.Look(database, "why", number);
        if (json) terminal.WriteJson(explained);
        else terminal.Out.Write(string.Join("\n\n", explained.Select(e => WhyText.Write(recorded, e, terminal.Words))));
        return 0;
    }

    private static ClockExplanation Explain(RecordedCase recorded, string clock, DateTimeOffset at) =>
        ClockExplanation.Of(recorded.Definitions, recorded.Entries, clock, recorded.Calendar(recorded.State.Clocks[clock].Calendar), at)!;
}
