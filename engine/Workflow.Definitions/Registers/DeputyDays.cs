using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Registers;

/// <summary>
/// The absences of a register with their deputies, and the circles among them: on days on which everybody of a circle is away,
/// each would act for the next and nobody is there, whatever part each stands in for.
/// </summary>
internal sealed class DeputyDays
{
    private readonly List<Dated> _all = [];

    internal void Add(string person, Absence absence, Position at)
    {
        if (absence.Deputy is { } deputy && deputy != person)
            _all.Add(new Dated(person, deputy, absence, at));
    }

    internal void Report(Problems problems)
    {
        var (byPerson, told) = (_all.ToLookup(a => a.Person, StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var last in _all)
        {
            // The days that all of a circle share begin with one of its absences.
            var day = last.Absence.Days.From;
            if (
                Circle(last, day, byPerson) is not { } circle
                || !told.Add($"{day:O} {string.Join(' ', circle.Order(StringComparer.Ordinal))}")
            )
                continue;
            problems.Error(last.At, RegisterProblems.DeputyCircle(string.Join(" → ", circle.Prepend(last.Person)), day));
        }
    }

    // The shortest way from a deputy back to the absent person, along those who are away on the day; null where there is none.
    private static List<string>? Circle(Dated start, DateOnly day, ILookup<string, Dated> byPerson)
    {
        var (before, next) = (
            new Dictionary<string, string>(StringComparer.Ordinal) { [start.Deputy] = start.Person },
            new Queue<string>([start.Deputy])
        );
        while (next.TryDequeue(out var person))
        {
            if (person == start.Person)
                return Way(start, before);
            foreach (var away in byPerson[person].Where(a => a.Absence.Days.Includes(day)))
                if (before.TryAdd(away.Deputy, person))
                    next.Enqueue(away.Deputy);
        }

        return null;
    }

    private static List<string> Way(Dated start, Dictionary<string, string> before)
    {
        var way = new List<string> { start.Person };
        for (var at = before[start.Person]; at != start.Person; at = before[at])
            way.Insert(0, at);
        return way;
    }

    private sealed record Dated(string Person, string Deputy, Absence Absence, Position At);
}
