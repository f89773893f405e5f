using System.Collections.Immutable;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Statistics;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;

namespace Workflow.Host.Reviews;

/// <summary>Reads a review from its ledger alone. The definition says which steps belong to a file: those that open for each row drawn; the first that asks for points is the score.</summary>
/// <param name="database">The database.</param>
public sealed class ReviewReading(Database database)
{
    private const string CaseColumn = "case";
    private const string HeadColumn = "head";
    private const string CriterionColumn = "criterion";
    private const decimal Full = 100m;

    // Bands as provinces write them for 百分制 reviews; no national rule fixes them, so they are the office's own.
    private static readonly ImmutableArray<(string Name, decimal From)> Bands =
    [
        ("excellent", 90),
        ("good", 75),
        ("passed", 60),
        ("failed", 0),
    ];

    private readonly CaseReads _cases = new(database);

    /// <summary>Returns a review.</summary>
    /// <param name="number">Its number.</param>
    /// <exception cref="OpeningRefusedException">There is no such case, or nothing is drawn by lot in it.</exception>
    public ReviewResult Read(string number)
    {
        var entries = _cases.Timeline(number);
        if (entries.Count == 0)
            throw OpeningRefusals.NoCase(number);
        var state = EntryFold.Of(entries.Select(e => e.Entry));
        var process = Bound(number, state.Definition);
        var node = Drawing(process.Definition, number);
        var draw = Draw(entries, process, node.Id);
        ImmutableArray<ReviewedFile> files = [.. (draw?.Drawn ?? []).Select(row => File(process, state, node, row))];
        return new ReviewResult(number, state.Result, draw, draw?.Faults.IsEmpty, files, Share(files))
        {
            ResultTitle = state.Result is { } result ? Ends.Title(process.Definition, result) : null,
            Documents = [.. state.Documents.Where(d => d.Void is null).Select(d => Named(d, process.Definition))],
        };
    }

    private PublishedProcess Bound(string number, string digest) =>
        new PublishedProcesses(database).Find(digest) ?? throw OpeningRefusals.DefinitionMissing(number, digest);

    private static DrawNode Drawing(ProcessDefinition definition, string number) =>
        Outline.All(definition).OfType<DrawNode>().FirstOrDefault()
        ?? throw ReviewRefusals.NotAReview(number, definition.Title.Named(definition.Id));

    private static string Named(CaseDocument document, ProcessDefinition definition) =>
        $"{definition.DocumentTitle(document.Issued.Document)} {document.Issued.Number}".TrimEnd();

    private static RepeatedDraw? Draw(IEnumerable<KeptEntry> entries, PublishedProcess process, string step)
    {
        var walk = new DrawWalk(_ => process);
        foreach (var entry in entries)
        foreach (var happened in entry.Entry.Events)
            walk.Add(entry.Entry.Number, happened);
        return walk.Draws.LastOrDefault(d => d.Step == step);
    }

    private ReviewedFile File(PublishedProcess process, CaseState state, DrawNode draw, int row)
    {
        var runs = Runs(process, state, draw, row).ToList();
        var about = Texts(Population.Of(draw, state).Rows[row - 1]);
        var file = new ReviewedFile
        {
            Row = row,
            About = about,
            Unchanged = Unchanged(about),
            Points = [],
            Findings = [],
            Stages = [.. runs.Select(r => Stage(r.Node, r.Step))],
        };
        var scored = runs.LastOrDefault(r => r.Step.Completed is not null && Criteria(r.Node).Any());
        return scored.Node is null ? file : Scored(file, scored.Node, scored.Step);
    }

    private static IEnumerable<(WorkNode Node, StepState Step)> Runs(PublishedProcess process, CaseState state, DrawNode draw, int row) =>
        from node in Outline.All(process.Definition).OfType<WorkNode>()
        where node.ForEachDrawn == draw.Id
        from step in Runs(state, $"{node.Id}[{row}]")
        select (node, step);

    private static ReviewedFile Scored(ReviewedFile file, WorkNode node, StepState step)
    {
        var points = Criteria(node).Select(f => new ScoredCriterion(f.Name(f.Id), Number(step, f), f.Max!.Value)).ToImmutableArray();
        return file with
        {
            Points = points,
            Total = points.Sum(p => p.Points),
            Most = points.Sum(p => p.Most),
            Findings = [.. Found(step).Select(row => Finding(node, row))],
        };
    }

    private static IEnumerable<ImmutableSortedDictionary<string, FieldValue>> Found(StepState step) =>
        step.Completed!.Fields.Values.OfType<RowsValue>().SelectMany(t => t.Rows);

    private bool? Unchanged(ImmutableSortedDictionary<string, string> about) =>
        about.TryGetValue(CaseColumn, out var number) && about.TryGetValue(HeadColumn, out var head) && _cases.Head(number) is { } found
            ? found.Hash == head
            : null;

    // The runs of a file's step, superseded ones first. One that was closed when the row stepped back belongs to no file, and one
    // that did not apply to it is none.
    private static IEnumerable<StepState> Runs(CaseState state, string key) =>
        state
            .Superseded.Where(s => s.Key == key)
            .Concat(state.Steps.TryGetValue(key, out var now) ? [now] : [])
            .Where(s => s.Status is not (StepStatus.Withdrawn or StepStatus.Skipped));

    private static IEnumerable<Field> Criteria(WorkNode node) => node.Asks.Where(f => f is { Type: FieldType.Number, Max: not null });

    private static decimal Number(StepState step, Field field) =>
        (step.Completed!.Fields.GetValueOrDefault(field.Id) as NumberValue)?.Number ?? 0;

    private static ImmutableSortedDictionary<string, string> Texts(ImmutableSortedDictionary<string, FieldValue> row) =>
        row.ToImmutableSortedDictionary(v => v.Key, v => v.Value.ToString());

    // A finding names its criterion by the field that is scored; people read the title.
    private static ImmutableSortedDictionary<string, string> Finding(WorkNode node, ImmutableSortedDictionary<string, FieldValue> row) =>
        Texts(row)
            .ToImmutableSortedDictionary(
                v => v.Key,
                v => v.Key == CriterionColumn && Criteria(node).FirstOrDefault(f => f.Id == v.Value) is { } scored ? scored.Title : v.Value
            );

    private static ReviewStage Stage(WorkNode node, StepState step) =>
        step.Completed is not { } done
            ? new ReviewStage(node.Name(node.Id), step.Instance, null, [], null, null)
            : new ReviewStage(
                node.Name(node.Id),
                step.Instance,
                node.OutcomeName(done.Outcome),
                [done.By, .. done.With],
                done.Reasons,
                done.On
            )
            {
                Because = done.Because,
            };

    private static ImmutableArray<ScoreBand> Share(ImmutableArray<ReviewedFile> files)
    {
        var scored = files.Where(f => f is { Total: not null, Most: > 0 }).Select(f => f.Total!.Value * Full / f.Most!.Value).ToList();
        return [.. Bands.Select((b, i) => new ScoreBand(b.Name, new Rate(scored.Count(s => IsIn(i, s)), scored.Count)))];
    }

    private static bool IsIn(int band, decimal score) => score >= Bands[band].From && (band == 0 || score < Bands[band - 1].From);
}
