using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Every day that is told lies between the lodging in the other system and today.</summary>
internal static class ToldDays
{
    // Before it no calendar reckons.
    private const int EarliestYear = 1900;

    internal static Refusal? Check(CaseLook look, AdoptCase command) =>
        All(look, command).Where(d => IsOut(look, command, d.On)).Select(d => Refused(look, command, d.What, d.On)).FirstOrDefault();

    private static bool IsOut(CaseLook look, AdoptCase command, DateOnly on) =>
        on > look.Today || on < command.LodgedOn || on.Year < EarliestYear;

    private static Refusal Refused(CaseLook look, AdoptCase command, Message what, DateOnly on) =>
        AdoptRefusals.DayOutOfBounds(what, on, command.LodgedOn, look.Today);

    private static IEnumerable<(Message What, DateOnly On)> All(CaseLook look, AdoptCase command) =>
        Steps(look, command).Concat(Papers(look, command)).Concat(Clocks(look, command)).Prepend((DayOf.Lodging(), command.LodgedOn));

    private static IEnumerable<(Message What, DateOnly On)> Steps(CaseLook look, AdoptCase command) =>
        [
            .. command.Acts.Select(a => (DayOf.Act(Naming.Step(look, a.Step)), a.On)),
            .. command.Opened.Select(o => (DayOf.Opening(RunNaming.Of(look, o.Key)), o.Value)),
            .. command.Moments.Select(m => (DayOf.Moment(Naming.Moment(look.Definition, m.Key)), m.Value)),
        ];

    private static IEnumerable<(Message What, DateOnly On)> Papers(CaseLook look, AdoptCase command) =>
        [
            .. command.Documents.Where(d => d.On is not null).Select(d => (Paper(look, d), d.On!.Value)),
            .. command.Promises.SelectMany(p => Promised(look, p)),
        ];

    private static IEnumerable<(Message What, DateOnly On)> Clocks(CaseLook look, AdoptCase command) =>
        [
            .. command.Pauses.Select(p => (DayOf.Pause(Naming.Clock(look, p.Clock)), p.From)),
            .. command.Extensions.Select(x => (DayOf.Extension(Naming.Clock(look, x.Clock)), x.On)),
        ];

    private static Message Paper(CaseLook look, ToldDocument told) => DayOf.Document(Naming.Document(look.Definition, told.Document));

    private static IEnumerable<(Message What, DateOnly On)> Promised(CaseLook look, ToldPromise promise)
    {
        var material = Naming.Material(look, promise.Material);
        return [(DayOf.Promise(material), promise.On), (DayOf.Receipt(material), promise.KeptOn ?? promise.On)];
    }
}
