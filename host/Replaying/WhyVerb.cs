using System.Collections.Immutable;
using System.CommandLine;
using Workflow.Definitions.Due;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Evidence;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Host.Replaying;

/// <summary><c>why CASE CLOCK</c>: why this date.</summary>
internal sealed class WhyVerb(VerbForm form)
{
    private readonly Argument<string> _case = form.Argument("CASE");
    private readonly Argument<string?> _clock = form.Maybe("CLOCK");
    private readonly Option<WrittenMoment?> _at = form.Moment("--at");
    private readonly Option<string> _database = form.Database();
    private readonly Option<bool> _json = form.Json();

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "why");
        return form.Does(new WhyVerb(form).Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        var (file, number) = (given.GetValue(_database)!, given.GetValue(_case)!);
        await using var database = DatabaseFile.OpenToLook(file);
        var whole = RecordedCase.Require(number, database, file);
        var asked = Shared.NotLater(given.GetValue(_at)?.Through(whole.LastCalendar));
        var recorded = asked is { } then ? whole.RequireBy(then) : whole;
        var explained = Explained(recorded, given.GetValue(_clock), asked);
        await Administration.Look(database, "why", number);
        form.Terminal.Answer(given.GetValue(_json), explained, () => Write(recorded, explained, Shown(recorded, asked)));
        return 0;
    }

    private static ImmutableArray<ClockExplanation> Explained(RecordedCase recorded, string? named, DateTimeOffset? asked)
    {
        var at = asked ?? TimeProvider.System.GetUtcNow();
        return [.. Clocks(recorded, named, Shown(recorded, asked)).Select(clock => Explain(recorded, clock, at))];
    }

    private static string? Shown(RecordedCase recorded, DateTimeOffset? asked) => asked is { } at ? recorded.Shown(at) : null;

    private static IEnumerable<string> Clocks(RecordedCase recorded, string? named, string? at)
    {
        if (named is null)
            return recorded.State.Clocks.Keys;
        var clock = ClockNames.Of(recorded.State, named);
        return recorded.State.Clocks.ContainsKey(clock)
            ? [clock]
            : throw new OpeningRefusedException(RecordedRefusals.NoClock(recorded, named, at));
    }

    private void Write(RecordedCase recorded, ImmutableArray<ClockExplanation> explained, string? at)
    {
        if (explained.IsEmpty)
            form.Terminal.Out.WriteLine(form.Terminal.Words.Say(MissingClock.None(recorded.State.Number, at)));
        else
            form.Terminal.Out.Write(string.Join("\n\n", explained.Select(e => WhyText.Write(recorded, e, form.Terminal.Words))));
    }

    private static ClockExplanation Explain(RecordedCase recorded, string clock, DateTimeOffset at) =>
        ClockExplanation.Of(recorded.Definitions, recorded.Entries, clock, recorded.Calendar(recorded.State.Clocks[clock].Calendar), at)!;
}
