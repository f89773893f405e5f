using System.Collections.Immutable;
using System.CommandLine;
using Workflow.Engine.Clocks;
using Workflow.Engine.Evidence;
using Workflow.Host.Evidence;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Publishing;

namespace Workflow.Host.Commands;

/// <summary><c>why CASE CLOCK</c>: why this date.</summary>
public static class WhyVerb
{
    public static Command Make(Terminal terminal)
    {
        var number = new Argument<string>("CASE") { Description = "The case's number." };
        var clock = new Argument<string?>("CLOCK") { Description = "The clock's id, of which acceptance means the latest run and acceptance#1 the first; without it every clock of the case.", Arity = ArgumentArity.ZeroOrOne };
        var at = new Option<DateTimeOffset?>("--at") { Description = "As it was recorded by this moment; without it, by now.", HelpName = "MOMENT" };
        var (database, language, json) = (Shared.Database(), Shared.Language(), Shared.AsJson());
        var verb = new Command("why", Help.Why) { number, clock, at, database, language, json };
        verb.SetAction((parsed, _) => Run(
            terminal, parsed.GetValue(database)!, parsed.GetValue(number)!, parsed.GetValue(clock), Shared.NotLater(parsed.GetValue(at)) ?? TimeProvider.System.GetUtcNow(), parsed.GetValue(json) ? null : Words.In(parsed.GetValue(language)!)));
        return verb;
    }

    private static async Task<int> Run(Terminal terminal, string file, string number, string? clock, DateTimeOffset at, Words? words)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var recorded = RecordedCase.Find(number, database, new PublishedProcesses(database))?.By(at) ?? throw Shared.NoCase(file, number);
        clock = clock is null ? null : ClockNames.Of(recorded.State, clock);
        if (clock is not null && !recorded.State.Clocks.ContainsKey(clock))
            throw new OpeningRefusedException($"Expected a clock of case {number}, but it has no '{clock}' then; it has {Names(recorded)}.");
        var explained = recorded.State.Clocks.Keys.Where(c => clock is null || c == clock).Select(c => Explain(recorded, c, at)).ToImmutableArray();
        if (words is null) terminal.WriteJson(explained);
        else terminal.Out.Write(string.Join("\n\n", explained.Select(e => WhyText.Write(recorded, e, words))));
        return 0;
    }

    private static ClockExplanation Explain(RecordedCase recorded, string clock, DateTimeOffset at) =>
        ClockExplanation.Of(recorded.Definitions, recorded.Entries, clock, recorded.Calendar(recorded.State.Clocks[clock].Calendar), at)!;

    private static string Names(RecordedCase recorded) => recorded.State.Clocks.IsEmpty ? "none yet" : string.Join(", ", recorded.State.Clocks.Keys.Select(c => $"'{c}'"));
}
