using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Foresight;

/// <summary>The outside as it is known now, also for what comes later, with somebody supposed to act. It takes no number.</summary>
/// <param name="outside">The outside.</param>
/// <param name="now">The moment of asking.</param>
/// <param name="somebody">Who is supposed to act; null for those whom the register knows.</param>
internal sealed class Supposing(IOutside outside, DateTimeOffset now, PersonFact? somebody) : IOutside
{
    public PublishedProcess? InForce(string process, DateOnly day) => outside.InForce(process, day);

    public PublishedProcess? Latest(string process) => outside.Latest(process);

    public PublishedProcess Bound(string digest) => outside.Bound(digest);

    public PublishedProcess? Published(string digest) => outside.Published(digest);

    public WorkCalendar Calendar(string process, DateTimeOffset at) => outside.Calendar(process, now);

    // A sealed seed stays sealed for one who only asks, and none is taken for him.
    public Facts Facts(CaseNeeds needs, DateOnly day)
    {
        var facts = outside.Facts(needs with { Reveals = null, Commits = false }, day) with { Commitment = needs.Commits ? "" : null };
        return somebody is null ? facts : facts with { People = [.. facts.People, somebody] };
    }

    public ImmutableArray<HolderFact>? Holders(Post post, DateOnly day, string number) => outside.Holders(post, day, number);

    public bool IsBorneElsewhere(BorneNumber number, string of) => outside.IsBorneElsewhere(number, of);

    public long NextSerial(string series) => 0;
}
