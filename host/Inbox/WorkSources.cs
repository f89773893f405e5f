using System.Collections.Immutable;
using Workflow.Definitions.Registers;
using Workflow.Engine.Record.Values;
using Workflow.Host.Identity;
using Workflow.Storage.Reading;

namespace Workflow.Host.Inbox;

/// <summary>Where the work of a caller comes from: their posts and their own name, and those of the absent, as far as they stand in.</summary>
internal static class WorkSources
{
    /// <summary>Returns the sources of a caller's work.</summary>
    /// <param name="caller">Whose work.</param>
    /// <param name="register">Who holds which post.</param>
    /// <param name="process">The only process to list; null for all.</param>
    internal static IEnumerable<InboxSource> Of(Caller caller, Register register, string? process) =>
        Sources(caller)
            .Where(s => process is null || s.Processes.IsEmpty || s.Processes.Contains(process))
            .Select(s => process is null ? s : s with { Processes = [process] })
            .Select(s => s is { Post: { } post, Person: null } ? s with { There = There(register, post.Organisation, caller.Today) } : s);

    // Who holds a post in an office today: what is in the hands of anybody else is the post's again.
    private static ImmutableArray<string> There(Register register, string organisation, DateOnly today) =>
        [
            .. from person in register.People
            where person.Posts.Any(p => p.Organisation == organisation && p.Days.Includes(today))
            select person.Id,
        ];

    private static IEnumerable<InboxSource> Sources(Caller caller) =>
        Whole(caller.Person)
            .Concat(
                caller.ActsFor.SelectMany(p =>
                    p.Deputies.Contains(caller.Id) ? Whole(p) : p.StandIns.Where(s => s.Deputy == caller.Id).SelectMany(s => Part(p, s))
                )
            )
            .Distinct();

    private static IEnumerable<InboxSource> Whole(PersonFact person) =>
        person.Posts.Select(p => new InboxSource(p, null, [])).Append(new InboxSource(null, person.Id, []));

    private static IEnumerable<InboxSource> Part(PersonFact person, StandIn part) =>
        part.Posts.IsEmpty
            ? Whole(person).Select(s => s with { Processes = part.Processes })
            : part
                .Posts.Intersect(person.Posts)
                .SelectMany(p => new[] { new InboxSource(p, null, part.Processes), new InboxSource(p, person.Id, part.Processes) });
}
