using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Registers;

/// <summary>A natural person, with everything dated that the register knows of them.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Posts">The posts held, now or ever; may be empty, as for an applicant.</param>
/// <param name="Qualifications">The qualifications held, now or ever.</param>
/// <param name="Absences">The days away, and who stands in.</param>
public sealed record Person(
    string Id,
    string Name,
    ImmutableArray<HeldPost> Posts,
    ImmutableArray<HeldQualification> Qualifications,
    ImmutableArray<Absence> Absences
)
{
    /// <summary>Whether the person is away on a day.</summary>
    public bool IsAway(DateOnly day) => Absences.Any(a => a.Days.Includes(day));
}

/// <summary>A post held over a span of days.</summary>
/// <param name="Organisation">The organisation's id.</param>
/// <param name="Role">The role, such as <c>officer</c>.</param>
/// <param name="Days">When.</param>
public sealed record HeldPost(string Organisation, string Role, PeriodInForce Days);

/// <summary>A qualification held over a span of days.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Days">When.</param>
public sealed record HeldQualification(string Name, PeriodInForce Days);

/// <summary>Days away.</summary>
/// <param name="Days">When.</param>
/// <param name="Deputy">The person who may act for the absent one; null for nobody.</param>
public sealed record Absence(PeriodInForce Days, string? Deputy)
{
    /// <summary>The posts of the absent person that the deputy stands in for; empty for all of them and for what is theirs in person.</summary>
    public ImmutableArray<Post> Posts { get; init; } = [];

    /// <summary>The processes in which the deputy stands in; empty for all.</summary>
    public ImmutableArray<NamedProcess> Processes { get; init; } = [];

    internal StandIn? Part =>
        Deputy is null || Posts.IsEmpty && Processes.IsEmpty ? null : new StandIn(Deputy, Posts, [.. Processes.Select(p => p.Id)]);
}

/// <summary>A process that a register names.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">Where it is named.</param>
public sealed record NamedProcess(string Id, Position At);
