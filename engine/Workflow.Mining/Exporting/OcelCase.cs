using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Mining.Exporting;

/// <summary>Tells a case of our ledger object by object: the case itself, its tasks, certificates, materials, clocks and notices.</summary>
public sealed class OcelCase
{
    private readonly LoggedCase _case;
    private readonly Dictionary<string, Growing> _objects = new(StringComparer.Ordinal);
    private readonly ImmutableArray<OcelEvent>.Builder _events = ImmutableArray.CreateBuilder<OcelEvent>();
    private readonly Dictionary<string, int> _issued = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    /// <summary>Tells a case.</summary>
    public OcelCase(LoggedCase told)
    {
        _case = told;
        foreach (var happened in told.Events)
            Tell(happened);
    }

    /// <summary>Its events in order.</summary>
    public ImmutableArray<OcelEvent> Events => _events.ToImmutable();

    /// <summary>Its objects in the order of their appearance.</summary>
    public IEnumerable<OcelObject> Objects => _objects.Values.Select(o => new OcelObject(o.Id, o.Type, [.. o.Values], [.. o.Relations]));

    private string Number => _case.Number;

    private void Tell(LoggedEvent e)
    {
        var about = ImmutableArray.CreateBuilder<OcelRelation>();
        about.Add(new OcelRelation(Number, "happens in"));
        if (e.Step is { } step)
            about.Add(new OcelRelation(Task(e, step), ToTask(e.Happened)));
        Change(e, about);
        if (IsTold(e))
            about.Add(new OcelRelation(Make(e, $"{e.Id}/notice", "notice", "tells of", ("kind", e.Kind)), "is told by"));
        _events.Add(new OcelEvent(e.Id, e.Kind, e.At, [.. Values(e)], about.ToImmutable()));
    }

    // What begins, ends or answers a task, and what is only about it.
    private static string ToTask(CaseEvent happened) =>
        happened switch
        {
            StepOpened => "opens",
            StepCompleted => "completes",
            AnswerGiven => "answers",
            StepSkipped or StepClaimed or StepAssigned or StepReleased or StepWithdrawn or StepsSuperseded => "is about",
            LotsSealed or LotsRevealed or LotsDrawn or LotsRedrawn or CopySent => "is about",
            _ => throw new UnreachableException($"Nobody said what {happened.GetType().Name} does to a task."),
        };

    private void Change(LoggedEvent e, ImmutableArray<OcelRelation>.Builder about)
    {
        Begin(e, about);
        StandTask(e);
        StandCase(e);
        if (Related(e) is { } relation)
            about.Add(relation);
    }

    private void Begin(LoggedEvent e, ImmutableArray<OcelRelation>.Builder about)
    {
        switch (e.Happened)
        {
            case CaseLodged lodged:
                Lodged(e, lodged, about);
                break;
            case CaseAdopted adopted:
                Adopted(e, adopted, about);
                break;
            case CaseMigrated migrated:
                Migrated(e, migrated);
                break;
        }
    }

    private void StandTask(LoggedEvent e)
    {
        switch (e.Happened)
        {
            case StepOpened:
                Set(e, e.Step!, "status", "open");
                break;
            case StepCompleted done:
                Set(e, e.Step!, "status", "done");
                Set(e, e.Step!, "outcome", done.Outcome);
                break;
            case StepWithdrawn:
                Set(e, e.Step!, "status", "withdrawn");
                break;
            case StepSkipped:
                Set(e, e.Step!, "status", "skipped");
                break;
        }
    }

    private void StandCase(LoggedEvent e)
    {
        switch (e.Happened)
        {
            case CaseConcluded concluded:
                Value(e, Number, "stage", "concluded");
                Value(e, Number, "result", concluded.Result);
                break;
            case CaseClosed:
                Value(e, Number, "stage", "closed");
                break;
        }
    }

    // The certificate, material or clock that it is about, and what it does to it; null for none.
    private OcelRelation? Related(LoggedEvent e)
    {
        switch (e.Happened)
        {
            case DocumentIssued issued:
                return new(Certificate(e, issued), "issues");
            case DocumentVoided voided:
                return new(Voided(e, voided), "declares void");
            case DocumentServed served:
                return new(Certificate(served.Document, served.Number), "serves");
            case MaterialStood stood:
                return new(Material(e, stood.Material), "is about");
            case FileAttached { Material: { } material }:
                return new(Material(e, material), "hands in");
        }

        return OfClock(e);
    }

    private OcelRelation? OfClock(LoggedEvent e)
    {
        switch (e.Happened)
        {
            case ClockStarted started:
                return new(Clock(e, started.Clock), "starts");
            case ClockMoved moved:
                return new(Clock(e, moved.Clock), Word(moved.Cause));
            case ClockStopped stopped:
                return new(Ended(e, stopped.Clock, ClockStatus.Stopped), "stops");
            case ClockExpired expired:
                return new(Ended(e, expired.Clock, expired.Outcome is null ? ClockStatus.Overdue : ClockStatus.Elapsed), "finds expired");
        }

        return null;
    }

    private void Lodged(LoggedEvent e, CaseLodged lodged, ImmutableArray<OcelRelation>.Builder about)
    {
        _objects[Number] = new Growing(Number, "case");
        // An attribute, not a relation: the log of one case has no other case to relate to.
        if (lodged.Parent is { } parent)
            Value(e, Number, "called by", parent.Case);
        Open(e, lodged.Process, lodged.Definition, lodged.Materials, about);
    }

    private void Adopted(LoggedEvent e, CaseAdopted adopted, ImmutableArray<OcelRelation>.Builder about)
    {
        _objects[Number] = new Growing(Number, "case");
        Open(e, adopted.Process, adopted.Definition, adopted.Materials, about);
        Value(e, Number, "taken over from", adopted.System);
        Value(e, Number, "number there", adopted.NumberThere);
    }

    private void Open(
        LoggedEvent e,
        string process,
        string definition,
        ImmutableArray<string> materials,
        ImmutableArray<OcelRelation>.Builder about
    )
    {
        foreach (var (name, value) in new[] { ("process", process), ("definition", definition), ("stage", "open") })
            Value(e, Number, name, value);
        foreach (var material in materials)
            about.Add(new OcelRelation(Material(e, material), "hands in"));
    }

    // A task or a clock under a new name is the same object.
    private void Migrated(LoggedEvent e, CaseMigrated migrated)
    {
        Value(e, Number, "definition", migrated.To);
        foreach (var (now, was) in migrated.Steps.SelectMany(s => RunsOf(s.Key, s.Value)).ToList())
            Rename(now, was);
        foreach (var clock in migrated.Clocks)
            Rename($"{Number}/clock/{clock.Clock.Id}", $"{Number}/clock/{clock.Was}");
    }

    // The tasks of a step and of its runs: their ids now and before.
    private IEnumerable<(string Now, string Was)> RunsOf(string was, string now) =>
        _objects
            .Keys.Where(id => id.StartsWith(Tasks, StringComparison.Ordinal))
            .Select(id => (Id: id, Key: StepKey.Parse(id[Tasks.Length..])))
            .Where(task => task.Key.Key == was)
            .Select(task => ($"{Tasks}{StepKey.OfRun(now, task.Key.Run)}", task.Id));

    private void Rename(string now, string was)
    {
        if (now != was)
            _renamed[now] = _renamed.GetValueOrDefault(was, was);
    }

    private string TaskId(string step) => Now($"{Tasks}{step}");

    private string Now(string id) => _renamed.GetValueOrDefault(id, id);

    // How the ids of its tasks begin.
    private string Tasks => $"{Number}/task/";

    private string Task(LoggedEvent e, string step)
    {
        var node = _case.Process.Find(StepKey.Parse(step).Id);
        return Make(
            e,
            TaskId(step),
            "task",
            "part of",
            ("step", step),
            ("title", node?.Title ?? e.Activity),
            ("office", e.Office is { } office ? _case.State.Offices.GetValueOrDefault(office, office) : null)
        );
    }

    private string Material(LoggedEvent e, string id) =>
        Make(
            e,
            $"{Number}/material/{id}",
            "material",
            "handed in for",
            ("material", id),
            ("title", _case.Process.Definition.Materials.FirstOrDefault(m => m.Id == id)?.Title)
        );

    private string Certificate(LoggedEvent e, DocumentIssued issued)
    {
        var run = _issued[issued.Document] = _issued.GetValueOrDefault(issued.Document) + 1;
        var id = Make(
            e,
            $"{Number}/certificate/{issued.Document}/{run}",
            "certificate",
            "issued in",
            ("document", issued.Document),
            ("number", issued.Number),
            ("sha256", issued.Sha256),
            ("status", "valid")
        );
        Relate(id, issued.Step, "issued by");
        return id;
    }

    private void Relate(string id, string step, string qualifier)
    {
        if (_objects.ContainsKey(TaskId(step)))
            _objects[id].Relations.Add(new OcelRelation(TaskId(step), qualifier));
    }

    private string Voided(LoggedEvent e, DocumentVoided voided)
    {
        var id = Certificate(voided.Document, voided.Number);
        Value(e, id, "status", "void");
        return id;
    }

    private string Certificate(string document, string? number) =>
        _objects.Values.Last(o => o.Type == "certificate" && o.Has("document", document) && (number is null || o.Has("number", number))).Id;

    private string Clock(LoggedEvent e, ClockState clock)
    {
        var id = Make(
            e,
            ClockId(clock.Id),
            "clock",
            "limits",
            ("clock", clock.Rule),
            ("period", clock.Total?.ToString()),
            ("start", Day(clock.StartDay))
        );
        if (clock.Step is { } step && _objects[id].Relations.Count == 1)
            Relate(id, step, "limits");
        Value(e, id, "due", Day(clock.DueOn));
        Value(e, id, "status", clock.IsPaused ? "paused" : Word(clock.Status));
        return id;
    }

    private string Ended(LoggedEvent e, string clock, ClockStatus status)
    {
        Value(e, ClockId(clock), "status", Word(status));
        return ClockId(clock);
    }

    private static string Word(ClockStatus status) =>
        status switch
        {
            ClockStatus.Running => "running",
            ClockStatus.Overdue => "overdue",
            ClockStatus.Elapsed => "elapsed",
            ClockStatus.Stopped => "stopped",
            _ => throw new UnreachableException($"No word for {status}."),
        };

    // What the event does to the clock that it is about.
    private static string Word(ClockCause cause) =>
        cause switch
        {
            ClockCause.Pause => "pause",
            ClockCause.Resume => "resume",
            ClockCause.Extension => "extension",
            ClockCause.Calendar => "calendar",
            ClockCause.Clamp => "clamp",
            ClockCause.Reopened => "reopened",
            ClockCause.Migration => "migration",
            ClockCause.Set => "set",
            ClockCause.RecordedLate => throw new UnreachableException("A late record lifts a mark and moves no clock."),
            _ => throw new UnreachableException($"No word for {cause}."),
        };

    private string ClockId(string clock) => Now($"{Number}/clock/{clock}");

    private string Make(LoggedEvent e, string id, string type, string partOf, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        if (_objects.ContainsKey(id))
            return id;
        _objects[id] = new Growing(id, type) { Relations = { new OcelRelation(Number, partOf) } };
        foreach (var (name, value) in values)
            if (value is not null)
                Value(e, id, name, value);
        return id;
    }

    private void Set(LoggedEvent e, string step, string name, string value) => Value(e, TaskId(step), name, value);

    // A value that does not change is told once.
    private void Value(LoggedEvent e, string id, string name, string value)
    {
        if (_objects.TryGetValue(id, out var of) && of.Values.FindLast(v => v.Name == name)?.Value != value)
            of.Values.Add(new OcelTimedValue(name, value, e.At));
    }

    private static IEnumerable<OcelValue> Values(LoggedEvent e) =>
        new[]
        {
            ("activity", e.Activity),
            ("effective", Day(e.On)),
            ("resource", e.Actor),
            ("role", e.Role),
            ("group", e.Organisation),
            ("assigned", e.Assigned),
            ("outcome", e.Outcome),
        }
            .Where(v => v.Item2 is not null)
            .Select(v => new OcelValue(v.Item1, v.Item2!));

    // What people must hear of: the messages that the ledger itself sends.
    private bool IsTold(LoggedEvent e) => !CaseRows.Outbox(_case.State, [e.Happened]).IsEmpty;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00.000Z'", CultureInfo.InvariantCulture);

    private sealed record Growing(string Id, string Type)
    {
        internal List<OcelTimedValue> Values { get; } = [];

        internal List<OcelRelation> Relations { get; } = [];

        internal bool Has(string name, string value) => Values.Exists(v => v.Name == name && v.Value == value);
    }
}
