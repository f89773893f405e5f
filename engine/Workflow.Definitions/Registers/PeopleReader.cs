using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Registers;

/// <summary>Reads <c>register.yaml</c>: the organisations and the people.</summary>
internal static class PeopleReader
{
    internal static (ImmutableArray<Organisation> Organisations, ImmutableArray<Person> People) Read(RegisterKeys file)
    {
        file.Only("organisations", "roles", "people");
        file.Titles("roles");
        ImmutableArray<Organisation> organisations =
        [
            .. file.Entries("organisations").Select(e => OneOffice(e, file.Problems)).OfType<Organisation>(),
        ];
        return (organisations, People(file, organisations.Select(o => o.Id).ToHashSet()));
    }

    private static ImmutableArray<Person> People(RegisterKeys file, HashSet<string> organisations)
    {
        var people = file.Entries("people").ToList();
        var ids = people.Select(p => p.Key).ToHashSet();
        var dated = new DeputyDays();
        ImmutableArray<Person> read = [.. people.Select(e => Person(e, organisations, ids, dated, file.Problems)).OfType<Person>()];
        dated.Report(file.Problems);
        return read;
    }

    private static Organisation? OneOffice(MapEntry entry, Problems problems)
    {
        if (
            RegisterKeys.Of(entry.Value, Things.Organisation(entry.Key), problems)?.Only("title", "level", "zone", "overlays")
            is not { } keys
        )
            return null;
        var zone = keys.Optional("zone") ?? Organisation.DefaultZone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            problems.Error(keys.PlaceOf("zone"), RegisterProblems.Zone(zone));
        var (title, level) = (keys.Title("title"), keys.OneOf("level", Organisation.Levels));
        return new Organisation(entry.Key, title.Zh, level, zone, [.. keys.Words("overlays")]) { TitleEn = title.En };
    }

    private static Person? Person(
        MapEntry entry,
        HashSet<string> organisations,
        HashSet<string> people,
        DeputyDays dated,
        Problems problems
    )
    {
        if (
            RegisterKeys.Of(entry.Value, Things.Person(entry.Key), problems)?.Only("name", "posts", "qualifications", "absences")
            is not { } keys
        )
            return null;
        if (VisitorId.Is(entry.Key))
            problems.Error(entry.KeyAt, RegisterProblems.IdOfVisitor(entry.Key));
        ImmutableArray<HeldPost> posts = [.. keys.List("posts").Select(p => Post(p, organisations))];
        return new Person(
            entry.Key,
            keys.Text("name"),
            posts,
            [.. keys.List("qualifications").Select(Qualification)],
            [.. keys.List("absences").Select(a => Absence(a, entry.Key, posts, people, dated))]
        );
    }

    private static HeldQualification Qualification(RegisterKeys keys) => new(keys.Only("name", "from", "to").Text("name"), keys.Days());

    private static HeldPost Post(RegisterKeys keys, HashSet<string> organisations)
    {
        var office = keys.Only("office", "role", "from", "to").Text("office");
        if (office.Length > 0 && !organisations.Contains(office))
            keys.Problems.Error(keys.PlaceOf("office"), RegisterProblems.UnknownOrganisation(office, organisations));
        return new HeldPost(office, keys.Text("role"), keys.Days());
    }

    private static Absence Absence(
        RegisterKeys keys,
        string person,
        ImmutableArray<HeldPost> posts,
        HashSet<string> people,
        DeputyDays dated
    )
    {
        var deputy = keys.Only("from", "to", "deputy", "for").Optional("deputy");
        if (deputy is not null && (deputy == person || !people.Contains(deputy)))
            keys.Problems.Error(keys.PlaceOf("deputy"), RegisterProblems.UnknownDeputy(deputy, people));
        if (deputy is null && keys.Has("for"))
            keys.Problems.Error(keys.PlaceOf("for"), RegisterProblems.NoDeputy());
        var absence = DeputyScope.Read(keys, posts, new Absence(keys.Days(), deputy));
        dated.Add(person, absence, keys.PlaceOf("deputy"));
        return absence;
    }
}
