using System.Collections.Immutable;
using System.Text.Json;

namespace Workflow.Storage.Proofs;

/// <summary>Numbers of one series that an entry says it took, or that it passed by.</summary>
/// <param name="Series">The series.</param>
/// <param name="First">The first number.</param>
/// <param name="Count">How many; zero where a case that is taken over says only where the series goes on.</param>
/// <param name="Before">The first number that this system gives: those before it were given elsewhere.</param>
internal sealed record TakenNumbers(string Series, long First, int Count, long Before)
{
    /// <summary>Returns what an entry's stored text says, read without trusting it.</summary>
    internal static ImmutableArray<TakenNumbers> Of(JsonElement body)
    {
        if (EntryMarks.Inner(EntryMarks.Inner(EntryMarks.Inner(body, "stamp"), "facts"), "serials") is not { } serials)
            return [];
        var events = Events(body);
        var elsewhere = events.Select(e => EntryMarks.Inner(e, "series")).FirstOrDefault(s => s is not null);
        return
        [
            .. from serial in serials.EnumerateObject()
            where serial.Value.ValueKind == JsonValueKind.Number && serial.Value.TryGetInt64(out _)
            select Of(serial.Name, serial.Value.GetInt64(), elsewhere, events),
        ];
    }

    // The facts name the first number taken; each paper of the series took one, and a case's own number is no paper.
    private static TakenNumbers Of(string series, long first, JsonElement? elsewhere, List<JsonElement> events)
    {
        if (elsewhere?.TryGetProperty(series, out var next) == true && next.TryGetInt64(out var on))
            return new TakenNumbers(series, on, 0, on);
        var papers = events.Count(e =>
            e.TryGetProperty("series", out var of) && of.ValueKind == JsonValueKind.String && of.ValueEquals(series)
        );
        return new TakenNumbers(series, first, Math.Max(1, papers), 1);
    }

    private static List<JsonElement> Events(JsonElement body) =>
        body.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Array
            ? [.. events.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)]
            : [];
}
