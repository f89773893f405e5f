using Dapper;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>A case that was taken over from another system.</summary>
/// <param name="Case">Its number here.</param>
/// <param name="System">The other system.</param>
/// <param name="Number">The number it had there.</param>
/// <param name="On">The effective day from which it runs here.</param>
public sealed record AdoptedCase(string Case, string System, string Number, DateOnly On);

/// <summary>Finds cases by the number they had in another system.</summary>
/// <param name="database">The database.</param>
public sealed class Adoptions(Database database)
{
    /// <summary>Returns the cases that had a number there, in the order of their numbers here.</summary>
    /// <param name="number">The number in the other system.</param>
    /// <param name="system">The other system; null for any.</param>
    public IReadOnlyList<AdoptedCase> Find(string number, string? system = null)
    {
        using var connection = database.Connect();
        return [.. connection.Query<string>(First, new { number, system }).Select(LedgerJson.ReadEntry).SelectMany(Adopted)];
    }

    private static IEnumerable<AdoptedCase> Adopted(LedgerEntry entry) =>
        entry.Events.OfType<CaseAdopted>().Select(e => new AdoptedCase(entry.Case, e.System, e.NumberThere, e.On));

    private const string First = """
        select e.body from adoption_rows a join entries e on e.case_no = a.case_no and e.entry_no = 1
        where a.number = @number and (@system is null or a.system = @system)
        order by a.case_no
        """;
}
