using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>
/// Sees to it that no number is used twice: a case of another system is taken over once, and of a series that went on there
/// the first serial given here lies behind the last given there. Both are kept as series of their own, so that they are
/// locked, written and rebuilt with all others.
/// </summary>
internal static class ToldNumbers
{
    private const int YearDigits = 4;

    /// <summary>The series in which a number of another system is used up.</summary>
    internal static string Once(string system, string number) => $"adopted {system} {number}";

    /// <summary>Returns the next serial of each series looked at, or why a number would be used twice.</summary>
    internal static (ImmutableSortedDictionary<string, long> Series, Refusal? Refusal) Series(CaseTurn turn, AdoptCase command)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        if (turn.NextOf(Once(command.System, command.Number)) > 1)
            return (found.ToImmutable(), new Refusal(AdoptionRefusals.Already, $"Expected a case that was not taken over yet, but {command.Number} of {command.System} was.", "look for it by the number it had there"));
        found[Once(command.System, command.Number)] = 2;
        var refusal = command.Series.Select(s => Start(turn, s.Key, s.Value, found)).FirstOrDefault(r => r is not null)
            ?? command.Documents.Select(d => Number(turn, d, found)).FirstOrDefault(r => r is not null);
        return (found.ToImmutable(), refusal);
    }

    private static Refusal? Start(CaseTurn turn, string series, long start, ImmutableSortedDictionary<string, long>.Builder found)
    {
        if (!turn.Definition.Documents.Any(d => YearOf(d, series) is not null))
            return new Refusal("adopt.series_unknown", $"Expected a series of a year in which {turn.Definition.Id} numbers its documents, but '{series}' is none.", "write it as the definition does, with the year, as in 受字〔2014〕<serial>号");
        if (start is < 1 or > int.MaxValue) return new Refusal("adopt.series_bounds", $"Expected '{series}' to go on at 1 to {int.MaxValue}, but at {start} was asked.");
        var (first, next) = Look(turn, series, found);
        if (start <= first) return null;
        if (next > 1) return new Refusal("adopt.series_used", $"Expected '{series}' to go on at {start} before its first number is given here, but it began at {first} and stands at {next}: numbers would be used twice.", "settle with the other system who gave which");
        (found[First(series)], found[series]) = (start, start);
        return null;
    }

    // A number that the series here would give one day is taken.
    private static Refusal? Number(CaseTurn turn, ToldDocument told, ImmutableSortedDictionary<string, long>.Builder found)
    {
        if (told.Absent) return null;
        if (turn.Definition.Documents.FirstOrDefault(d => d.Id == told.Document) is not { } type) return new Refusal("adopt.document_unknown", $"Expected documents of {turn.Definition.Id}, but '{told.Document}' is none.");
        if (type.Number.Kind != NumberKind.Series) return type.Number.Kind == NumberKind.None ? null : Payload.Number(type, told.Number);
        if (string.IsNullOrWhiteSpace(told.Number)) return new Refusal("document.number_missing", $"Expected the number of {type.Title} ('{type.Id}'), but it is missing.");
        if (Parse(type, told.Number) is not var (series, serial)) return null;
        var (first, _) = Look(turn, series, found);
        if (Twice(turn, told.Number, series, serial, found) is { } twice) return twice;
        return first == 0 || serial < found[First(series)] ? null
            : new Refusal("adopt.number_ahead", $"Expected {told.Number} to lie before the first number of its series given here, {found[First(series)]}, but it does not: the number would be used twice.", $"tell at which serial '{series}' goes on here");
    }

    // A number that another case was taken over with is used up too. Entries that were decided before this was asked do not know.
    private static Refusal? Twice(CaseTurn turn, string number, string series, long serial, ImmutableSortedDictionary<string, long>.Builder found)
    {
        var key = $"told {series} {serial}";
        if (turn.Stamp.Facts.Serials.ContainsKey(First(series)) && !turn.Stamp.Facts.Serials.ContainsKey(key)) return null;
        if (!found.ContainsKey(key) && turn.NextOf(key) <= 1)
        {
            found[key] = 2;
            return null;
        }

        return new Refusal(AdoptionRefusals.NumberTold, $"Expected each number of '{series}' once, but {number} was told of another document already.", "settle with the other system which case has it");
    }

    private static (long First, long Next) Look(CaseTurn turn, string series, ImmutableSortedDictionary<string, long>.Builder found)
    {
        var (first, next) = (turn.NextOf(First(series)), turn.NextOf(series));
        found.TryAdd(First(series), first);
        found.TryAdd(series, next);
        return (first, next);
    }

    private static string First(string series) => $"first {series}";

    private static string? YearOf(DocumentType type, string series) =>
        type.Number.Pattern is { } pattern && Regex.Match(series, $"^{Escaped(pattern, "<serial>")}$", RegexOptions.NonBacktracking) is { Success: true } match ? match.Groups["year"].Value : null;

    private static (string Series, long Serial)? Parse(DocumentType type, string number)
    {
        var match = Regex.Match(number, $"^{Escaped(type.Number.Pattern!, "(?<serial>[0-9]{1,9})")}$", RegexOptions.NonBacktracking);
        return match.Success && long.TryParse(match.Groups["serial"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            ? (type.Number.Pattern!.Replace("<year>", match.Groups["year"].Value, StringComparison.Ordinal), serial)
            : null;
    }

    private static string Escaped(string pattern, string serial) =>
        string.Concat(Regex.Split(pattern, "(<year>|<serial>)").Select(p => p switch
        {
            "<year>" => $"(?<year>[0-9]{{{YearDigits}}})",
            "<serial>" => serial,
            _ => Regex.Escape(p),
        }));
}
