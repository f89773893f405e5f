using System.Collections.Immutable;
using System.Globalization;
using Workflow.Engine.Evidence;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Proofs;

/// <summary>A row in words, for people who do not know the tables.</summary>
/// <param name="Thing">What the row is; two rows of the same thing are one row that differs.</param>
/// <param name="Values">What it says of it, by name; null for nothing.</param>
internal sealed record RowWords(string Thing, ImmutableArray<(string Name, string? Value)> Values)
{
    internal static RowWords Of(object row) => row switch
    {
        HeadRow r => new("the summary of the case",
        [
            ("entries", Text(r.Entries)), ("hash", r.Hash), ("last recorded", r.LastAt), ("stage", r.Stage), ("process", r.Process), ("definition", r.Definition),
            ("lodged on", r.LodgedOn), ("result", r.Result), ("due on", r.DueOn), ("party", r.Party), ("readers", r.Viewers),
        ]),
        ViewerRow r => new($"the reader '{r.Viewer}'", []),
        ClockRow r => new($"the clock '{r.Clock}'",
        [
            ("step", r.Step), ("status", r.Status), ("fires", Text(r.FiresAt)), ("yellow from", Text(r.YellowFrom)), ("due on", Text(r.DueOn)), ("ends", Text(r.DueAt)),
            ("provisional", Text(r.Provisional)), ("paused", Text(r.Paused)), ("awaits a calendar", Text(r.AwaitsCalendar)), ("calendar", r.Calendar),
        ]),
        InboxRow r => new($"the task '{r.Step}' of '{r.Entitlement}'",
        [
            ("organisation", r.Organisation), ("role", r.Role), ("person", r.Person), ("claimed by", r.ClaimedBy), ("opened on", Text(r.OpenedOn)), ("yellow from", Text(r.YellowFrom)),
            ("due on", Text(r.DueOn)), ("paused", Text(r.Paused)), ("overdue", Text(r.Overdue)), ("floor", Text(r.Floor)),
        ]),
        OutboxRow r => new($"the message of {Place(r.Entry, r.Place)}", [("kind", r.Kind)]),
        PendingRow r => new($"the command for another case of {Place(r.Entry, r.Place)}", [("target", r.Target), ("actor", r.Actor), ("command", r.Command)]),
        FileRow r => new($"the attachment of {Place(r.Entry, r.Place)}", [("hash", r.Sha256)]),
        AssignmentRow r => new($"the assignment of {Place(r.Entry, r.Place)}", [("organisation", r.Organisation), ("role", r.Role), ("person", r.Person), ("turn", Text(r.Turn))]),
        AdoptionRow r => new("the number in another system", [("system", r.System), ("number", r.Number)]),
        CopyRow r => new($"the copy of {Place(r.Entry, r.Place)} for '{r.Reader}'", [("step", r.Step)]),
        _ => throw new System.Diagnostics.UnreachableException($"Expected a row of a projection, but found a {row.GetType().Name}."),
    };

    /// <summary>Its values in words; empty where it has none.</summary>
    internal string With(string before, Func<string, bool>? named = null)
    {
        var told = Values.Where(v => named is null ? v.Value is not null : named(v.Name)).Select(v => $"{v.Name} {v.Value ?? "nothing"}").ToList();
        return told.Count == 0 ? "" : before + string.Join(", ", told);
    }

    /// <summary>The names under which another row of the same thing says otherwise.</summary>
    internal ImmutableHashSet<string> Otherwise(RowWords other) => [.. Values.Zip(other.Values).Where(v => v.First.Value != v.Second.Value).Select(v => v.First.Name)];

    private static string Place(long entry, int place) => string.Create(CultureInfo.InvariantCulture, $"entry {entry}, place {place}");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool holds) => holds ? "yes" : "no";

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(DateTimeOffset? at) => at?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
}
