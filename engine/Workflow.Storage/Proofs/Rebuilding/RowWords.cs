using System.Collections.Immutable;
using System.Globalization;
using Workflow.Engine.Evidence;
using Workflow.Engine.Messages;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Proofs.Rebuilding;

/// <summary>A row, for people who do not know the tables.</summary>
/// <param name="Thing">What the row is; two rows of the same thing are one row that differs.</param>
/// <param name="Values">What it says of it, by the code of its column; null for nothing.</param>
internal sealed record RowWords(Message Thing, ImmutableArray<(string Column, MessageValue? Value)> Values)
{
    internal static RowWords Of(object row) =>
        row switch
        {
            HeadRow r => Of(r),
            ViewerRow r => new(RowThings.Viewer(r.Viewer), []),
            ClockRow r => Of(r),
            InboxRow r => Of(r),
            OutboxRow r => new(RowThings.Message(r.Entry, r.Place), [("kind", Text(r.Kind))]),
            PendingRow r => Of(r),
            FileRow r => new(RowThings.File(r.Entry, r.Place), [("hash", Text(r.Sha256))]),
            AssignmentRow r => Of(r),
            AdoptionRow r => new(RowThings.Adoption(), [("system", Text(r.System)), ("number", Text(r.Number))]),
            NumberRow r => new(RowThings.Number(r.Borne.Document, r.Borne.Number), [("process", Text(r.Borne.Process))]),
            CopyRow r => new(RowThings.Copy(r.Entry, r.Place, r.Reader), [("step", Text(r.Step))]),
            _ => throw new System.Diagnostics.UnreachableException($"Expected a row of a projection, but found a {row.GetType().Name}."),
        };

    /// <summary>Says that the row is not there.</summary>
    internal Message Missing() => With() is { } values ? RowFindings.MissingWith(Thing, values) : RowFindings.Missing(Thing);

    /// <summary>Says that the row should not be there.</summary>
    internal Message Strange() => With() is { } values ? RowFindings.StrangeWith(Thing, values) : RowFindings.Strange(Thing);

    /// <summary>Says what another row of the same thing has instead.</summary>
    internal Message Otherwise(RowWords found)
    {
        var columns = Values.Zip(found.Values).Where(v => v.First.Value != v.Second.Value).Select(v => v.First.Column).ToHashSet();
        return RowFindings.Otherwise(Thing, Told(columns), found.Told(columns));
    }

    private MessageValue Told(HashSet<string> columns) =>
        MessageValue.List(Values.Where(v => columns.Contains(v.Column)).Select(v => Column(v.Column, v.Value ?? Word("nothing"))));

    // Null where the row says nothing of its thing.
    private MessageValue? With()
    {
        var values = Values.Where(v => v.Value is not null).Select(v => Column(v.Column, v.Value!)).ToList();
        return values.Count == 0 ? null : MessageValue.List(values);
    }

    private static RowWords Of(HeadRow r) =>
        new(
            RowThings.Head(),
            [
                ("entries", r.Entries),
                ("hash", r.Hash),
                ("last_at", r.LastAt),
                ("stage", r.Stage),
                ("process", r.Process),
                ("definition", r.Definition),
                ("lodged_on", r.LodgedOn),
                ("result", Text(r.Result)),
                ("due_on", Text(r.DueOn)),
                ("party", Text(r.Party)),
                ("viewers", r.Viewers),
            ]
        );

    private static RowWords Of(ClockRow r) =>
        new(
            RowThings.Clock(r.Clock),
            [
                ("step", Text(r.Step)),
                ("status", r.Status),
                ("fires_at", Moment(r.FiresAt)),
                ("yellow_from", Day(r.YellowFrom)),
                ("due_on", Day(r.DueOn)),
                ("due_at", Moment(r.DueAt)),
                ("provisional", Truth(r.Provisional)),
                ("paused", Truth(r.Paused)),
                ("awaits_calendar", Truth(r.AwaitsCalendar)),
                ("calendar", r.Calendar),
            ]
        );

    private static RowWords Of(InboxRow r) =>
        new(
            RowThings.Task(r.Step, r.Entitlement),
            [
                ("organisation", Text(r.Organisation)),
                ("role", Text(r.Role)),
                ("person", Text(r.Person)),
                ("claimed_by", Text(r.ClaimedBy)),
                ("opened_on", Day(r.OpenedOn)),
                ("yellow_from", Day(r.YellowFrom)),
                ("due_on", Day(r.DueOn)),
                ("paused", Truth(r.Paused)),
                ("overdue", Truth(r.Overdue)),
                ("floor", Truth(r.Floor)),
            ]
        );

    private static RowWords Of(PendingRow r) =>
        new(RowThings.Command(r.Entry, r.Place), [("target", Text(r.Target)), ("actor", $"{r.Actor}"), ("command", r.Command)]);

    private static RowWords Of(AssignmentRow r) =>
        new(
            RowThings.Assignment(r.Entry, r.Place),
            [("organisation", r.Organisation), ("role", r.Role), ("person", r.Person), ("turn", r.Turn)]
        );

    private static MessageValue Column(string column, MessageValue value) => new Message($"column.{column}", ("value", value));

    private static MessageValue Word(string word) => new Message($"column.{word}");

    private static MessageValue Truth(bool holds) => Word(holds ? "yes" : "no");

    private static MessageValue? Text(string? text) => text is null ? null : new WordsValue(text);

    private static MessageValue? Day(DateOnly? day) => day is { } known ? new DayValue(known) : null;

    // To the second and beyond: two moments that differ must not look alike.
    private static MessageValue? Moment(DateTimeOffset? at) =>
        Text(at?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
}
