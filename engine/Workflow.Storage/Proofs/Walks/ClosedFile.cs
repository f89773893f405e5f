using System.Globalization;
using System.Text.Json;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>How an entry leaves the file of its case: closed, or open again.</summary>
/// <param name="IsClosed">Whether it is closed.</param>
/// <param name="KeptUntil">The last day on which it is kept; null where that is for ever, or it is open.</param>
internal sealed record ClosedFile(bool IsClosed, DateOnly? KeptUntil)
{
    private const string Closed = "case.closed";
    private const string Reopened = "case.reopened";

    /// <summary>Returns how the events of an entry leave it, read without trusting them; null where none speaks of it.</summary>
    internal static ClosedFile? Of(IEnumerable<JsonElement> events) =>
        events
            .Select(e => (Event: e, Name: EntryMarks.Text(e, "is")))
            .Where(e => e.Name is Closed or Reopened)
            .Select(e => e.Name == Closed ? new ClosedFile(true, Day(e.Event)) : new ClosedFile(false, null))
            .LastOrDefault();

    private static DateOnly? Day(JsonElement closing) =>
        DateOnly.TryParseExact(
            EntryMarks.Text(closing, "keepUntil"),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
