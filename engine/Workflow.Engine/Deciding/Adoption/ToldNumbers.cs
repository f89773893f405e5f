using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Found = System.Collections.Immutable.ImmutableSortedDictionary<string, long>.Builder;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>
/// Sees to it that no number is used twice: a case of another system is taken over once, and of a series that went on there
/// the first serial given here lies behind the last given there. Both are kept as series of their own, so that they are
/// locked, written and rebuilt with all others.
/// </summary>
internal static class ToldNumbers
{
    /// <summary>The series in which a number of another system is used up.</summary>
    internal static string Once(string system, string number) => $"adopted {system} {number}";

    /// <summary>Returns the next serial of each series looked at, or why a number would be used twice.</summary>
    internal static (ImmutableSortedDictionary<string, long> Series, Refusal? Refusal) Series(AskingLook look, AdoptCase command)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        var once = Once(command.System, command.Number);
        if (look.NextOf(once) > 1)
            return (found.ToImmutable(), AdoptRefusals.Already(command.Number, command.System));
        found[once] = 2;
        var refusal =
            command.Series.Select(s => Start(look, s.Key, s.Value, found)).FirstOrDefault(r => r is not null)
            ?? command.Documents.Where(d => !d.Absent).Select(d => Number(look, d, found)).FirstOrDefault(r => r is not null);
        return (found.ToImmutable(), refusal);
    }

    private static Refusal? Start(AskingLook look, string series, long start, Found found)
    {
        if (!look.Definition.Documents.Any(d => SeriesNumbers.IsSeries(d, series)))
            return AdoptRefusals.SeriesUnknown(series, Naming.Process(look.Definition));
        if (start is < 1 or > int.MaxValue)
            return AdoptRefusals.SeriesBounds(series, start, int.MaxValue);
        var (first, next) = Note(look, series, found);
        if (start <= first)
            return null;
        if (next > 1)
            return AdoptRefusals.SeriesUsed(series, start, first, next);
        (found[First(series)], found[series]) = (start, start);
        return null;
    }

    private static Refusal? Number(AskingLook look, ToldDocument told, Found found)
    {
        if (look.Definition.Documents.FirstOrDefault(d => d.Id == told.Document) is not { } type)
            return AdoptRefusals.DocumentUnknown(
                told.Document,
                Naming.Process(look.Definition),
                look.Definition.Documents.Select(Naming.Document)
            );
        return type.Number.Kind switch
        {
            NumberKind.Series => OfSeries(look, type, told.Number, found),
            NumberKind.None => null,
            NumberKind.Entered or NumberKind.OrganisationCode or NumberKind.SocialCreditCode => Payload.Number(type, told.Number),
            _ => throw new UnreachableException($"No answer for {type.Number.Kind}."),
        };
    }

    // A number that the series here would give one day is taken.
    private static Refusal? OfSeries(AskingLook look, DocumentType type, string? number, Found found)
    {
        if (PlainText.IsBlank(number))
            return DocumentRefusals.NumberMissing(Naming.Document(type));
        if (SeriesNumbers.Parse(type, number) is not var (series, serial))
            return null;
        var (first, _) = Note(look, series, found);
        if (IsTaken(look, series, serial, found))
            return AdoptRefusals.NumberTold(number);
        found[Told(series, serial)] = 2;
        return first == 0 || serial < found[First(series)] ? null : AdoptRefusals.NumberAhead(number, series, found[First(series)]);
    }

    // A number that another case was taken over with is used up too.
    private static bool IsTaken(AskingLook look, string series, long serial, Found found) =>
        found.ContainsKey(Told(series, serial)) || look.NextOf(Told(series, serial)) > 1;

    private static (long First, long Next) Note(AskingLook look, string series, Found found)
    {
        var (first, next) = (look.NextOf(First(series)), look.NextOf(series));
        found.TryAdd(First(series), first);
        found.TryAdd(series, next);
        return (first, next);
    }

    private static string First(string series) => $"first {series}";

    private static string Told(string series, long serial) => $"told {series} {serial}";
}
