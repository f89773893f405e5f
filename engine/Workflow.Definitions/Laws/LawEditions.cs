using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Laws;

/// <summary>An edition of a law.</summary>
/// <param name="Law">The law's short title, without 中华人民共和国.</param>
/// <param name="Year">The year it is cited by.</param>
/// <param name="InForce">The days on which it is in force.</param>
public sealed record LawEdition(string Law, int Year, PeriodInForce InForce);

/// <summary>The editions of laws that lint knows, from <c>law-editions.csv</c>. A law that is not there is unknown, not wrong.</summary>
public static class LawEditions
{
    private const string Republic = "中华人民共和国";

    private static readonly FrozenDictionary<string, ImmutableArray<LawEdition>> ByLaw =
        Read().GroupBy(e => e.Law).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Returns the editions of a law in the order of time; empty when the law is unknown.</summary>
    /// <param name="law">Its title as cited, with or without 中华人民共和国 and 《》.</param>
    public static ImmutableArray<LawEdition> Of(string law) => ByLaw.GetValueOrDefault(Short(law), []);

    /// <summary>The short title of a law.</summary>
    public static string Short(string law) =>
        law.Trim('《', '》') is var bare && bare.StartsWith(Republic, StringComparison.Ordinal) ? bare[Republic.Length..] : bare;

    private static IEnumerable<LawEdition> Read()
    {
        using var stream = typeof(LawEditions).Assembly.GetManifestResourceStream("law-editions.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Row)];
    }

    private static LawEdition Row(string line)
    {
        var cells = line.Trim().Split(',');
        var to = cells[3].Length == 0 ? (DateOnly?)null : Day(cells[3]);
        return new LawEdition(cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture), new PeriodInForce(Day(cells[2]), to));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
