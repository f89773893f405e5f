using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Reading;

/// <summary>Reads how the cases of a ledger began, and which called which.</summary>
/// <param name="database">The database.</param>
public sealed class Lodgings(Database database)
{
    /// <summary>Returns the first entry of every case, in the order of their numbers.</summary>
    public IReadOnlyList<LedgerEntry> All()
    {
        using var connection = database.Connect();
        return [.. connection.Read($"{LedgerScan.Columns} where entry_no = 1 order by case_no", StoredEntry.Of).Select(e => e.Read())];
    }

    /// <summary>Returns every calendar that entries stand on.</summary>
    public IReadOnlyList<WorkCalendar> Calendars()
    {
        using var connection = database.Connect();
        return [.. connection.Pairs(AllCalendars).Select(c => CalendarReads.Read(c.First, c.Second))];
    }

    /// <summary>Groups cases with those they called, and those called by them in turn; the caller first.</summary>
    /// <param name="lodgings">The first entries of all cases.</param>
    public static IReadOnlyList<ImmutableArray<string>> Families(IReadOnlyCollection<LedgerEntry> lodgings)
    {
        var parents = lodgings.ToDictionary(l => l.Case, l => (l.Command as Lodge)?.Parent?.Case, StringComparer.Ordinal);
        return [.. lodgings.Select(l => l.Case).GroupBy(number => Root(number, parents)).Select(Family)];
    }

    private static ImmutableArray<string> Family(IGrouping<string, string> numbers) =>
        [.. numbers.OrderBy(n => n != numbers.Key).ThenBy(n => n, StringComparer.Ordinal)];

    private const string AllCalendars = "select digest, canonical from calendars order by digest";

    private static string Root(string number, Dictionary<string, string?> parents)
    {
        while (parents.GetValueOrDefault(number) is { } parent && parents.ContainsKey(parent))
            number = parent;
        return number;
    }
}
