using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Stories;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Tests.Support.Walks;

/// <summary>Tells of a case that ran here as another system would: from its recorded entries alone.</summary>
internal static class ToldCase
{
    internal const string System = "旧系统";

    internal static AdoptCase Of(Simulation door, string number)
    {
        var (entries, state) = (door.Entries(number), door.State(number)!);
        var process = door.World.Bound(state.Definition);
        var lodge = (Lodge)entries[0].Command;
        return new AdoptCase
        {
            Process = state.Process,
            System = System,
            Number = number,
            LodgedOn = state.LodgedOn,
            Parties = lodge.Parties,
            Form = lodge.Form,
            Materials = [.. state.Materials],
            Promises =
            [
                .. state
                    .Standings.Where(s => s.Standing == Standing.Promised)
                    .Select(s => new ToldPromise(
                        s.Material,
                        s.Document!,
                        s.On,
                        state
                            .Standings.SkipWhile(x => x != s)
                            .Skip(1)
                            .FirstOrDefault(x => x.Material == s.Material && x.Standing == Standing.Received)
                            ?.On
                    )),
            ],
            Acts = [.. entries.SelectMany(e => e.Events.Select(h => Act(process, e, h)).OfType<ToldAct>())],
            Opened = entries
                .SelectMany(e => e.Events.OfType<StepOpened>())
                .ToImmutableSortedDictionary(o => o.Instance == 1 ? o.Step : $"{o.Step}#{o.Instance}", o => o.On),
            Documents =
            [
                .. state.Documents.Select(d => new ToldDocument(d.Issued.Document, d.Issued.Number, d.Issued.On, d.Issued.Sha256)),
            ],
            Pauses =
            [
                .. state
                    .Clocks.Values.Where(c => c.Step is null)
                    .SelectMany(c =>
                        c.Pauses.Where(p => p.Document is not null).Select(p => new ToldPause(c.Id, p.Ground, p.Document!, p.From, p.To))
                    ),
            ],
            Extensions =
            [
                .. state.Clocks.Values.SelectMany(c =>
                    c.Extensions.Select(x => new ToldExtension(c.Id, x.By, x.GrantedOn, x.Approver, x.Reasons))
                ),
            ],
            Holders = state
                .Steps.Values.Where(s => s is { Status: StepStatus.Open, ClaimedBy: not null })
                .ToImmutableSortedDictionary(s => s.Key, s => s.ClaimedBy!),
            At = [.. Open(process, state)],
            Series = Series(state),
            Document = "移交〔2020〕1号",
            Reasons = "新系统上线",
        };
    }

    internal static IEnumerable<string> Open(PublishedProcess process, CaseState state) =>
        state.Steps.Values.Where(s => s.Status == StepStatus.Open && process.Find(s.Key) is WorkNode).Select(s => s.Key);

    // A vote's result follows from its answers; what a rule decided by silence is told as what it came to.
    private static ToldAct? Act(PublishedProcess process, LedgerEntry entry, CaseEvent happened) =>
        happened switch
        {
            AnswerGiven { Given: var a } e => new ToldAct
            {
                Step = e.Step,
                Participant = a.Participant,
                Outcome = a.Choice,
                On = a.On,
                By = a.By,
                Fields = a.Fields,
                Reasons = a.OnPaper,
            },
            StepCompleted e
                when process.Find(e.Step) is WorkNode node && (node is not JointNode || entry.Command is not (Answer or Reply)) =>
                new ToldAct
                {
                    Step = e.Step,
                    Outcome = e.Outcome,
                    On = e.On,
                    By = e.By,
                    Fields = e.Fields,
                    Reasons = e.Reasons,
                },
            _ => null,
        };

    private static ImmutableSortedDictionary<string, long> Series(CaseState state) =>
        state
            .Documents.Where(d => d.Issued.Series is not null)
            .GroupBy(d => d.Issued.Series!)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Max(d => Serial(g.Key, d.Issued.Number!)) + 1);

    private static long Serial(string series, string number)
    {
        var before = series.IndexOf("<serial>", StringComparison.Ordinal);
        return long.Parse(number[before..(number.Length - (series.Length - before - "<serial>".Length))], CultureInfo.InvariantCulture);
    }
}
