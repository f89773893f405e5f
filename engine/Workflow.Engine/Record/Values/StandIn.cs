using System.Collections.Immutable;

namespace Workflow.Engine.Record.Values;

/// <summary>Somebody who acts for an absent person in a part of their work alone.</summary>
/// <param name="Deputy">Id of the deputy.</param>
/// <param name="Posts">The posts of the absent person; empty for all of them and for what is theirs in person.</param>
/// <param name="Processes">The processes by id; empty for all.</param>
public sealed record StandIn(string Deputy, ImmutableArray<Post> Posts, ImmutableArray<string> Processes)
{
    /// <summary>Whether the deputy acts in a process at all.</summary>
    public bool Covers(string process) => Processes.IsEmpty || Processes.Contains(process);

    /// <summary>Whether the deputy acts for a post in a process.</summary>
    internal bool Covers(string process, Post post) => Covers(process) && (Posts.IsEmpty || Posts.Contains(post));
}
